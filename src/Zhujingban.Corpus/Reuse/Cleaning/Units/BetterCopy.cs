using System.Buffers;
using System.Globalization;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Chooses which of several copies of a piece is kept: a whole one, then the one with most letters, then one with its full stop, then the one with fewest stray signs, then the
/// likelier one, then the one whose numbers are written in full, then one behind the text before it, then the best set one.
/// </summary>
internal static class BetterCopy
{
    /// <summary>What stands in Chinese text where a scraper has lost the full-width sign, or taken one for another.</summary>
    private const string Worse = "[]【】;:,()?!○";

    /// <summary>What stands in no Chinese text between two characters: what recognition and markup leave behind.</summary>
    private static readonly SearchValues<char> Strays = SearchValues.Create("_*#@&\\^`~|<>{}=$\uFFFD□■");

    /// <summary>A shorter one may be a heading, to which a copy has added a full stop.</summary>
    private const int ShortestSentence = 15;

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
        var best = piece;
        foreach (var copy in copies)
        {
            // A sentence that names the notice (《…》经…) says its title and more, but is not the title.
            if (placement.Pieces[piece].IsFrame && !placement.Families.IsCutOff(piece) && placement.Pieces[copy].Kind != placement.Pieces[piece].Kind) continue;
            if (IsBetter(text, placement, copy, best, after)) best = copy;
        }

        return best;
    }

    /// <summary>A copy that has lost a character is worse than one that has not, whatever else is set better in it.</summary>
    private static bool IsBetter(string text, Placement placement, int one, int other, int after)
    {
        if (placement.Families.IsCutOff(one) != placement.Families.IsCutOff(other)) return placement.Families.IsCutOff(other);
        var (span, otherSpan) = (placement.Pieces[one].Span, placement.Pieces[other].Span);
        var a = text.AsSpan(span.Start, span.Length);
        var b = text.AsSpan(otherSpan.Start, otherSpan.Length);
        // Most copies are written alike, and nothing but their place tells them apart.
        var areAlike = a.SequenceEqual(b);
        if (!areAlike && Letters(a) - Letters(b) is not 0 and var more) return more > 0;
        if (!areAlike && a.Length >= ShortestSentence && EndsSentence(a) != EndsSentence(b)) return EndsSentence(a);
        if (!areAlike && StraySigns(a) - StraySigns(b) is not 0 and var strayer) return strayer < 0;
        if (!areAlike && Likelier(a, b) is var likelier && Math.Abs(likelier) >= LeastLikelier) return likelier > 0;
        if (!areAlike && Numerals(a) - Numerals(b) is not 0 and var fuller) return fuller > 0;
        var (isBefore, otherIsBefore) = (span.Start < after, otherSpan.Start < after);
        return isBefore != otherIsBefore ? otherIsBefore : !areAlike && a.CountAny(Worse) < b.CountAny(Worse);
    }

    /// <summary>How many letters a copy has; numbers and dates are written in several ways.</summary>
    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        for (var i = 0; i < text.Length; i++) letters += IsWord(text[i]) && !IsDoubled(text, i) && !IsOfDate(text, i) ? 1 : 0;
        return letters;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text) => Sentences.IsEnd(text[^1]) || text[^1] is '；' or '：';

    private static bool IsOfDate(ReadOnlySpan<char> text, int at) => text[at] is '年' or '月' or '日' && at > 0 && IsNumeral(text[at - 1]);

    /// <summary>How many characters its numbers are written with: 二〇一三年十一月二十一日, 2013-11-21 and 2013-11-1 where the zero is left out.</summary>
    private static int Numerals(ReadOnlySpan<char> text)
    {
        var numerals = 0;
        foreach (var c in text) numerals += IsNumeral(c) ? 1 : 0;
        return numerals;
    }

    private static bool IsNumeral(char c) => char.IsDigit(c) || ChineseNumerals.IsNumeral(c);

    /// <summary>How many signs stand between two Chinese characters that belong to no text: 一_切.</summary>
    private static int StraySigns(ReadOnlySpan<char> text)
    {
        var strays = 0;
        for (var i = 1; i + 1 < text.Length; i++) strays += IsStray(text[i]) && IsChinese(text[i - 1]) && IsChinese(text[i + 1]) ? 1 : 0;
        return strays;
    }

    private static bool IsStray(char c) =>
        Strays.Contains(c) || (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse && !char.IsWhiteSpace(c));

    private static bool IsChinese(char c) => char.IsBetween(c, '\u4E00', '\u9FFF');

    /// <summary>
    /// How much likelier one copy is than another, in bits, whatever their scripts. What both begin and end with is as likely in both, but for the character
    /// that a difference is beside.
    /// </summary>
    private static double Likelier(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        char[] first = [], second = [];
        var (length, otherLength) = (ComparisonFolding.Fold(one, ref first), ComparisonFolding.Fold(other, ref second));
        one = first.AsSpan(0, length);
        other = second.AsSpan(0, otherLength);
        var head = one.CommonPrefixLength(other);
        while (head > 0 && char.IsWhiteSpace(one[head - 1])) head--;
        head = Math.Max(0, head - 1);
        one = one[head..];
        other = other[head..];
        var tail = 0;
        while (tail < one.Length && tail < other.Length && one[^(tail + 1)] == other[^(tail + 1)]) tail++;
        while (tail > 0 && char.IsWhiteSpace(one[^tail])) tail--;
        tail = Math.Max(0, tail - 1);
        return Likelihood(one[..^tail]) - Likelihood(other[..^tail]);
    }

    /// <summary>How likely a text is, in bits: what a slip of the pen makes of it is less likely by far.</summary>
    private static double Likelihood(ReadOnlySpan<char> text)
    {
        var (bits, before) = (0.0, (char?)null);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            if (IsWord(c)) bits += CharacterPairs.Instance.Likelihood(before, c, null);
            before = IsWord(c) ? c : null;
        }

        return bits;
    }

    private static bool IsWord(char c) => char.IsLetter(c) && !ChineseNumerals.IsNumeral(c);

    /// <summary>A character that is set twice, alone or with the one before it, adds nothing.</summary>
    private static bool IsDoubled(ReadOnlySpan<char> text, int at) =>
        (at > 0 && text[at] == text[at - 1]) || (at > 2 && text[at] == text[at - 2] && text[at - 1] == text[at - 3])
        || (at + 1 < text.Length && at > 1 && text[at] == text[at - 2] && text[at + 1] == text[at - 1]);
}
