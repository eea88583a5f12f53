using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Analysis;

/// <summary>
/// Finds the year and number of a 发文字号 in folded text: <c>〔2010〕8号</c>, in any brackets, <c>第8号</c> too, with or without
/// white space between its parts, in Arabic or Chinese numerals (<c>〔二〇一〇〕八号</c>). The agency's letters before it (国办发) are found as the characters they are.
/// </summary>
internal static class DocumentNumbers
{
    private const string Opening = "〔[【(〖{〈<《「";
    private const string Closing = "〕]】)〗}〉>》」";
    private const int MostDigits = 6;
    private const int YearDigits = 4;

    /// <summary>Reads a document number that starts with its bracket at a place.</summary>
    /// <returns>The place behind, or -1 when there is none.</returns>
    public static int Match(ReadOnlySpan<char> folded, int at, out int year, out int number)
    {
        number = year = 0;
        if (!Opening.Contains(folded[at])) return -1;
        at = Year(folded, SkipSpace(folded, at + 1), out year);
        if (at < 0 || year is < 1900 or > 2099) return -1;
        at = SkipSpace(folded, at);
        if (at >= folded.Length || !Closing.Contains(folded[at])) return -1;
        at = SkipSpace(folded, at + 1);
        if (at < folded.Length && folded[at] == '第') at = SkipSpace(folded, at + 1);
        at = Number(folded, at, out number);
        if (at < 0) return -1;
        at = SkipSpace(folded, at);
        return at < folded.Length && folded[at] == '号' ? at + 1 : -1;
    }

    /// <summary>True for what a document number's year may stand behind.</summary>
    public static bool MayStartWith(ReadOnlySpan<char> folded) => folded is [var first, ..] && Opening.Contains(first);

    /// <summary>A folded text with 〔 and 〕 for all such brackets.</summary>
    public static string InOneKindOfBrackets(string folded) =>
        string.Concat(folded.Select(c => Opening.Contains(c) ? Opening[0] : Closing.Contains(c) ? Closing[0] : c));

    /// <summary>Reads a year; written in Chinese it is four digits, 二〇一〇.</summary>
    private static int Year(ReadOnlySpan<char> folded, int at, out int year)
    {
        if (at >= folded.Length || char.IsAsciiDigit(folded[at])) return Digits(folded, at, YearDigits, out year);
        var length = ChineseNumerals.Read(folded[at..], out year);
        return length == YearDigits ? at + length : -1;
    }

    private static int Number(ReadOnlySpan<char> folded, int at, out int number)
    {
        if (at >= folded.Length || char.IsAsciiDigit(folded[at])) return Digits(folded, at, MostDigits, out number);
        var length = ChineseNumerals.Read(folded[at..], out number);
        return length > 0 ? at + length : -1;
    }

    /// <summary>Reads a number; its digits have to end where the number does.</summary>
    internal static int Digits(ReadOnlySpan<char> folded, int at, int most, out int value)
    {
        value = 0;
        var start = at;
        for (; at < folded.Length && char.IsAsciiDigit(folded[at]); at++)
        {
            if (at - start == most) return -1;
            value = value * 10 + (folded[at] - '0');
        }

        return at == start ? -1 : at;
    }

    /// <summary>The place behind blanks; a line's end stops it.</summary>
    internal static int SkipSpace(ReadOnlySpan<char> folded, int at)
    {
        while (at < folded.Length && folded[at] is ' ' or '\t') at++;
        return at;
    }
}
