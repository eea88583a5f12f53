namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What stands where: of the pieces that are decided, and of the later ones in the state that asks.</summary>
/// <param name="families">Which pieces say the same.</param>
internal sealed class PlacedPieces(PieceFamilies families)
{
    /// <summary>A formula may stand at a hundred places; it is looked for at the first ones and at those close by.</summary>
    private const int MostHomes = 6;

    private readonly Dictionary<int, int> _occupants = [];
    private readonly Dictionary<int, List<(int Piece, PieceChoice Choice)>> _homes = [];

    /// <summary>Takes down a decided piece.</summary>
    public void Settle(int piece, PieceChoice choice)
    {
        if (choice.Of >= 0) return;
        _occupants.TryAdd(choice.Node, piece);
        var family = families.FamilyOf(piece);
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

    /// <summary>The piece that opens the unit at a place; -1 when none stands there.</summary>
    /// <param name="state">The state that asks.</param>
    /// <param name="node">The place.</param>
    /// <param name="mark">The last piece that bears the unit's mark; -1 for none.</param>
    public int OccupantOf(PlacementState state, int node, int mark)
    {
        for (; mark >= state.Start; mark = families.BeforeWithMark[mark])
        {
            if (state[mark].Node == node && state[mark].Of < 0) return mark;
        }

        return _occupants.GetValueOrDefault(node, -1);
    }
}
