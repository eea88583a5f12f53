using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>A piece that is a part of another.</summary>
/// <param name="Of">The other piece.</param>
/// <param name="IsHead">True for its beginning, false for its end.</param>
internal readonly record struct PieceFragment(int Of, bool IsHead);

/// <summary>
/// Parts pieces where a repeated passage breaks off in the middle of a sentence and something else follows, or begins there: the sentence behind
/// a repeated one begins as the sentence behind the other copy does, or the one before it ends so.
/// </summary>
internal static class SpliceSeams
{
    /// <summary>Fewer equal characters at a seam are chance.</summary>
    private const int Fewest = 4;

    private const int MostCopies = 4;

    /// <summary>The pieces, parted, and for each fragment the piece that it is a part of.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    public static (List<NoticePiece> Pieces, Dictionary<int, PieceFragment> Fragments) Part(string text, IReadOnlyList<NoticePiece> pieces, PieceFamilies families)
    {
        var heads = new Dictionary<int, (int Length, int Of)>();
        var tails = new Dictionary<int, (int Length, int Of)>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var copy = families.BeforeInFamily[i];
            for (var count = 0; copy >= 0 && count < MostCopies; copy = families.BeforeInFamily[copy], count++)
            {
                Compare(text, pieces, families, i, copy, heads, tails);
                Compare(text, pieces, families, copy, i, heads, tails);
            }
        }

        if (heads.Count + tails.Count == 0) return ([.. pieces], []);
        return Cut(text, pieces, heads, tails);
    }

    /// <summary>Looks at what stands behind and before a piece, and behind and before a copy of it.</summary>
    private static void Compare(
        string text, IReadOnlyList<NoticePiece> pieces, PieceFamilies families, int piece, int copy,
        Dictionary<int, (int, int)> heads, Dictionary<int, (int, int)> tails)
    {
        if (piece + 1 < pieces.Count && copy + 1 < pieces.Count && IsForeign(pieces, families, piece + 1, copy + 1))
        {
            var (a, b) = (pieces[piece + 1].Span, pieces[copy + 1].Span);
            var common = text.AsSpan(a.Start, a.Length).CommonPrefixLength(text.AsSpan(b.Start, b.Length));
            var mark = pieces[piece + 1].IsMarked ? pieces[piece + 1].Mark.Span.Length : 0;
            if (common - mark >= Fewest && IsInClause(text, b, b.Start + common) && !AreVariants(text, a, b)) heads.TryAdd(piece + 1, (common, copy + 1));
        }

        if (piece > 0 && copy > 0 && IsForeign(pieces, families, piece - 1, copy - 1))
        {
            var (a, b) = (pieces[piece - 1].Span, pieces[copy - 1].Span);
            var common = CommonSuffix(text.AsSpan(a.Start, a.Length), text.AsSpan(b.Start, b.Length));
            if (common >= Fewest && IsInClause(text, b, b.End - common) && !AreVariants(text, a, b)) tails.TryAdd(piece - 1, (common, copy - 1));
        }
    }

    /// <summary>
    /// True for two sentences that differ in a few words only (省级, 县级; 可以, 不可以): they say two things, and neither breaks off.
    /// </summary>
    private static bool AreVariants(string text, TextSpan one, TextSpan other)
    {
        var a = text.AsSpan(one.Start, one.Length);
        var b = text.AsSpan(other.Start, other.Length);
        var head = a.CommonPrefixLength(b);
        var rest = Math.Min(a.Length, b.Length) - head;
        return rest - Math.Min(rest, CommonSuffix(a[head..], b[head..])) <= Math.Max(Fewest, Math.Min(a.Length, b.Length) / 4) && Math.Abs(a.Length - b.Length) <= Math.Max(Fewest, a.Length / 4);
    }

    /// <summary>True for a place between two words of one clause: what ends or begins with a clause may be said at two places.</summary>
    private static bool IsInClause(string text, TextSpan piece, int at) =>
        at > piece.Start && at < piece.End && !char.IsPunctuation(text[at - 1]) && !char.IsPunctuation(text[at]);

    private static bool IsForeign(IReadOnlyList<NoticePiece> pieces, PieceFamilies families, int one, int other) =>
        one != other && families.BeforeInFamily[one] < 0 && families.FamilyOf(one) != families.FamilyOf(other) && !families.HasCopies(one)
        && pieces[one].Kind is PieceKind.Marked or PieceKind.Sentence && pieces[other].Kind is PieceKind.Marked or PieceKind.Sentence;

    private static (List<NoticePiece> Pieces, Dictionary<int, PieceFragment> Fragments) Cut(
        string text, IReadOnlyList<NoticePiece> pieces, Dictionary<int, (int Length, int Of)> heads, Dictionary<int, (int Length, int Of)> tails)
    {
        var parted = new List<NoticePiece>(pieces.Count + heads.Count + tails.Count);
        var moved = new int[pieces.Count];
        var fragments = new List<(int Fragment, int Of, bool IsHead)>();
        for (var i = 0; i < pieces.Count; i++)
        {
            moved[i] = parted.Count;
            var piece = pieces[i];
            // Next to nothing is left: the piece as a whole is a part of the other one.
            var isHead = heads.TryGetValue(i, out var head);
            var isTail = tails.TryGetValue(i, out var tail);
            if ((isHead && head.Length >= piece.Span.Length - 1) || (isTail && tail.Length >= piece.Span.Length - 1))
            {
                isHead &= head.Length >= piece.Span.Length - 1;
                fragments.Add((parted.Count, isHead ? head.Of : tail.Of, isHead));
                parted.Add(piece);
            }
            else if (isHead)
            {
                fragments.Add((parted.Count, head.Of, true));
                parted.Add(piece with { Span = TextSpan.At(piece.Span.Start, head.Length) });
                parted.Add(new NoticePiece(PieceKind.Sentence, Trim(text, piece.Span with { Start = piece.Span.Start + head.Length }), default, false));
            }
            else if (isTail)
            {
                parted.Add(piece with { Span = Trim(text, piece.Span with { End = piece.Span.End - tail.Length }) });
                fragments.Add((parted.Count, tail.Of, false));
                parted.Add(new NoticePiece(PieceKind.Sentence, piece.Span with { Start = piece.Span.End - tail.Length }, default, false));
            }
            else
            {
                parted.Add(piece);
            }
        }

        return (parted, fragments.ToDictionary(found => found.Fragment, found => new PieceFragment(moved[found.Of], found.IsHead)));
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end - 1 && char.IsWhiteSpace(text[start])) start++;
        while (end > start + 1 && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static int CommonSuffix(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[^(length + 1)] == other[^(length + 1)]) length++;
        return length;
    }
}
