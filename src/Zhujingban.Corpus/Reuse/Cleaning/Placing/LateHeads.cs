using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Finds the notice's own head where a text begins in the middle of the notice.</summary>
internal static class LateHeads
{
    /// <summary>
    /// The first title with a number or addressees behind it, where something of the body or a foot stands before it; -1 for none. What a notice issues has
    /// neither, so that its title may stand before; a notice that another one passes on has a head before it.
    /// </summary>
    /// <param name="pieces">The pieces of the text.</param>
    public static int Find(NoticePiece[] pieces)
    {
        var head = Array.FindIndex(pieces, piece => piece.Kind is PieceKind.DocumentNumber or PieceKind.Addressees);
        while (head > 0 && pieces[head].Kind is PieceKind.DocumentNumber or PieceKind.Addressees or PieceKind.PublishedDate or PieceKind.HeadLine) head--;
        if (head <= 0 || pieces[head].Kind != PieceKind.Title) return -1;
        return pieces[0].Kind != PieceKind.Title && Array.Exists(pieces[..head], piece => !piece.IsFrame) ? head : -1;
    }

    /// <summary>True for a text whose first number is no first one.</summary>
    public static bool BeginsInside(NoticePiece[] pieces)
    {
        var first = Array.FindIndex(pieces, piece => piece.IsMarked && !NumberingKinds.IsContainer(piece.Mark.Kind));
        return first >= 0 && pieces[first].Mark.Value > 1;
    }
}
