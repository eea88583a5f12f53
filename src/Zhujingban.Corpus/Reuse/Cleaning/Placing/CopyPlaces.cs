using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What a first reading tells about pieces that stand before their unit's heading: where later copies of them go on with what stands right before.
/// A reading from left to right learns that only when it has placed the first copy.
/// </summary>
internal sealed class CopyPlaces
{
    private const int MostOfFamily = 4;

    private readonly int[][] _places;

    /// <param name="pieces">The pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    /// <param name="nodes">The places; those that are told are kept.</param>
    /// <param name="choices">The first reading.</param>
    public CopyPlaces(NoticePiece[] pieces, PieceFamilies families, OutlineNodes nodes, PieceChoice[] choices)
    {
        _places = new int[pieces.Length][];
        var later = new Dictionary<int, List<(int Piece, int Node)>>();
        var found = new List<int>();
        for (var i = pieces.Length - 1; i >= 0; i--)
        {
            nodes.Keep(choices[i].Node, forGood: true);
            _places[i] = [];
            if (!families.HasCopies(i) || pieces[i].IsFrame) continue;
            if (!later.TryGetValue(families.FamilyOf(i), out var copies)) later[families.FamilyOf(i)] = copies = [];
            found.Clear();
            foreach (var (copy, node) in copies)
            {
                if (node != choices[i].Node && !found.Contains(node) && families.AreCopies(i, copy)) found.Add(node);
            }

            if (found.Count > 0) _places[i] = [.. found];
            TellAny |= found.Count > 0;
            // What stands before it and was taken for the beginning of a later run may be another version of the unit before it.
            if (copies.Count < MostOfFamily && i > 0 && nodes[choices[i - 1].Node].Run <= nodes[choices[i].Node].Run && NodeBehind(nodes, choices[i - 1].Node, pieces[i]) is >= 0 and var behind) copies.Add((i, behind));
        }

        foreach (var places in _places)
        {
            foreach (var node in places) nodes.Keep(node, forGood: true);
        }
    }

    /// <summary>True when there is a piece whose later copies stand at another place than the first reading gave it.</summary>
    public bool TellAny { get; }

    /// <summary>The places, other than its own in the first reading, where later copies of a piece go on with what stands before them.</summary>
    public ReadOnlySpan<int> Of(int piece) => _places[piece];

    /// <summary>Where a piece stands that goes on behind a place; -1 where it does not.</summary>
    private static int NodeBehind(OutlineNodes nodes, int place, in NoticePiece piece)
    {
        if (nodes[place].IsEnd) return -1;
        if (!piece.IsMarked) return nodes[place].IsRoot ? -1 : place;
        var mark = piece.Mark;
        if (NumberingKinds.IsContainer(mark.Kind)) return -1;
        var holder = nodes.HolderOf(mark.Kind, place);
        return nodes.NumberUnder(holder, mark.Kind, place) == mark.Value - 1 ? nodes.Child(holder, mark.Kind, mark.Value, mark.Branch) : -1;
    }
}
