using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Chooses which of several copies of a piece is kept: a whole one, then the one with most letters, then the likelier one, then one behind the
/// text before it, then the best set one.
/// </summary>
internal static class BetterCopy
{
    /// <summary>What stands in Chinese text where a scraper has lost the full-width sign, or taken one for another.</summary>
    private const string Worse = "[]【】;:,()?!○";

    /// <summary>So many bits tell which of two copies has the slip.</summary>
    private const double LeastLikelier = 3;

    /// <summary>The piece or the copy of it to keep.</summary>
    /// <param name="text">The text.</param>
    /// <param name="placement">Where the pieces go.</param>
    /// <param name="piece">The piece that was found first.</param>
    /// <param name="copies">What says it again.</param>
    /// <param name="after">Where the part of the unit before it ends, which a copy must stand behind to be kept in order.</param>
    public static int Choose(string text, Placement placement, int piece, IEnumerable<int> copies, int after)
    {
        var (best, rank) = (piece, Rank(text, placement, piece, after));
        foreach (var copy in copies)
        {
            var other = Rank(text, placement, copy, after);
            if (IsBetter(other, rank)) (best, rank) = (copy, other);
        }

        return best;
    }

    /// <summary>A copy that has lost a character is worse than one that has not, whatever else is set better in it.</summary>
    private static bool IsBetter(in CopyRank one, in CopyRank other)
    {
        if (one.IsCutOff != other.IsCutOff) return other.IsCutOff;
        if (one.Letters != other.Letters) return one.Letters > other.Letters;
        if (Math.Abs(one.Likelihood - other.Likelihood) >= LeastLikelier) return one.Likelihood > other.Likelihood;
        return one.IsBefore != other.IsBefore ? other.IsBefore : one.Worse < other.Worse;
    }

    private static CopyRank Rank(string text, Placement placement, int piece, int after)
    {
        var span = text.AsSpan(placement.Pieces[piece].Span.Start, placement.Pieces[piece].Span.Length);
        var (letters, bits, before) = (0, 0.0, (char?)null);
        for (var i = 0; i < span.Length; i++)
        {
            if (char.IsWhiteSpace(span[i])) continue;
            var isWord = char.IsLetter(span[i]) && !ChineseNumerals.IsNumeral(span[i]);
            if (isWord && !IsDoubled(span, i)) letters++;
            if (isWord) bits += CharacterPairs.Instance.Likelihood(before, span[i], null);
            before = isWord ? span[i] : null;
        }

        return new CopyRank(placement.Families.IsCutOff(piece), letters, bits, placement.Pieces[piece].Span.Start < after, span.CountAny(Worse));
    }

    /// <summary>A character that is set twice, alone or with the one before it, adds nothing.</summary>
    private static bool IsDoubled(ReadOnlySpan<char> text, int at) =>
        (at > 0 && text[at] == text[at - 1]) || (at > 2 && text[at] == text[at - 2] && text[at - 1] == text[at - 3])
        || (at + 1 < text.Length && at > 1 && text[at] == text[at - 2] && text[at + 1] == text[at - 1]);

    /// <summary>What speaks for a copy.</summary>
    /// <param name="IsCutOff">It is no whole sentence.</param>
    /// <param name="Letters">How many letters it has; numbers are written in several ways.</param>
    /// <param name="Likelihood">How likely its text is, in bits: what a slip of the pen makes of it is less likely by far.</param>
    /// <param name="IsBefore">It stands before what is kept of its unit before it.</param>
    /// <param name="Worse">How many signs are badly set.</param>
    private readonly record struct CopyRank(bool IsCutOff, int Letters, double Likelihood, bool IsBefore, int Worse);
}
