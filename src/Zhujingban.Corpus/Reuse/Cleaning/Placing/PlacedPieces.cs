namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What stands where: of the pieces that are decided, and of the later ones in the state that asks.</summary>
/// <param name="families">Which pieces say the same.</param>
internal sealed class PlacedPieces(PieceFamilies families)
{
    /// <summary>A formula may stand at a hundred places; it is looked for at the first ones and at those close by.</summary>
    private const int MostHomes = 6;

    /// <summary>One place may be spoken of by every piece of a text that says one thing only; the last ones that took it count.</summary>
    private const int MostTakers = 24;

    /// <summary>For each place the decided piece that stands there and the last of <see cref="_taken"/> that speaks of it; -1 for none.</summary>
    private readonly List<(int Occupant, int LastTaken)> _places = [];

    private readonly List<(int Piece, int Node, int Before)> _taken = [];
    private int _forgotten;
    private readonly Dictionary<int, List<(int Piece, PieceChoice Choice)>> _homes = [];

    /// <summary>Takes down a decided piece.</summary>
    public void Settle(int piece, PieceChoice choice)
    {
        if (choice.Of >= 0) return;
        if (PlaceOf(choice.Node) is { Occupant: < 0 } place) _places[choice.Node] = place with { Occupant = piece };
        var family = families.FamilyOf(piece);
        if (!families.HasCopies(piece)) return;
        if (!_homes.TryGetValue(family, out var homes)) _homes[family] = homes = [];
        if (homes.Count < MostHomes) homes.Add((piece, choice));
    }

    /// <summary>The pieces that say what a piece says, each where it stands first, nearest first.</summary>
    public void AddHomes(PlacementState state, int piece, List<(int Piece, PieceChoice Choice)> homes)
    {
        homes.Clear();
        var at = families.BeforeInFamily[piece];
        for (var steps = 0; at >= state.Start && steps < 2 * MostHomes; at = families.BeforeInFamily[at], steps++)
        {
            if (state[at].Of < 0 && homes.Count < MostHomes) homes.Add((at, state[at]));
        }

        if (_homes.TryGetValue(families.FamilyOf(piece), out var settled)) homes.AddRange(settled);
    }

    /// <summary>Takes down that some state has a marked piece at a place, so that nobody has to look for it at all places that bear its mark.</summary>
    public void Take(int piece, int node)
    {
        var (occupant, last) = PlaceOf(node);
        if (last >= _forgotten && _taken[last - _forgotten].Piece == piece) return;
        _taken.Add((piece, node, last));
        _places[node] = (occupant, _forgotten + _taken.Count - 1);
    }

    private (int Occupant, int LastTaken) PlaceOf(int node)
    {
        while (_places.Count <= node) _places.Add((-1, -1));
        return _places[node];
    }

    /// <summary>The places that states have marked pieces at; those that many have more than once.</summary>
    public IEnumerable<int> Taken => _taken.Select(taken => taken.Node);

    /// <summary>Forgets who has taken places before a piece: all that is decided.</summary>
    public void Forget(int before)
    {
        var count = 0;
        while (count < _taken.Count && _taken[count].Piece < before) count++;
        _taken.RemoveRange(0, count);
        _forgotten += count;
    }

    /// <summary>The piece that opens the unit at a place; -1 when none stands there.</summary>
    /// <param name="state">The state that asks.</param>
    /// <param name="node">The place.</param>
    public int OccupantOf(PlacementState state, int node)
    {
        if (node >= _places.Count) return -1;
        var (occupant, taken) = _places[node];
        for (var count = 0; taken >= _forgotten && count < MostTakers; count++, taken = _taken[taken - _forgotten].Before)
        {
            var piece = _taken[taken - _forgotten].Piece;
            if (state[piece].Node == node && state[piece].Of < 0) return piece;
        }

        return occupant;
    }
}
