namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Tells whether what two readings differ in are slips: single characters, apart from one another, that make no other number, negation, level,
/// name or word. Where it cannot be told they are none, and the pieces stay two.
/// </summary>
internal static class SlipOfThePen
{
    /// <summary>So many characters of two units of measure may be the same: 平方.</summary>
    private const int LongestSharedMeasure = 2;

    /// <summary>The rule by which two readings that differ in these places say the same; null when they do not.</summary>
    /// <param name="left">The one reading.</param>
    /// <param name="right">The other.</param>
    /// <param name="hunks">Where they differ.</param>
    /// <param name="context">What says that they are copies: then also a slip that makes another word is one, but never another number, negation, level or name.</param>
    public static string? Reason(PieceReading left, PieceReading right, List<Hunk> hunks, SlipContext context = SlipContext.None)
    {
        foreach (var hunk in hunks)
        {
            if (IsOtherMeasure(left, hunk.LeftStart, right, hunk.RightStart)) return null;
        }

        if (context != SlipContext.None) return SlipsInContext.Reason(left, right, hunks, context);
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
                (1, 2) => IsRare(right, hunk.RightStart) && !IsProtected(left, hunk.LeftStart),
                (2, 1) => IsRare(left, hunk.LeftStart) && !IsProtected(right, hunk.RightStart),
                ( > 1, 0) => IsDoubled(left, hunk.LeftStart, hunk.LeftEnd),
                (0, > 1) => IsDoubled(right, hunk.RightStart, hunk.RightEnd),
                _ => false,
            };
            if (!slip) return null;
            missing |= hunk.LeftLength != hunk.RightLength;
        }

        return missing ? LikenessReasons.CharacterMissing : LikenessReasons.CharacterDiffers;
    }

    /// <summary>5000亩 and 5000公顷, 100平方米 and 100平方公里: behind a number another unit of measure makes another amount.</summary>
    private static bool IsOtherMeasure(PieceReading left, int i, PieceReading right, int j)
    {
        for (var before = 0; before <= LongestSharedMeasure; before++)
        {
            if (ProtectedWords.MeasureAt(left, i - before) is { } one && ProtectedWords.MeasureAt(right, j - before) is { } other) return one != other;
        }

        return false;
    }

    /// <summary>王小明 and 王晓明: behind a surname, what makes no word with its neighbours may be a name.</summary>
    public static bool MayBeGivenName(PieceReading left, int i, PieceReading right, int j) =>
        IsBehindSurname(left, i) && IsBehindSurname(right, j) && !IsWordOfSurname(left, i) && !IsWordOfSurname(right, j)
        && !(ProtectedWords.IsInWord(left, i) && ProtectedWords.IsInWord(right, j));

    /// <summary>程序 and 高价 are no names, though 程 and 高 are; 李文化 may be one.</summary>
    private static bool IsWordOfSurname(PieceReading piece, int at) => ProtectedWords.IsWord(piece, at - 1) && !StandsAsSurname(piece, at - 2);

    /// <summary>The same where a letter may have been taken for another: 方 and 向 are surnames, but mostly words.</summary>
    private static bool IsOfName(PieceReading piece, int at) => ProtectedWords.IsSurnameOfName(piece, at) || ProtectedWords.IsSurnameOfName(piece, at - 1)
        || (ProtectedWords.IsSurnameOfName(piece, at - 2) && !ProtectedWords.IsWord(piece, at - 2));

    private static bool IsBehindSurname(PieceReading piece, int at) => StandsAsSurname(piece, at - 1) || (StandsAsSurname(piece, at - 2) && !ProtectedWords.IsWord(piece, at - 2));

    /// <summary>金 is a surname, but not in 资金.</summary>
    private static bool StandsAsSurname(PieceReading piece, int at) => at >= 0 && ProtectedWords.IsSurname(piece.Letters[at]) && !ProtectedWords.IsWord(piece, at - 1);

    private static bool IsExchange(PieceReading left, int i, PieceReading right, int j)
    {
        var (a, b) = (left.Letters[i], right.Letters[j]);
        if (ProtectedWords.AreSpellings(a, b) || IsMistaken(left, i, right, j)) return true;
        if (MayBeGivenName(left, i, right, j)) return false;
        if (ProtectedWords.IsNegation(left, i) || ProtectedWords.IsNegation(right, j) || ProtectedWords.AreOpposed(a, b)) return false;
        if (LetterChances.IsSenseless(left, i, right, j)) return true;
        if ((ProtectedWords.IsModal(a) || ProtectedWords.IsModal(b)) && !IsBrokenModal(left, i, right, j) && !LetterChances.AreFarApart(left, i, right, j)) return false;
        if (ProtectedWords.IsSurname(a) && ProtectedWords.IsSurname(b)) return false;
        if (ProtectedWords.IsBeforeNumber(left, i) && ProtectedWords.IsBeforeNumber(right, j)) return false;
        if (LetterChances.IsOtherWord(left, i, right, j)) return false;
        if (ProtectedWords.IsInPlace(left, i) && ProtectedWords.IsInPlace(right, j)) return false;
        if (ProtectedWords.IsInUnknownName(left, i) && ProtectedWords.IsInUnknownName(right, j)) return false;
        return !(ProtectedWords.IsInPersonName(left, i) && ProtectedWords.IsInPersonName(right, j));
    }

    /// <summary>
    /// 应当 and 因当: letters that are taken for one another say the same, unless both make words (中止, 终止) or names. A letter before 省 may end a name, but not where it
    /// breaks a word: 根剧省委 for 根据省委.
    /// </summary>
    public static bool IsMistaken(PieceReading left, int i, PieceReading right, int j)
    {
        var (a, b) = (left.Letters[i], right.Letters[j]);
        if (!ConfusableLetters.Are(a, b) || ProtectedWords.AreOpposed(a, b) || ProtectedWords.IsNegation(left, i) || ProtectedWords.IsNegation(right, j)) return false;
        return !(ProtectedWords.IsInWord(left, i) && ProtectedWords.IsInWord(right, j)) && !(IsOfName(left, i) && IsOfName(right, j))
            && !(ProtectedWords.IsBeforeNumber(left, i) && ProtectedWords.IsBeforeNumber(right, j))
            && !(ProtectedWords.IsInPlace(left, i) && ProtectedWords.IsInPlace(right, j))
            && !(ProtectedWords.IsInPersonName(left, i) && ProtectedWords.IsInPersonName(right, j))
            && (ProtectedWords.IsInWord(left, i) != ProtectedWords.IsInWord(right, j)
                || !(ProtectedWords.IsInUnknownName(left, i) && ProtectedWords.IsInUnknownName(right, j)));
    }

    /// <summary>因当 for 应当: the other letter of the modal's word is left without a word, and nothing else allows or obliges.</summary>
    private static bool IsBrokenModal(PieceReading left, int i, PieceReading right, int j) => ProtectedWords.IsModal(left.Letters[i]) != ProtectedWords.IsModal(right.Letters[j])
        && ProtectedWords.IsInWord(left, i) != ProtectedWords.IsInWord(right, j) && ProtectedWords.IsInWord(left, i) == ProtectedWords.IsModal(left.Letters[i]);

    /// <summary>A character of the supplementary planes in the place of an ordinary one is no word of official Chinese.</summary>
    private static bool IsRare(PieceReading piece, int at) => char.IsHighSurrogate(piece.Letters[at]) && char.IsLowSurrogate(piece.Letters[at + 1]);

    private static bool IsProtected(PieceReading piece, int at) => ProtectedWords.IsNegation(piece, at)
        || ProtectedWords.IsInUnknownName(piece, at) || ProtectedWords.IsInPersonName(piece, at) || ProtectedWords.IsBeforeNumber(piece, at);

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
    public static bool IsTransposed(PieceReading left, int i, PieceReading right, int j)
    {
        if (left.Letters[i] != right.Letters[j + 1] || left.Letters[i + 1] != right.Letters[j]) return false;
        if (ProtectedWords.AreOpposed(left.Letters[i], left.Letters[i + 1])) return false;
        return ProtectedWords.IsWord(left, i) != ProtectedWords.IsWord(right, j)
            && !ProtectedWords.IsNegation(left.Letters[i]) && !ProtectedWords.IsNegation(left.Letters[i + 1]);
    }

    /// <summary>What stands there twice at once: 管理管理.</summary>
    public static bool IsDoubled(PieceReading longer, int start, int end)
    {
        var letters = longer.Letters;
        var length = end - start;
        var doubled = letters[start..end];
        return (start >= length && letters.Slice(start - length, length).SequenceEqual(doubled))
            || (end + length <= letters.Length && letters.Slice(end, length).SequenceEqual(doubled));
    }

    /// <summary>True where a letter of a range belongs to a number.</summary>
    public static bool HasNumber(PieceReading piece, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if ((piece.Kinds[i] & LetterKinds.Number) != 0) return true;
        }

        return false;
    }
}
