using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse;

/// <summary>Compares two pieces that may be like one another.</summary>
/// <param name="text">The text that the pieces are ranges of.</param>
internal sealed class PieceComparison(string text)
{
    /// <summary>Shorter readings of strangers are alike only when they are equal: one letter of nine is too much.</summary>
    public const int ShortestWithSlips = 10;

    /// <summary>At the place of another one, or beside a copy, a heading is long enough, without its mark.</summary>
    private const int ShortestInContext = 5;

    /// <summary>What makes no sense in so short a piece beside a copy, in bits: of 209 pairs of headings a letter apart two that may be meant are taken for one (听证, 听政).</summary>
    private const double Senseless = 12;

    private const int LettersToASlip = 10;
    private const int MostSlips = 24;

    private readonly EditScript _script = new();

    /// <summary>How many edits two readings of a length may be apart: one, and one more for every ten letters: each of two copies may have one in twenty.</summary>
    public static int MostEdits(int length) => length < ShortestWithSlips ? 0 : Math.Min(1 + (length / LettersToASlip), MostSlips);

    /// <summary>True when the characters of two pieces are equal as written, but for white space.</summary>
    public bool AreWrittenEqual(TextSpan left, TextSpan right)
    {
        var a = text.AsSpan(left.Start, left.Length);
        var b = text.AsSpan(right.Start, right.Length);
        if (a.SequenceEqual(b)) return true;
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < a.Length && char.IsWhiteSpace(a[i])) i++;
            while (j < b.Length && char.IsWhiteSpace(b[j])) j++;
            if (i == a.Length || j == b.Length) return i == a.Length && j == b.Length;
            if (a[i++] != b[j++]) return false;
        }
    }

    /// <summary>Why two pieces whose readings are equal, but that are written otherwise, are alike.</summary>
    public static string FormReason(PieceReading left, PieceReading right)
    {
        if (left.Folded.SequenceEqual(right.Folded)) return LikenessReasons.FormDiffers;
        var number = false;
        for (var i = 0; i < Math.Min(left.Numbers.Count, right.Numbers.Count); i++)
        {
            var (a, b) = (left.Numbers[i], right.Numbers[i]);
            if (left.Folded[a.Start..a.End].SequenceEqual(right.Folded[b.Start..b.End])) continue;
            if (a.IsDate || b.IsDate) return LikenessReasons.DateFormDiffers;
            number = true;
        }

        return number ? LikenessReasons.NumberFormDiffers : LikenessReasons.PunctuationDiffers;
    }

    /// <summary>The number of slips that two readings differ in, and the rule; null when what differs is no slip.</summary>
    public (int Edits, string Reason)? Slips(PieceReading left, PieceReading right)
    {
        var bound = MostEdits(Math.Max(left.Letters.Length, right.Letters.Length));
        if (Math.Min(left.Letters.Length, right.Letters.Length) < ShortestWithSlips - 1) return null;
        var edits = _script.Find(left.Letters, right.Letters, bound);
        return edits <= bound && SlipOfThePen.Reason(left, right, _script.Hunks) is { } reason ? (edits, reason) : null;
    }

    /// <summary>How alike two pieces are which something besides them says to be copies, and the rule; null when they say different things.</summary>
    public (double Similarity, string Reason)? InContext(PieceReading left, PieceReading right, SlipContext context)
    {
        var longer = Math.Max(left.Letters.Length, right.Letters.Length);
        var bound = MostEdits(longer);
        if (bound == 0) return ShortInContext(left, right, context, longer);
        var edits = _script.Find(left.Letters, right.Letters, bound);
        return edits <= bound && SlipOfThePen.Reason(left, right, _script.Hunks, context) is { } reason ? (1 - (Math.Max(edits, 1) / (double)longer), reason) : null;
    }

    /// <summary>True when two pieces that differ in little surely say different things.</summary>
    public bool Contradict(PieceReading left, PieceReading right)
    {
        var bound = MostEdits(Math.Max(left.Letters.Length, right.Letters.Length));
        return bound > 0 && _script.Find(left.Letters, right.Letters, bound) <= bound && Contradictions.Any(left, right, _script.Hunks);
    }

    /// <summary>
    /// The same of short pieces, which may have one slip. But at the place of one unit, a letter must have been taken for another one and make no sense: 收文处理程序 and 发文处理程序 are two
    /// headings, and so are 带班领导职责 and 代班领导职责.
    /// </summary>
    private (double Similarity, string Reason)? ShortInContext(PieceReading left, PieceReading right, SlipContext context, int longer)
    {
        if (longer - left.MarkLength < ShortestInContext || _script.Find(left.Letters, right.Letters, 1) > 1) return null;
        if (context != SlipContext.SameUnit && !_script.Hunks.TrueForAll(hunk => IsSenseless(left, right, hunk))) return null;
        return SlipOfThePen.Reason(left, right, _script.Hunks, context) is { } reason ? (1 - (1 / (double)longer), reason) : null;
    }

    private static bool IsSenseless(PieceReading left, PieceReading right, in Hunk hunk) => hunk is { LeftLength: 1, RightLength: 1 }
        && SlipOfThePen.IsMistaken(left, hunk.LeftStart, right, hunk.RightStart) && LetterChances.IsSenseless(left, hunk.LeftStart, right, hunk.RightStart, Senseless);

    /// <summary>One minus edits over the longer one's length, below 1. Too many edits to count are all that is not equal at both ends.</summary>
    public double Similarity(PieceReading left, PieceReading right)
    {
        var a = left.Folded;
        var b = right.Folded;
        var longer = Math.Max(Math.Max(a.Length, b.Length), 1);
        var edits = _script.Count(a, b, EditScript.MostEdits);
        if (edits > EditScript.MostEdits)
        {
            var head = a.CommonPrefixLength(b);
            a = a[head..];
            b = b[head..];
            var tail = 0;
            while (tail < Math.Min(a.Length, b.Length) && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
            edits = Math.Max(a.Length, b.Length) - tail;
        }

        return 1 - (Math.Max(edits, 1) / (double)Math.Max(longer, 2));
    }

    /// <summary>What <see cref="Similarity"/> is at most, by the lengths alone.</summary>
    public static double MostSimilar(PieceReading left, PieceReading right) =>
        1 - (Math.Abs(left.Folded.Length - right.Folded.Length) / (double)Math.Max(Math.Max(left.Folded.Length, right.Folded.Length), 2));
}
