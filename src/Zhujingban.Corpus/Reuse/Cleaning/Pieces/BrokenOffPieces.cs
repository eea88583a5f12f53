using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Parts pieces where a text breaks off in mid-sentence and another one begins: what stands before the place is how another piece begins, which goes on
/// otherwise there, and what stands behind it is how another piece begins, or the piece itself. One of the two proves nothing: sentences have their
/// formulas, and one may end as another one does.
/// </summary>
internal sealed class BrokenOffPieces
{
    private const int ShortestHead = 6;
    private const int ShortestRest = 6;

    /// <summary>So many characters that a sentence begins with are no formula.</summary>
    private const int Certain = 24;

    /// <summary>So many behind a mark.</summary>
    private const int CertainMarked = 12;

    /// <summary>So many characters behind the place both texts may go on alike by chance.</summary>
    private const int MostChance = 2;

    private const int LongestCompared = 400;
    private const int MostEqual = 8;

    private readonly string _text;
    private readonly IReadOnlyList<NoticePiece> _pieces;
    private readonly MarksBehindBreaks _marks;
    private readonly int[] _sorted;
    private readonly int[] _rank;

    private BrokenOffPieces(string text, IReadOnlyList<NoticePiece> pieces)
    {
        (_text, _pieces, _marks) = (text, pieces, new MarksBehindBreaks(text));
        _sorted = [.. Enumerable.Range(0, pieces.Count).Where(i => pieces[i].Kind is not (PieceKind.Boilerplate or PieceKind.HeadLine or PieceKind.Order))];
        Array.Sort(_sorted, (one, other) => Start(one).SequenceCompareTo(Start(other)) is not 0 and var order ? order : one - other);
        _rank = new int[pieces.Count];
        for (var i = 0; i < _sorted.Length; i++) _rank[_sorted[i]] = i;
    }

    /// <summary>The pieces, parted.</summary>
    public static List<NoticePiece> Part(string text, List<NoticePiece> pieces)
    {
        var broken = new BrokenOffPieces(text, pieces);
        var parted = new List<NoticePiece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind is PieceKind.Marked or PieceKind.Sentence && broken.CutOf(i) is (> 0 and var at, var behind))
            {
                var end = at;
                while (end > pieces[i].Span.Start && char.IsWhiteSpace(text[end - 1])) end--;
                parted.Add(pieces[i] with { Span = pieces[i].Span with { End = end } });
                parted.Add(behind);
            }
            else parted.Add(pieces[i]);
        }

        return parted;
    }

    private static NoticePiece Behind(in NoticePiece piece, int at, in NoticePiece known) => new(
        known.Kind,
        piece.Span with { Start = at },
        known.IsMarked ? known.Mark with { Span = TextSpan.At(at, known.Mark.Span.Length), AtLineStart = false } : default,
        false);

    /// <summary>Where a piece breaks off, and the piece that begins as what stands behind does; 0 for one that is whole.</summary>
    private (int At, NoticePiece Behind) CutOf(int piece)
    {
        var span = _pieces[piece].Span;
        if (span.Length < ShortestHead + ShortestRest) return default;
        if (BeginsAgain(span) is > 0 and var again) return (again, Behind(_pieces[piece], again, _pieces[piece]));
        if (_marks.BehindHeading(_pieces[piece]) is { } heading) return (heading.Span.Start, new NoticePiece(PieceKind.Marked, span with { Start = heading.Span.Start }, heading, false));
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            var common = CommonWithNeighbour(piece, step);
            for (var length = common; length >= Math.Max(ShortestHead, common - MostChance); length--)
            {
                var at = span.Start + length;
                if (span.End - at < ShortestRest || !MayBegin(at)) continue;
                if (length == common && _marks.At(at, span.End) is { } mark) return (at, new NoticePiece(PieceKind.Marked, new TextSpan(at, span.End), mark, false));
                if (BreaksOff(at) && KnownAt(at, span.End, piece) is >= 0 and var known) return (at, Behind(_pieces[piece], at, _pieces[known]));
            }
        }

        return default;
    }

    /// <summary>对未按要求整改的，取消其对未按要求整改的，取消其下一年度申报资格。: where all that stands before is said again right away.</summary>
    private int BeginsAgain(TextSpan span)
    {
        var piece = Start(span);
        var again = piece[1..].IndexOf(piece[..ShortestHead]) + 1;
        if (again < ShortestHead || !piece[..again].ContainsAnyInRange('\u4E00', '\u9FFF')) return 0;
        var head = piece[..again].TrimEnd();
        // A list may name one thing twice.
        if (head[^1] is '，' or '、' or ',') return 0;
        return piece[again..].StartsWith(head) ? span.Start + again : 0;
    }

    private bool MayBegin(int at) => char.IsLetterOrDigit(_text[at]) || char.GetUnicodeCategory(_text[at]) == System.Globalization.UnicodeCategory.OtherNumber || _text[at] is '（' or '(' or '《';

    /// <summary>True for a place between two words of one clause, at the end of a line, or behind a colon or semicolon.</summary>
    private bool BreaksOff(int at)
    {
        var before = _text[at - 1];
        return before is '：' or '；' || !(char.IsPunctuation(before) || char.IsPunctuation(_text[at])) || before == '\n';
    }

    /// <summary>The number of characters that a piece has in common with the nearest other one in the order of their texts.</summary>
    private int CommonWithNeighbour(int piece, int step)
    {
        var text = Start(piece);
        for (var (i, count) = (_rank[piece] + step, 0); i >= 0 && i < _sorted.Length && count < MostEqual; i += step, count++)
        {
            var other = Start(_sorted[i]);
            if (_pieces[_sorted[i]].IsFrame) continue;
            if (!other.SequenceEqual(text)) return text.CommonPrefixLength(other);
        }

        return 0;
    }

    /// <summary>A piece that begins as the text at a place does: whole, or as far as that text goes, or for so long that it is no formula; -1 for none.</summary>
    private int KnownAt(int at, int end, int piece)
    {
        var rest = Start(new TextSpan(at, end));
        var (low, high) = (0, _sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Start(_sorted[middle]).SequenceCompareTo(rest) < 0) low = middle + 1;
            else high = middle;
        }

        foreach (var rank in (ReadOnlySpan<int>)[low, low - 1, low + 1])
        {
            if (rank < 0 || rank >= _sorted.Length || _sorted[rank] == piece) continue;
            var known = Start(_sorted[rank]);
            var common = rest.CommonPrefixLength(known);
            var isFrame = _pieces[_sorted[rank]].IsFrame;
            if (isFrame ? common == rest.Length && common == known.Length : IsEnough(common, rest.Length, known.Length, _pieces[_sorted[rank]].IsMarked)) return _sorted[rank];
        }

        return -1;
    }

    /// <summary>True where two texts begin alike for so long that one is a copy of the other. Sentences may begin with the words that follow a formula elsewhere.</summary>
    private static bool IsEnough(int common, int rest, int known, bool isMarked) => common >= (isMarked ? CertainMarked : Certain)
        || (common >= ShortestRest && (common == rest || (common == known && (isMarked || common >= CertainMarked))));

    private ReadOnlySpan<char> Start(int piece) => Start(_pieces[piece].Span);

    private ReadOnlySpan<char> Start(TextSpan span) => _text.AsSpan(span.Start, Math.Min(span.Length, LongestCompared));
}
