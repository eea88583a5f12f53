namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Tells whether what two readings differ in are slips: single characters, apart from one another, that make no other number, negation, level,
/// name or word. Where it cannot be told they are none, and the pieces stay two.
/// </summary>
internal static class SlipOfThePen
{
    /// <summary>
    /// A slip is so much less likely at its place than what should stand there, in bits. Two characters that are nearly as likely are two words
    /// (董事, 监事); measured, it parts other words from random characters: three of four of the one, one of ten of the other.
    /// </summary>
    private const double LeastSurprise = 5;

    /// <summary>The rule by which two readings that differ in these places say the same; null when they do not.</summary>
    public static string? Reason(PieceReading left, PieceReading right, List<Hunk> hunks)
    {
        var missing = false;
        foreach (var hunk in hunks)
        {
            if (HasNumber(left, hunk.LeftStart, hunk.LeftEnd) || HasNumber(right, hunk.RightStart, hunk.RightEnd)) return null;
            var slip = (hunk.LeftLength, hunk.RightLength) switch
            {
                (1, 1) => IsExchange(left, hunk.LeftStart, right, hunk.RightStart),
                (1, 0) => IsMissing(left, hunk.LeftStart),
                (0, 1) => IsMissing(right, hunk.RightStart),
                (2, 2) => IsTransposed(left, hunk.LeftStart, right, hunk.RightStart),
                ( > 1, 0) => IsDoubled(left, hunk.LeftStart, hunk.LeftEnd),
                (0, > 1) => IsDoubled(right, hunk.RightStart, hunk.RightEnd),
                _ => false,
            };
            if (!slip) return null;
            missing |= hunk.LeftLength != hunk.RightLength;
        }

        return missing ? LikenessReasons.CharacterMissing : LikenessReasons.CharacterDiffers;
    }

    private static bool IsExchange(PieceReading left, int i, PieceReading right, int j)
    {
        var (a, b) = (left.Letters[i], right.Letters[j]);
        if (ProtectedWords.AreSpellings(a, b)) return true;
        if (ProtectedWords.IsNegation(a) || ProtectedWords.IsNegation(b) || ProtectedWords.AreOpposed(a, b)) return false;
        if (ProtectedWords.IsSurname(a) && ProtectedWords.IsSurname(b)) return false;
        if (ProtectedWords.IsInWord(left, i) && ProtectedWords.IsInWord(right, j)) return false;
        if (Math.Abs(ProtectedWords.Likelihood(left, i) - ProtectedWords.Likelihood(right, j)) < LeastSurprise) return false;
        if (ProtectedWords.IsInPlace(left, i) && ProtectedWords.IsInPlace(right, j)) return false;
        if (ProtectedWords.IsInUnknownName(left, i) && ProtectedWords.IsInUnknownName(right, j)) return false;
        return !(ProtectedWords.IsInPersonName(left, i) && ProtectedWords.IsInPersonName(right, j));
    }

    private static bool IsMissing(PieceReading longer, int at)
    {
        var c = longer.Letters[at];
        if (ProtectedWords.IsNegation(c) || ProtectedWords.IsQualifier(c)) return IsDoubled(longer, at, at + 1) && !ProtectedWords.IsNegation(c);
        if (ProtectedWords.IsParticle(c) || IsDoubled(longer, at, at + 1)) return true;
        // Without 办, 本办法 is 本法: where the neighbours make a word of their own, it may be another one.
        if (ProtectedWords.IsWord(longer, at - 1, at + 1)) return false;
        return !ProtectedWords.IsInUnknownName(longer, at) && !ProtectedWords.IsInPersonName(longer, at);
    }

    /// <summary>理管 for 管理. Where both orders make words (上海, 海上) it is another word.</summary>
    private static bool IsTransposed(PieceReading left, int i, PieceReading right, int j)
    {
        if (left.Letters[i] != right.Letters[j + 1] || left.Letters[i + 1] != right.Letters[j]) return false;
        if (ProtectedWords.AreOpposed(left.Letters[i], left.Letters[i + 1])) return false;
        return ProtectedWords.IsWord(left, i) != ProtectedWords.IsWord(right, j)
            && !ProtectedWords.IsNegation(left.Letters[i]) && !ProtectedWords.IsNegation(left.Letters[i + 1]);
    }

    /// <summary>What stands there twice at once: 管理管理.</summary>
    private static bool IsDoubled(PieceReading longer, int start, int end)
    {
        var letters = longer.Letters;
        var length = end - start;
        var doubled = letters[start..end];
        return (start >= length && letters.Slice(start - length, length).SequenceEqual(doubled))
            || (end + length <= letters.Length && letters.Slice(end, length).SequenceEqual(doubled));
    }

    private static bool HasNumber(PieceReading piece, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if ((piece.Kinds[i] & LetterKinds.Number) != 0) return true;
        }

        return false;
    }
}
