namespace Zhujingban.Corpus.Text;

/// <summary>
/// Reads full dates as Chinese documents write them: 二○一○年一月十九日, 2010年1月19日, 2010 年 1 月 19 日, 2011-01-25,
/// 2019.1.2, ２０１９／１／２. A date that the calendar does not have is no date.
/// </summary>
public static class ChineseDates
{
    private const int EarliestYear = 1800;
    private const int LatestYear = 2199;

    /// <summary>Reads the date at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="iso">The date as ISO 8601, or an empty string.</param>
    /// <returns>The number of code units it takes; 0 when no date stands there.</returns>
    public static int Read(ReadOnlySpan<char> text, out string iso)
    {
        iso = "";
        if (!ReadYear(text, out var year, out var at)) return 0;
        var separator = SkipBlanks(text, ref at);
        int month, day;
        if (separator == '年')
        {
            at++;
            if (!ReadNumber(text, ref at, out month) || !Take(text, ref at, '月', '月')) return 0;
            if (!ReadNumber(text, ref at, out day) || !Take(text, ref at, '日', '号')) return 0;
        }
        else
        {
            if (!IsSeparator(separator)) return 0;
            at++;
            if (!ReadDigits(text, ref at, out month) || at >= text.Length || text[at++] != separator) return 0;
            if (!ReadDigits(text, ref at, out day)) return 0;
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return 0;
        iso = new DateOnly(year, month, day).ToString("yyyy-MM-dd");
        return at;
    }

    /// <summary>Reads a text that is a date as a whole; null when it is not.</summary>
    public static string? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return Read(text, out var iso) == text.Length && iso.Length > 0 ? iso : null;
    }

    private static bool ReadYear(ReadOnlySpan<char> text, out int year, out int end)
    {
        (year, end) = (0, 0);
        var digits = 0;
        while (digits < 4)
        {
            // Letter-spaced dates (２０１０ 年, 二 ○ 一 ○ 年) are set that way to fill a line.
            if (digits > 0) SkipBlanks(text, ref end);
            if (end >= text.Length || ChineseNumerals.DigitOf(text[end]) < 0) return false;
            year = (year * 10) + ChineseNumerals.DigitOf(text[end++]);
            digits++;
        }

        return year is >= EarliestYear and <= LatestYear;
    }

    private static bool ReadNumber(ReadOnlySpan<char> text, ref int at, out int value)
    {
        SkipBlanks(text, ref at);
        var length = ChineseNumerals.Read(text[at..], out value);
        at += length;
        return length > 0;
    }

    private static bool ReadDigits(ReadOnlySpan<char> text, ref int at, out int value)
    {
        (value, var digits) = (0, 0);
        while (at < text.Length && ChineseNumerals.IsArabic(text[at]))
        {
            if (++digits > 2) return false;
            value = (value * 10) + ChineseNumerals.DigitOf(text[at++]);
        }

        return digits > 0;
    }

    private static bool Take(ReadOnlySpan<char> text, ref int at, char one, char other)
    {
        SkipBlanks(text, ref at);
        if (at >= text.Length || (text[at] != one && text[at] != other)) return false;
        at++;
        return true;
    }

    /// <summary>Passes a few blanks, a line break among them where a date was wrapped, and gives the character behind them, or NUL.</summary>
    private static char SkipBlanks(ReadOnlySpan<char> text, ref int at)
    {
        for (var blanks = 0; blanks < 3 && at < text.Length && text[at] is ' ' or '\u3000' or '\u00A0' or '\n'; blanks++) at++;
        return at < text.Length ? text[at] : '\0';
    }

    private static bool IsSeparator(char c) => c is '-' or '.' or '/' or '．' or '－' or '／';
}
