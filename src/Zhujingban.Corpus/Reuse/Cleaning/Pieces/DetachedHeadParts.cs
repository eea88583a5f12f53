using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the number and the addressees of a notice that stand away from its title: a page was cut behind the title and goes on with the end of the notice, so that
/// 三、 stands before 一、. The addressees are the only offices (各…, or a known one) with a colon that are a line of their own there, with text without a mark behind
/// them; the number is a sentence by itself right before them. What stands so between 一、 and 二、 is the text's own.
/// </summary>
internal static class DetachedHeadParts
{
    /// <summary>Gives such sentences their kind.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces, in order.</param>
    public static void Settle(string text, List<NoticePiece> pieces)
    {
        var title = pieces.FindIndex(piece => piece.IsTitle);
        var second = title < 0 ? -1 : pieces.FindIndex(title, piece => IsOfList(piece) && piece.Mark.Value > 1);
        var first = title < 0 ? -1 : pieces.FindIndex(title, piece => IsOfList(piece) && piece.Mark.Value == 1);
        if (second < 0 || second > first || pieces.Exists(piece => piece.Kind == PieceKind.Addressees)) return;
        var found = Enumerable.Range(second, first - second).Where(piece => IsAddressees(text, pieces, piece)).ToList();
        if (found is not [var addressees]) return;
        pieces[addressees] = pieces[addressees] with { Kind = PieceKind.Addressees };
        if (!pieces.Exists(piece => piece.Kind == PieceKind.DocumentNumber) && IsNumber(text, pieces[addressees - 1])) pieces[addressees - 1] = pieces[addressees - 1] with { Kind = PieceKind.DocumentNumber };
    }

    private static bool IsOfList(in NoticePiece piece) => piece.IsMarked && piece.Mark.Kind is NumberingKind.First or NumberingKind.Article;

    private static bool IsNumber(string text, in NoticePiece piece) =>
        piece.Kind == PieceKind.Sentence && OfficialDocumentNumbers.Read(text.AsSpan(piece.Span.Start, piece.Span.Length)) == piece.Span.Length;

    private static bool IsAddressees(string text, List<NoticePiece> pieces, int piece)
    {
        var span = pieces[piece].Span;
        return pieces[piece] is { Kind: PieceKind.Sentence, StartsLine: true } && pieces[piece + 1].Kind == PieceKind.Sentence
            && OfficialDocumentHeadParts.ReadAddressees(text, span) == span.Length && (text[span.Start] == '各' || Organs.Split(text[span.Start..(span.End - 1)]).Count > 0);
    }
}
