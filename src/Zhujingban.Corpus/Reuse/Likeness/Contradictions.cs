namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Tells whether two readings that are much alike surely say different things: another number, a negation more, another level, other words in the place of words. What
/// is neither a slip of the pen nor sure to be meant is none.
/// </summary>
internal static class Contradictions
{
    /// <summary>True when one of the places in which two readings differ contradicts.</summary>
    /// <param name="left">The one reading.</param>
    /// <param name="right">The other.</param>
    /// <param name="hunks">Where they differ.</param>
    public static bool Any(PieceReading left, PieceReading right, List<Hunk> hunks) => hunks.Exists(hunk => Is(left, right, hunk));

    private static bool Is(PieceReading left, PieceReading right, in Hunk hunk)
    {
        if (SlipOfThePen.HasNumber(left, hunk.LeftStart, hunk.LeftEnd) || SlipOfThePen.HasNumber(right, hunk.RightStart, hunk.RightEnd)) return true;
        if (Negations(left, hunk.LeftStart, hunk.LeftEnd) != Negations(right, hunk.RightStart, hunk.RightEnd)) return true;
        if (hunk is { LeftLength: 1, RightLength: 1 })
        {
            if (ProtectedWords.AreOpposed(left.Letters[hunk.LeftStart], right.Letters[hunk.RightStart])) return true;
            if (SlipOfThePen.IsMistaken(left, hunk.LeftStart, right, hunk.RightStart) || LetterChances.IsSenseless(left, hunk.LeftStart, right, hunk.RightStart)) return false;
        }

        return hunk is { LeftLength: > 0, RightLength: > 0 } && AreWords(left, hunk.LeftStart, hunk.LeftEnd) && AreWords(right, hunk.RightStart, hunk.RightEnd);
    }

    private static int Negations(PieceReading piece, int start, int end)
    {
        var count = 0;
        for (var at = start; at < end; at++) count += ProtectedWords.IsNegation(piece, at) ? 1 : 0;
        return count;
    }

    /// <summary>True for a letter in a word, and for letters with a word among them: 水利部.</summary>
    private static bool AreWords(PieceReading piece, int start, int end)
    {
        if (end - start == 1) return ProtectedWords.IsInWord(piece, start);
        for (var at = start; at + 1 < end; at++)
        {
            if (ProtectedWords.IsWord(piece, at)) return true;
        }

        return false;
    }
}
