using System.Runtime.InteropServices;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What stands where: of the pieces that are decided, and of the later ones in the state that asks.</summary>
/// <param name="families">Which pieces say the same.</param>
internal sealed class PlacedPieces(PieceFamilies families)
{
    /// <summary>A formula may stand at a hundred places; it is looked for at the first ones and at those close by.</summary>
    private const int MostHomes = 6;

    /// <summary>One place may be spoken of by every piece of a text that says one thing only; the last ones that took it count.</summary>
    private const int MostTakers = 24;

    private readonly Dictionary<int, int> _occupants = [];
    private readonly Dictionary<int, int> _lastTaken = [];
    private readonly List<(int Piece, int Node, int Before)> _taken = [];
    private int _forgotten;
    private readonly Dictionary<int, List<(int Piece, PieceChoice Choice)>> _homes = [];

    /// <summary>Takes down a decided piece.</summary>
    public void Settle(int piece, PieceChoice choice)
    {
        if (choice.Of >= 0) return;
        _occupants.TryAdd(choice.Node, piece);
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
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_lastTaken, node, out var known);
        if (known && last >= _forgotten && _taken[last - _forgotten].Piece == piece) return;
        _taken.Add((piece, node, known ? last : -1));
        last = _forgotten + _taken.Count - 1;
    }

    /// <summary>The places that states have marked pieces at.</summary>
    public IEnumerable<int> Taken => _lastTaken.Keys;

    /// <summary>Forgets who has taken places before a piece: all that is decided.</summary>
    public void Forget(int before)
    {
        var count = 0;
        for (; count < _taken.Count && _taken[count].Piece < before; count++)
        {
            if (_lastTaken[_taken[count].Node] == _forgotten + count) _lastTaken.Remove(_taken[count].Node);
        }

        _taken.RemoveRange(0, count);
        _forgotten += count;
    }

    /// <summary>The piece that opens the unit at a place; -1 when none stands there.</summary>
    /// <param name="state">The state that asks.</param>
    /// <param name="node">The place.</param>
    public int OccupantOf(PlacementState state, int node)
    {
        var taken = _lastTaken.GetValueOrDefault(node, -1);
        for (var count = 0; taken >= _forgotten && count < MostTakers; count++, taken = _taken[taken - _forgotten].Before)
        {
            var piece = _taken[taken - _forgotten].Piece;
            if (state[piece].Node == node && state[piece].Of < 0) return piece;
        }

        return _occupants.GetValueOrDefault(node, -1);
    }
}
