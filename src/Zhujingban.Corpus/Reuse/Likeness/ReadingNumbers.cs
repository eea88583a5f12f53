using System.Globalization;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Brings the numbers of a folded piece into one form: dates to ISO 8601, Chinese numerals to digits, 百分之五十 to 50%, without thousands separators.
/// A number that cannot be read stays as it is written. Each begins with <see cref="Sign"/>, so that 1、0 and 10 stay two things.
/// </summary>
internal static class ReadingNumbers
{
    /// <summary>Stands before every number.</summary>
    public const char Sign = '\u0003';

    private const int LongestNumeral = 12;
    private const int LongestGrouped = 18;
    private const int LongestScaled = 12;
    private const string Percent = "百分之";

    /// <summary>True for a character that a number can begin with.</summary>
    public static bool CanBegin(char c) => c < '\u3000' ? char.IsAsciiDigit(c) : ChineseNumerals.IsNumeral(c);

    /// <summary>True for what is compared as strictly as a number: Latin letters and signs.</summary>
    public static bool IsLatin(char c) => c < '\u2E80';

    /// <summary>Reads the number at a place.</summary>
    /// <returns>Where it ends and its form, which is empty where it stays as written.</returns>
    public static (int End, string Text, bool IsDate) Read(ReadOnlySpan<char> text, int at)
    {
        if (ChineseNumerals.DigitOf(text[at]) >= 0 && ChineseDates.Read(text[at..], out var iso) is > 0 and var length) return (at + length, Sign + iso, true);
        if (text[at..].StartsWith(Percent) && at + Percent.Length < text.Length && CanBegin(text[at + Percent.Length]))
        {
            var share = ReadPlain(text, at + Percent.Length);
            if (share.Text.Length > 0) return (share.End, share.Text + "%", false);
        }

        var number = Scaled(text, ReadPlain(text, at));
        return (number.End, number.Text, false);
    }

    /// <summary>一万, 1万 and 10000 are one number; what goes on behind 万 (一万五千) stays as it is.</summary>
    private static (int End, string Text) Scaled(ReadOnlySpan<char> text, (int End, string Text) number)
    {
        var (end, scale) = (number.End, 1m);
        for (; end < text.Length && end < number.End + 2 && text[end] is '万' or '亿'; end++) scale *= text[end] == '万' ? 10_000 : 100_000_000;
        if (end == number.End || number.Text.Length is 0 or > LongestScaled || (end < text.Length && CanBegin(text[end]))) return number;
        if (!decimal.TryParse(number.Text.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return number;
        return (end, Sign + (value * scale).ToString("0.############", CultureInfo.InvariantCulture));
    }

    private static (int End, string Text) ReadPlain(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end > at && !(end < text.Length && CanBegin(text[end]))) return ReadArabic(text, at, end);
        while (end < text.Length && (CanBegin(text[end]) || (end > at && ChineseNumerals.DigitOf(text[end]) == 0))) end++;
        var numeral = text[at..end];
        if (numeral.Length > LongestNumeral || !ChineseNumerals.TryParse(numeral, out var value)) return (end, "");
        return (end, Sign + value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>1,000 and 1000 are one number; 0.5 keeps its zero, 01 does not.</summary>
    private static (int End, string Text) ReadArabic(ReadOnlySpan<char> text, int at, int end)
    {
        var digits = text[at..end].TrimStart('0').ToString();
        while (end - at <= 3 && digits.Length <= LongestGrouped && IsGroup(text, end))
        {
            digits += text.Slice(end + 1, 3).ToString();
            (at, end) = (end + 1, end + 4);
        }

        if (digits.Length == 0) digits = "0";
        if (end + 1 >= text.Length || text[end] != '.' || !char.IsAsciiDigit(text[end + 1])) return (end, Sign + digits);
        var fraction = end + 1;
        while (fraction < text.Length && char.IsAsciiDigit(text[fraction])) fraction++;
        return (fraction, Sign + digits + text[end..fraction].ToString());
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int at) =>
        at + 3 < text.Length && text[at] == ',' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && !(at + 4 < text.Length && char.IsAsciiDigit(text[at + 4]));
}
