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

    /// <summary>
    /// True where the text before a head may go on behind its end: the notice or what it issues breaks off there, without a foot, or what stands before the head
    /// says nothing new.
    /// </summary>
    public static bool MayGoOn(string text, NoticePiece[] pieces, int head)
    {
        var foot = Array.FindLastIndex(pieces, piece => piece.Kind is PieceKind.Signature or PieceKind.Date);
        if (foot < head || Array.Exists(pieces[foot..], piece => piece.IsMarked)) return true;
        var known = new HashSet<string>();
        foreach (var piece in pieces[head..]) known.Add(piece.Span.Of(text));
        return Array.TrueForAll(pieces[..head], piece => known.Contains(piece.Span.Of(text)));
    }

    /// <summary>True where the first number of a text, which is no first one, is the next one behind the last number of its kind, or stands there again, and no foot stands behind that.</summary>
    public static bool GoesOn(NoticePiece[] pieces, int head)
    {
        var first = Array.FindIndex(pieces, piece => piece.IsMarked && !NumberingKinds.IsContainer(piece.Mark.Kind));
        if (first < 0 || first > head || pieces[first].Mark.Value < 2) return false;
        var last = Array.FindLastIndex(pieces, piece => piece.IsMarked && piece.Mark.Kind == pieces[first].Mark.Kind);
        return last > head && pieces[first].Mark.Value <= pieces[last].Mark.Value + 1 && !Array.Exists(pieces[last..], piece => piece.Kind is PieceKind.Signature or PieceKind.Date);
    }
}
