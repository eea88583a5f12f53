namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Tells whether what two readings differ in are slips, where something besides them says that one is a copy of the other: then also what makes another word
/// is a slip (预算 for 决算), but no other number or negation, nor what is known for another level or may be another name.
/// </summary>
internal static class SlipsInContext
{
    /// <summary>What makes no sense at the place of a sentence that stands there again, in bits: there it need not be as unlikely as elsewhere.</summary>
    private const double Senseless = 8;

    /// <summary>What another rank, level, place or time is made with: left out, it leaves another word.</summary>
    private const string Ranks = "省市县区乡镇村国级各全每本原主副正总分次首前后内外中上下左右里间";

    /// <summary>The rule by which two readings that differ in these places say the same; null when they do not.</summary>
    /// <param name="left">The one reading.</param>
    /// <param name="right">The other.</param>
    /// <param name="hunks">Where they differ.</param>
    /// <param name="context">What says that they are copies.</param>
    public static string? Reason(PieceReading left, PieceReading right, List<Hunk> hunks, SlipContext context)
    {
        var missing = false;
        foreach (var hunk in hunks)
        {
            var (i, j) = (hunk.LeftStart, hunk.RightStart);
            var slip = (hunk.LeftLength, hunk.RightLength) switch
            {
                ( > 2, _) or (_, > 2) => false,
                (1, 1) when context == SlipContext.Neighbours => IsSlip(left, i, right, j),
                (1, 1) => IsSlipInUnit(left, i, right, j)
                    && (context == SlipContext.SameUnit || SlipOfThePen.IsMistaken(left, i, right, j) || !LetterChances.IsOtherWord(left, i, right, j)),
                (2, 2) => SlipOfThePen.IsTransposed(left, i, right, j) && !AreMeanings(left, i, hunk.LeftEnd) && !AreMeanings(right, j, hunk.RightEnd),
                (1, 0) => MayBeMissing(left, i, context),
                (0, 1) => MayBeMissing(right, j, context),
                _ => !AreMeanings(left, i, hunk.LeftEnd) && !AreMeanings(right, j, hunk.RightEnd),
            };
            if (!slip) return null;
            missing |= hunk.LeftLength != hunk.RightLength;
        }

        return missing ? LikenessReasons.CharacterMissing : LikenessReasons.CharacterDiffers;
    }

    private static bool IsSlip(PieceReading left, int i, PieceReading right, int j)
    {
        if (ProtectedWords.AreSpellings(left.Letters[i], right.Letters[j]) || SlipOfThePen.IsMistaken(left, i, right, j)) return true;
        if (SlipOfThePen.MayBeGivenName(left, i, right, j)) return false;
        return LetterChances.IsSenseless(left, i, right, j)
            || (!IsMeaning(left, i) && !IsMeaning(right, j) && !ProtectedWords.AreOpposed(left.Letters[i], right.Letters[j]));
    }

    /// <summary>
    /// A notice has an article once, and one sentence between two others, so that one letter for another in two texts that stand there is a slip, unless both
    /// could be meant: one level for another, one name for another, a negation for whatever it is.
    /// </summary>
    private static bool IsSlipInUnit(PieceReading left, int i, PieceReading right, int j)
    {
        var (a, b) = (left.Letters[i], right.Letters[j]);
        if (ProtectedWords.AreSpellings(a, b) || SlipOfThePen.IsMistaken(left, i, right, j)) return true;
        if (SlipOfThePen.MayBeGivenName(left, i, right, j)) return false;
        if (LetterChances.IsSenseless(left, i, right, j, Senseless)) return true;
        if (((left.Kinds[i] | right.Kinds[j]) & LetterKinds.Number) != 0 || ProtectedWords.IsNegation(left, i) || ProtectedWords.IsNegation(right, j)) return false;
        return !ProtectedWords.AreOpposed(a, b) && !(ProtectedWords.IsQualifier(a) && ProtectedWords.IsQualifier(b))
            && !(ProtectedWords.IsInPlace(left, i) && ProtectedWords.IsInPlace(right, j))
            && !(ProtectedWords.IsInUnknownName(left, i) && ProtectedWords.IsInUnknownName(right, j))
            && !(ProtectedWords.IsBeforeNumber(left, i) && ProtectedWords.IsBeforeNumber(right, j))
            && !(ProtectedWords.IsInPersonName(left, i) && ProtectedWords.IsInPersonName(right, j));
    }

    private static bool MayBeMissing(PieceReading longer, int at, SlipContext context)
    {
        if (!IsMeaning(longer, at)) return true;
        if (context == SlipContext.Neighbours || !ProtectedWords.IsQualifier(longer.Letters[at]) || ProtectedWords.IsInPlace(longer, at)) return false;
        return SlipOfThePen.IsDoubled(longer, at, at + 1) || LeavesHalfWord(longer, at);
    }

    /// <summary>
    /// 率先 without 先, 单位 without 单: the other letter of the word belongs to nothing. 副省长 without 副 is another word, 三年内 without 内 another time.
    /// </summary>
    private static bool LeavesHalfWord(PieceReading longer, int at)
    {
        if (ProtectedWords.IsWord(longer, at - 1, at + 1) || Ranks.Contains(longer.Letters[at])) return false;
        return (ProtectedWords.IsWord(longer, at) && !ProtectedWords.IsWord(longer, at + 1))
            || (ProtectedWords.IsWord(longer, at - 1) && !ProtectedWords.IsWord(longer, at - 2) && !ProtectedWords.HasBorder(longer, at + 1));
    }

    private static bool AreMeanings(PieceReading piece, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (IsMeaning(piece, i)) return true;
        }

        return false;
    }

    /// <summary>True for a letter that a copy does not change without saying something else.</summary>
    private static bool IsMeaning(PieceReading piece, int at) =>
        (piece.Kinds[at] & LetterKinds.Number) != 0 || ProtectedWords.IsNegation(piece, at) || ProtectedWords.IsQualifier(piece.Letters[at])
        || ProtectedWords.IsInPlace(piece, at) || ProtectedWords.IsInUnknownName(piece, at) || ProtectedWords.IsInPersonName(piece, at)
        || ProtectedWords.IsBeforeNumber(piece, at);
}
