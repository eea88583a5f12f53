namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Tells whether what two readings differ in are slips: single characters, apart from one another, that make no other number, negation, level,
/// name or word. Where it cannot be told they are none, and the pieces stay two.
/// </summary>
internal static class SlipOfThePen
{
    /// <summary>A pair that meets more often than by chance, in bits, may be a word.</summary>
    private const double Pair = 1;

    /// <summary>A pair that surely is one.</summary>
    private const double Word = 3;

    /// <summary>
    /// Where both make a pair with the same neighbour (借调, 商调), the one must be so much less likely, in bits, to be a slip. Measured with the next
    /// two on changes of one character in statutes and on random ones in notices: three of four other words are told, one of fourteen slips is refused
    /// when it is drawn as often as characters stand in the text, one of eighty when any character is.
    /// </summary>
    private const double LeastSurpriseOfPairs = 12;

    /// <summary>What is so much less likely, in bits, makes no sense.</summary>
    private const double Senseless = 15;

    /// <summary>So many characters of two units of measure may be the same: 平方.</summary>
    private const int LongestSharedMeasure = 2;

    /// <summary>Elsewhere so much.</summary>
    private const double LeastSurprise = 3;

    /// <summary>What is less likely than this at its place stands between words, or in none that is counted: nothing can be said of it.</summary>
    private const double LeastLikelihood = -25;

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

        if (context != SlipContext.None) return ReasonInContext(left, right, hunks, context == SlipContext.SameUnit);
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

    private static string? ReasonInContext(PieceReading left, PieceReading right, List<Hunk> hunks, bool isSameUnit)
    {
        var missing = false;
        foreach (var hunk in hunks)
        {
            if (hunk.LeftLength > 2 || hunk.RightLength > 2) return null;
            if (hunk.LeftLength == 1 && hunk.RightLength == 1 && IsSlipInContext(left, hunk.LeftStart, right, hunk.RightStart)) continue;
            if (isSameUnit && hunk.LeftLength == 1 && hunk.RightLength == 1)
            {
                if (MakesOtherMeaning(left, hunk.LeftStart, right, hunk.RightStart)) return null;
                continue;
            }

            for (var i = hunk.LeftStart; i < hunk.LeftEnd; i++)
            {
                if (IsMeaning(left, i)) return null;
            }

            for (var i = hunk.RightStart; i < hunk.RightEnd; i++)
            {
                if (IsMeaning(right, i)) return null;
            }

            if (hunk.LeftLength == 1 && hunk.RightLength == 1 && MayBeGivenName(left, hunk.LeftStart, right, hunk.RightStart)) return null;
            if (hunk.LeftLength == 1 && hunk.RightLength == 1 && ProtectedWords.AreOpposed(left.Letters[hunk.LeftStart], right.Letters[hunk.RightStart])) return null;
            if (hunk.LeftLength == 2 && hunk.RightLength == 2 && !IsTransposed(left, hunk.LeftStart, right, hunk.RightStart)) return null;
            missing |= hunk.LeftLength != hunk.RightLength;
        }

        return missing ? LikenessReasons.CharacterMissing : LikenessReasons.CharacterDiffers;
    }

    private static bool IsSlipInContext(PieceReading left, int i, PieceReading right, int j) =>
        ProtectedWords.AreSpellings(left.Letters[i], right.Letters[j]) || (!MayBeGivenName(left, i, right, j) && IsSenseless(left, i, right, j));

    /// <summary>
    /// 必然须 for 必须: what goes with neither of its neighbours and is so unlikely beside the other one says nothing there. Of numbers, negations, names and
    /// letters of one kind (处, 厅) nobody can tell.
    /// </summary>
    private static bool IsSenseless(PieceReading left, int i, PieceReading right, int j)
    {
        var (a, b) = (left.Letters[i], right.Letters[j]);
        if (((left.Kinds[i] | right.Kinds[j]) & LetterKinds.Number) != 0 || ProtectedWords.IsNegation(a) || ProtectedWords.IsNegation(b)) return false;
        if (ProtectedWords.AreOpposed(a, b) || Surprise(left, i, right, j) < Senseless) return false;
        var (piece, at) = ProtectedWords.Likelihood(left, i) < ProtectedWords.Likelihood(right, j) ? (left, i) : (right, j);
        return ProtectedWords.Affinity(piece, at - 1) < Pair && ProtectedWords.Affinity(piece, at) < Pair
            && !ProtectedWords.IsInUnknownName(left, i) && !ProtectedWords.IsInUnknownName(right, j)
            && !(ProtectedWords.IsInPlace(left, i) && ProtectedWords.IsInPlace(right, j))
            && !ProtectedWords.IsInPersonName(left, i) && !ProtectedWords.IsInPersonName(right, j);
    }

    /// <summary>
    /// A notice has an article once, so that one letter for another in two texts that bear its number is a slip, unless both could be meant: one level for
    /// another, one name for another, a negation for whatever it is.
    /// </summary>
    private static bool MakesOtherMeaning(PieceReading left, int i, PieceReading right, int j)
    {
        var (a, b) = (left.Letters[i], right.Letters[j]);
        if (((left.Kinds[i] | right.Kinds[j]) & LetterKinds.Number) != 0 || ProtectedWords.IsNegation(a) || ProtectedWords.IsNegation(b)) return true;
        return ProtectedWords.AreOpposed(a, b) || MayBeGivenName(left, i, right, j) || (ProtectedWords.IsQualifier(a) && ProtectedWords.IsQualifier(b))
            || (ProtectedWords.IsInPlace(left, i) && ProtectedWords.IsInPlace(right, j)) || (ProtectedWords.IsBeforeNumber(left, i) && ProtectedWords.IsBeforeNumber(right, j))
            || (ProtectedWords.IsInPersonName(left, i) && ProtectedWords.IsInPersonName(right, j));
    }

    /// <summary>王小明 and 王晓明: behind a surname, what makes no word with its neighbours may be a name.</summary>
    private static bool MayBeGivenName(PieceReading left, int i, PieceReading right, int j) =>
        IsBehindSurname(left, i) && IsBehindSurname(right, j) && !ProtectedWords.IsWord(left, i) && !ProtectedWords.IsWord(left, i - 1);

    private static bool IsBehindSurname(PieceReading piece, int at) => StandsAsSurname(piece, at - 1) || (StandsAsSurname(piece, at - 2) && !ProtectedWords.IsWord(piece, at - 2));

    /// <summary>金 is a surname, but not in 资金.</summary>
    private static bool StandsAsSurname(PieceReading piece, int at) => at >= 0 && ProtectedWords.IsSurname(piece.Letters[at]) && !ProtectedWords.IsWord(piece, at - 1);

    /// <summary>True for a letter that a copy does not change without saying something else.</summary>
    private static bool IsMeaning(PieceReading piece, int at) =>
        (piece.Kinds[at] & LetterKinds.Number) != 0 || ProtectedWords.IsNegation(piece.Letters[at]) || ProtectedWords.IsQualifier(piece.Letters[at])
        || ProtectedWords.IsInPlace(piece, at) || ProtectedWords.IsInUnknownName(piece, at) || ProtectedWords.IsInPersonName(piece, at)
        || ProtectedWords.IsBeforeNumber(piece, at);

    private static bool IsExchange(PieceReading left, int i, PieceReading right, int j)
    {
        var (a, b) = (left.Letters[i], right.Letters[j]);
        if (ProtectedWords.AreSpellings(a, b)) return true;
        if (MayBeGivenName(left, i, right, j)) return false;
        if (ProtectedWords.IsNegation(a) || ProtectedWords.IsNegation(b) || ProtectedWords.AreOpposed(a, b)) return false;
        if (IsSenseless(left, i, right, j)) return true;
        if ((ProtectedWords.IsModal(a) || ProtectedWords.IsModal(b)) && Surprise(left, i, right, j) < LeastSurpriseOfPairs) return false;
        if (ProtectedWords.IsSurname(a) && ProtectedWords.IsSurname(b)) return false;
        if (ProtectedWords.IsBeforeNumber(left, i) && ProtectedWords.IsBeforeNumber(right, j)) return false;
        if (IsOtherWord(left, i, right, j)) return false;
        if (ProtectedWords.IsInPlace(left, i) && ProtectedWords.IsInPlace(right, j)) return false;
        if (ProtectedWords.IsInUnknownName(left, i) && ProtectedWords.IsInUnknownName(right, j)) return false;
        return !(ProtectedWords.IsInPersonName(left, i) && ProtectedWords.IsInPersonName(right, j));
    }

    /// <summary>
    /// 预算 and 决算: both make a word with the same neighbour. In 落实清况 for 落实情况 one does with its left and the other with its right one, which
    /// may be chance: then likelihood decides.
    /// </summary>
    private static bool IsOtherWord(PieceReading left, int i, PieceReading right, int j)
    {
        var bits = Math.Max(
            Math.Min(ProtectedWords.Affinity(left, i - 1), ProtectedWords.Affinity(right, j - 1)),
            Math.Min(ProtectedWords.Affinity(left, i), ProtectedWords.Affinity(right, j)));
        if (bits >= Word) return true;
        var (one, other, surprise) = (ProtectedWords.Likelihood(left, i), ProtectedWords.Likelihood(right, j), Surprise(left, i, right, j));
        return (bits >= Pair && surprise < LeastSurpriseOfPairs) || (surprise < LeastSurprise && Math.Min(one, other) > LeastLikelihood);
    }

    private static double Surprise(PieceReading left, int i, PieceReading right, int j) =>
        Math.Abs(ProtectedWords.Likelihood(left, i) - ProtectedWords.Likelihood(right, j));

    /// <summary>A character of the supplementary planes in the place of an ordinary one is no word of official Chinese.</summary>
    private static bool IsRare(PieceReading piece, int at) => char.IsHighSurrogate(piece.Letters[at]) && char.IsLowSurrogate(piece.Letters[at + 1]);

    private static bool IsProtected(PieceReading piece, int at) => ProtectedWords.IsNegation(piece.Letters[at])
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

/// <summary>What says, apart from two texts themselves, that one is a copy of the other.</summary>
internal enum SlipContext
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>What stands before or behind both is a copy.</summary>
    Neighbours,

    /// <summary>They bear one number that a text has once.</summary>
    SameUnit,
}
