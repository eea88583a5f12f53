using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Finds the notice's own head where a text begins in the middle of the notice.</summary>
internal static class LateHeads
{
    /// <summary>
    /// Where the first title with a number or addressees beside it begins, where something of the body stands before it; -1 for none. What a notice issues has
    /// neither, so that its title may stand before; a notice that another one passes on has a head before it. A law has neither, nor a foot: it is the first title there.
    /// </summary>
    /// <param name="pieces">The pieces of the text.</param>
    public static int Find(NoticePiece[] pieces)
    {
        if (pieces.Length == 0 || pieces[0].Kind == PieceKind.Title) return -1;
        var head = Array.FindIndex(pieces, piece => piece.Kind is PieceKind.DocumentNumber or PieceKind.Addressees);
        if (head < 0 && !Array.Exists(pieces, piece => piece.Kind is PieceKind.Attachment or PieceKind.Signature or PieceKind.Date))
            head = Array.FindIndex(pieces, piece => piece.Kind == PieceKind.Title);
        var end = head;
        while (head > 0 && IsOfHead(pieces[head - 1])) head--;
        while (end >= 0 && end < pieces.Length && IsOfHead(pieces[end])) end++;
        return head > 0 && Array.Exists(pieces[head..end], piece => piece.Kind == PieceKind.Title) && Array.Exists(pieces[..head], piece => !piece.IsFrame) ? head : -1;
    }

    private static bool IsOfHead(in NoticePiece piece) => piece.IsHead || piece.Kind == PieceKind.PublishedDate;

    /// <summary>True for a text whose first number is no first one.</summary>
    public static bool BeginsInside(NoticePiece[] pieces)
    {
        var first = Array.FindIndex(pieces, piece => piece.IsMarked && !NumberingKinds.IsContainer(piece.Mark.Kind));
        return first >= 0 && pieces[first].Mark.Value > 1;
    }
}
