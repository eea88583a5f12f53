using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Parts headings from sentences that have run together with them where a line break or another copy of the notice was cut: a heading that
/// stands alone at one place is the same heading where it begins a longer piece. A heading without such a copy is told by what follows it (<see cref="RunTogetherHeadings"/>).
/// </summary>
internal static class FusedHeadings
{
    private const int LongestHeading = 40;
    private const int ShortestHeading = 4;
    private const int ShortestItem = 8;

    /// <summary>12. with its sign, and room for a blank.</summary>
    private const int LongestItemMark = 4;

    /// <summary>So many different headings and items of one number are known.</summary>
    private const int MostOfMark = 40;

    /// <summary>The pieces, with known headings apart.</summary>
    public static List<NoticePiece> Part(string text, List<NoticePiece> pieces)
    {
        var headings = new Dictionary<(NumberingKind, int), List<string>>();
        foreach (var piece in pieces)
        {
            if (!IsHeading(text, piece) && !IsItem(text, piece)) continue;
            var key = (piece.Mark.Kind, piece.Mark.Value);
            if (!headings.TryGetValue(key, out var known)) headings[key] = known = [];
            var heading = piece.Span.Of(text);
            if (known.Count < MostOfMark && !known.Contains(heading)) known.Add(heading);
        }

        var (parted, lastItem) = (new List<NoticePiece>(pieces.Count), 0);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            // Behind another heading numbers begin anew.
            var itemBefore = lastItem;
            if (piece.IsMarked) lastItem = piece.Mark.Kind == NumberingKind.Third ? piece.Mark.Value : 0;
            var length = piece.IsMarked && headings.TryGetValue((piece.Mark.Kind, piece.Mark.Value), out var known) ? LengthOf(text, piece.Span, known) : 0;
            if (length == 0 && SharesLine(pieces, i)) length = RunTogetherHeadings.LengthOf(text, piece);
            if (length == 0)
            {
                parted.Add(piece);
                continue;
            }

            parted.Add(piece with { Span = TextSpan.At(piece.Span.Start, length) });
            var rest = piece.Span.Start + length;
            while (rest < piece.Span.End && char.IsWhiteSpace(text[rest])) rest++;
            // The text of a heading has lost a line break; what follows an item may be its own second sentence.
            parted.Add(RestOf(text, new TextSpan(rest, piece.Span.End), char.IsLetterOrDigit(text[piece.Span.Start + length - 1]), Math.Max(itemBefore, lastItem)));
            if (parted[^1].IsMarked) lastItem = parted[^1].Mark.Value;
        }

        return parted;
    }

    /// <summary>What stands behind a heading: a sentence, or the item behind the last one (三、实施步骤3.认真…, behind 2.), which no full stop shows there.</summary>
    private static NoticePiece RestOf(string text, TextSpan rest, bool startsLine, int lastItem)
    {
        var sign = text.AsSpan(rest.Start, Math.Min(rest.Length, LongestItemMark)).IndexOfAny(".．、");
        var mark = default(NumberingMark);
        var isItem = sign > 0 && NumberingMarkReader.TryReadClosed(text, rest.Start + sign, rest.Start, out mark) && mark.Span.Start == rest.Start
            && mark.Kind == NumberingKind.Third && lastItem > 0 && mark.Value == lastItem + 1 && mark.Span.End < rest.End && IsWordBegin(text[mark.Span.End]);
        return isItem ? new NoticePiece(PieceKind.Marked, rest, mark, startsLine) : new NoticePiece(PieceKind.Sentence, rest, default, startsLine);
    }

    /// <summary>5.A级景区 and 3.15 are no items.</summary>
    private static bool IsWordBegin(char letter) => char.IsLetter(letter) && !char.IsAsciiLetter(letter);

    /// <summary>True for a piece that has lost a line break before it, or behind the sentences that go on with it: a unit on a line of its own is as it was.</summary>
    private static bool SharesLine(List<NoticePiece> pieces, int piece)
    {
        if (!pieces[piece].StartsLine) return true;
        var next = piece + 1;
        while (next < pieces.Count && pieces[next] is { Kind: PieceKind.Sentence, StartsLine: false }) next++;
        return next < pieces.Count && !pieces[next].StartsLine;
    }

    /// <summary>一、 with a heading right above an article divides the articles, as judicial interpretations have it; so does （一） inside such a division.</summary>
    public static void SettleDivisions(string text, List<NoticePiece> pieces)
    {
        // Where nothing else divides them, （一） before an article is an item that was cut off.
        var hasDivisions = Enumerable.Range(0, Math.Max(0, pieces.Count - 1)).Any(i =>
            pieces[i].Mark.Kind == NumberingKind.First && pieces[i + 1].IsMarked && pieces[i + 1].Mark.Kind == NumberingKind.Article && IsHeading(text, pieces[i]));
        for (var i = pieces.Count - 2; i >= 0; i--)
        {
            var (piece, next) = (pieces[i], pieces[i + 1]);
            if (!next.IsMarked || next.Mark.Kind is not (NumberingKind.Article or NumberingKind.Subdivision) || !IsHeading(text, piece)) continue;
            if (piece.Mark.Kind == NumberingKind.First) pieces[i] = piece with { Mark = piece.Mark with { Kind = NumberingKind.Division } };
            else if (hasDivisions && piece.Mark.Kind == NumberingKind.Second && piece.Mark.Value == 1) pieces[i] = piece with { Mark = piece.Mark with { Kind = NumberingKind.Subdivision } };
        }
    }

    private static bool IsHeading(string text, in NoticePiece piece) =>
        piece.IsMarked && piece.Span.Length is >= ShortestHeading and <= LongestHeading && piece.Span.Length - piece.Mark.Span.Length >= 2
        && char.IsLetterOrDigit(text[piece.Span.End - 1]) && text.AsSpan(piece.Span.Start, piece.Span.Length).IndexOfAny('，', '。', '；') < 0;

    /// <summary>An item of a list that the next one follows, or what announces one.</summary>
    private static bool IsItem(string text, in NoticePiece piece) =>
        piece.IsMarked && piece.Span.Length >= ShortestItem && text[piece.Span.End - 1] is '；' or ';' or '：' or ':';

    private static int LengthOf(string text, TextSpan span, List<string> headings)
    {
        var longest = 0;
        var piece = text.AsSpan(span.Start, span.Length);
        foreach (var heading in headings)
        {
            if (heading.Length > longest && heading.Length < piece.Length && piece.StartsWith(heading) && (heading[^1] is '；' or ';' or '：' or ':' || Sentences.IsEnd(piece[^1]))) longest = heading.Length;
        }

        return longest;
    }
}
