using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the number and the addressees of a notice that stand away from its title, as in a page that was cut between them. Where no head has one, the only
/// number that is a sentence by itself is the notice's, and so are the only offices (各…, or a known one) with a colon that are a line of their own and have text without a mark behind them.
/// </summary>
internal static class DetachedHeadParts
{
    /// <summary>Gives such sentences their kind.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces, in order.</param>
    public static void Find(string text, List<NoticePiece> pieces)
    {
        if (pieces.Count == 0 || !pieces.Exists(piece => piece.Kind == PieceKind.Title)) return;
        Take(PieceKind.DocumentNumber, piece => IsNumber(text, pieces[piece]));
        Take(PieceKind.Addressees, piece => IsAddressees(text, pieces, piece));

        void Take(PieceKind kind, Predicate<int> isPart)
        {
            if (pieces.Exists(piece => piece.Kind == kind)) return;
            var found = Enumerable.Range(0, pieces.Count).Where(piece => pieces[piece].Kind == PieceKind.Sentence && isPart(piece)).ToList();
            if (found.Select(piece => LettersOf(pieces[piece].Span.Of(text))).Distinct().Count() != 1) return;
            foreach (var piece in found) pieces[piece] = pieces[piece] with { Kind = kind };
        }
    }

    private static bool IsNumber(string text, in NoticePiece piece) => OfficialDocumentNumbers.Read(text.AsSpan(piece.Span.Start, piece.Span.Length)) == piece.Span.Length;

    private static bool IsAddressees(string text, List<NoticePiece> pieces, int piece)
    {
        var span = pieces[piece].Span;
        return pieces[piece].StartsLine && piece + 1 < pieces.Count && pieces[piece + 1].Kind == PieceKind.Sentence
            && OfficialDocumentHeadParts.ReadAddressees(text, span) == span.Length && (text[span.Start] == '各' || Organs.Split(text[span.Start..(span.End - 1)]).Count > 0);
    }

    /// <summary>Copies may have other brackets or commas.</summary>
    private static string LettersOf(string part) => string.Concat(part.Where(char.IsLetterOrDigit));
}
