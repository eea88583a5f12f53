using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Whether two that say the same stand at one place: one number of one list says one thing.</summary>
internal static class OnePlace
{
    /// <summary>True for the same article or item, where its neighbour by number stands right before or behind it.</summary>
    /// <param name="placement">Where the pieces go.</param>
    /// <param name="choices">For each piece its place by now.</param>
    /// <param name="piece">The piece that says again what another one says.</param>
    /// <param name="of">The other one, which has its place.</param>
    public static bool Holds(Placement placement, PieceChoice[] choices, int piece, int of)
    {
        var (nodes, mark) = (placement.Nodes, placement.Pieces[piece].Mark);
        if (!placement.Pieces[piece].IsMarked || piece == 0 || NumberingKinds.IsContainer(mark.Kind)) return false;
        var (before, old) = (choices[piece - 1].Node, nodes[choices[of].Node]);
        if (nodes.HolderOf(mark.Kind, before) == old.Parent && nodes.NumberUnder(old.Parent, mark.Kind, before) == mark.Value - 1) return true;
        if (piece + 1 == choices.Length || !placement.Pieces[piece + 1].IsMarked) return false;
        var behind = nodes[choices[piece + 1].Node];
        return behind.Parent == old.Parent && behind.List == old.List && behind.Kind == mark.Kind && behind.Value == mark.Value + 1;
    }
}
