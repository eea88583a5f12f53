using System.Buffers;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Parts pieces where one text breaks off and the end of another one follows. What stands behind a piece is said again elsewhere, and what stands before it there ends
/// as the piece does; what is left of the piece is how another one begins, or a heading. The end of a sentence shows nothing by itself, so that its neighbour
/// has to.
/// </summary>
internal sealed class FusedFragments
{
    private const int ShortestHead = 4;
    private const int ShortestTail = 4;

    /// <summary>So many characters that two pieces end with are no formula.</summary>
    private const int Certain = 12;

    private const int LongestHeading = 24;
    private const int MostCopies = 8;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("，、；：,;:");

    private readonly string _text;
    private readonly NoticePiece[] _pieces;
    private readonly PieceFamilies _families;
    private readonly ILookup<int, int> _members;
    private readonly Dictionary<string, List<int>> _beginnings = [];

    private FusedFragments(string text, NoticePiece[] pieces, PieceFamilies families)
    {
        (_text, _pieces, _families) = (text, pieces, families);
        _members = Enumerable.Range(0, pieces.Length).Where(families.HasCopies).ToLookup(families.FamilyOf);
        foreach (var piece in Enumerable.Range(0, pieces.Length).Where(MayBeParted))
        {
            var span = pieces[piece].Span;
            if (span.Length < ShortestHead) continue;
            var beginning = text.Substring(span.Start, ShortestHead);
            if (!_beginnings.TryGetValue(beginning, out var known)) _beginnings[beginning] = known = [];
            if (known.Count < MostCopies) known.Add(piece);
        }
    }

    /// <summary>The pieces, parted; the same where none is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    public static NoticePiece[] Part(string text, NoticePiece[] pieces, PieceFamilies families)
    {
        var fused = new FusedFragments(text, pieces, families);
        var parted = new List<NoticePiece>(pieces.Length);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (fused.CutOf(i) is not (> 0 and var at))
            {
                parted.Add(pieces[i]);
                continue;
            }

            var end = at;
            while (char.IsWhiteSpace(text[end - 1])) end--;
            parted.Add(pieces[i] with { Span = pieces[i].Span with { End = end } });
            parted.Add(new NoticePiece(PieceKind.Sentence, pieces[i].Span with { Start = at }, default, false));
        }

        return parted.Count == pieces.Length ? pieces : [.. parted];
    }

    private bool MayBeParted(int piece) => _pieces[piece].Kind is PieceKind.Marked or PieceKind.Sentence;

    /// <summary>Where the end of another text begins in a piece; 0 for a piece that is whole.</summary>
    private int CutOf(int piece)
    {
        var span = _pieces[piece].Span;
        if (!MayBeParted(piece) || _families.HasCopies(piece) || span.Length < ShortestHead + ShortestTail || piece + 1 >= _pieces.Length) return 0;
        foreach (var next in Copies(piece + 1))
        {
            if (next == 0 || next - 1 == piece || !MayBeParted(next - 1)) continue;
            var at = StartOfCommonTail(span, _pieces[next - 1].Span);
            if (span.End - at >= ShortestTail && MayBreakOff(piece, next - 1, at) && IsHead(piece, next - 1, at)) return at;
        }

        return 0;
    }

    private IEnumerable<int> Copies(int piece) => _members[_families.FamilyOf(piece)].Where(copy => copy != piece).Take(MostCopies);

    /// <summary>Where in one text begins what both end with, but for white space.</summary>
    private int StartOfCommonTail(TextSpan one, TextSpan other)
    {
        var (at, i, j) = (one.End, one.End, other.End);
        while (true)
        {
            while (i > one.Start && char.IsWhiteSpace(_text[i - 1])) i--;
            while (j > other.Start && char.IsWhiteSpace(_text[j - 1])) j--;
            if (i == one.Start || j == other.Start || _text[i - 1] != _text[j - 1]) return at;
            at = --i;
            j--;
        }
    }

    /// <summary>
    /// True for a place that is in no mark, and in no word unless a line ends there; nor may what stands before it in either text say something else of the same
    /// (市局, 省局). What is the end of a sentence by itself elsewhere may be so because a line ends there in that copy.
    /// </summary>
    private bool MayBreakOff(int piece, int tailOf, int at)
    {
        if (at <= BodyOf(piece) || IsMeaning(at - 1) || IsMeaning(StartOfCommonTail(_pieces[tailOf].Span, _pieces[piece].Span) - 1)) return false;
        if (!char.IsWhiteSpace(_text[at - 1]) && CharacterPairs.Instance.IsWord(_text[at - 1], _text[at])) return false;
        return !_families.IsCutOff(tailOf) || _pieces[piece].Span.End - at < _pieces[tailOf].Span.Length;
    }

    /// <summary>
    /// True when what a piece has before a place is the beginning of another one, which ends otherwise: one that ends alike, too, is the same sentence in other words.
    /// Or when it is an item, or a heading, that ran together with a whole sentence. What stands before the end elsewhere, too, only has a line break there.
    /// </summary>
    private bool IsHead(int piece, int tailOf, int at)
    {
        var (span, body) = (_pieces[piece].Span, BodyOf(piece));
        var head = _text.AsSpan(span.Start, at - span.Start).TrimEnd();
        var tail = _text.AsSpan(at, span.End - at);
        if (span.Start + head.Length - body < ShortestHead) return false;
        if (tailOf > 0 && TextOf(tailOf - 1).EndsWith(head[^Math.Min(head.Length, Certain)..])) return false;
        if (_beginnings.TryGetValue(head[..ShortestHead].ToString(), out var known))
        {
            foreach (var other in known)
            {
                if (other != piece && other != tailOf && TextOf(other).StartsWith(head) && !TextOf(other).EndsWith(tail)) return true;
            }
        }

        if (!_pieces[piece].IsMarked || tail.Length < Certain || _pieces[tailOf].Span.End - tail.Length > BodyOf(tailOf)) return false;
        return head[^1] is '；' or ';' || (head.Length <= LongestHeading && !head[(body - span.Start)..].ContainsAny(Punctuation));
    }

    private bool IsMeaning(int at) => at >= 0 && (ProtectedWords.IsNegation(_text[at]) || ProtectedWords.IsQualifier(_text[at]));

    private ReadOnlySpan<char> TextOf(int piece) => _text.AsSpan(_pieces[piece].Span.Start, _pieces[piece].Span.Length);

    /// <summary>Where a piece goes on behind its mark.</summary>
    private int BodyOf(int piece) => _pieces[piece].IsMarked ? Math.Min(_pieces[piece].Mark.Span.End, _pieces[piece].Span.End) : _pieces[piece].Span.Start;
}
