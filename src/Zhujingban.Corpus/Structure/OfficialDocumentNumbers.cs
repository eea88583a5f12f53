using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Reads 发文字号 (GB/T 9704-2012 7.2.5): the office's code, the year in brackets of any style, the number: 国办发〔2010〕8号,
/// 国发[1981]12号, 国办发明电【2018】15号, 国令第706号, (86)国办发5号, 发改投资〔2010〕 1234号. Without 号 a number ends its line.
/// </summary>
internal static class OfficialDocumentNumbers
{
    private const int LongestCode = 20;
    private const int MostBlanks = 3;

    /// <summary>The length of the number that a text begins with; 0 when it begins with none.</summary>
    public static int Read(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && IsOpening(text[0])) return ReadYearFirst(text);
        var code = CodeLength(text);
        if (code == 0 || code == text.Length) return 0;
        var at = PassBlanks(text, code);
        var year = YearLength(text[at..], out var digits);
        if (year > 0 && digits == 4) return Ordinal(text, at + year, mayEndWithout: true);
        return text[..code].LastIndexOf("令第") is var decree and > 0 ? Ordinal(text, decree + 1, mayEndWithout: false) : 0;
    }

    /// <summary>The length of 第706号 or 2016年第60号 that a text begins with; 0 when it begins with none.</summary>
    public static int ReadOrdinal(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return 0;
        if (text[0] == '第') return Ordinal(text, 0, mayEndWithout: false);
        var year = Digits(text, out var digits);
        if (digits == 4 && PassBlanks(text, year) is var at && at < text.Length && text[at] == '年') year = at + 1;
        else if ((year = YearLength(text, out digits)) == 0 || digits != 4) return 0;
        year = PassBlanks(text, year);
        return year < text.Length && text[year] == '第' ? Ordinal(text, year, mayEndWithout: false) : 0;
    }

    /// <summary>True for 〔2014〕23号: a number without a code, as minutes have.</summary>
    public static bool IsBare(ReadOnlySpan<char> line) =>
        YearLength(line, out var digits) is var year and > 0 && digits == 4 && Ordinal(line, year, mayEndWithout: false) == line.Length;

    /// <summary>The office that a code is known to stand for; null when it is not.</summary>
    public static string? OrganOf(string number) => number switch
    {
        _ when number.StartsWith("国办", StringComparison.Ordinal) => "国务院办公厅",
        _ when number.StartsWith("国发", StringComparison.Ordinal) => "国务院",
        _ when number.StartsWith("国函", StringComparison.Ordinal) => "国务院",
        _ when number.StartsWith("国令", StringComparison.Ordinal) => "国务院",
        _ => null,
    };

    /// <summary>(86)国办发5号: until the end of the 1980s the year could stand first.</summary>
    private static int ReadYearFirst(ReadOnlySpan<char> text)
    {
        var year = YearLength(text, out var digits);
        if (year == 0 || digits is not (2 or 4)) return 0;
        var code = PassBlanks(text, year);
        var length = CodeLength(text[code..]);
        if (length is 0 or > 12) return 0;
        if (text[code + length - 1] == '第') length--;
        // （12）… is a mark of the body as well: the code must end as codes do.
        return length == 0 || text[code + length - 1] is not ('发' or '字' or '函' or '电' or '办' or '文' or '政') ? 0 : Ordinal(text, code + length, mayEndWithout: false);
    }

    private static int CodeLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < LongestCode && IsCodeCharacter(text[length])) length++;
        return length;
    }

    /// <summary>The length of 〔2010〕, [ 2010 ] or (86).</summary>
    private static int YearLength(ReadOnlySpan<char> text, out int digits)
    {
        digits = 0;
        if (text.IsEmpty || !IsOpening(text[0])) return 0;
        var at = PassBlanks(text, 1);
        at = PassBlanks(text, at + Digits(text[at..], out digits));
        return digits > 0 && at < text.Length && IsClosing(text[at]) ? at + 1 : 0;
    }

    private static int Ordinal(ReadOnlySpan<char> text, int at, bool mayEndWithout)
    {
        at = PassBlanks(text, at);
        if (at < text.Length && text[at] == '第') at = PassBlanks(text, at + 1);
        var length = Digits(text[at..], out var digits);
        if (digits is 0 or > 6) length = ChineseNumerals.Read(text[at..], out _);
        if (length == 0) return 0;
        at += length;
        if (at == text.Length) return mayEndWithout ? at : 0;
        at = PassBlanks(text, at);
        return at < text.Length && text[at] == '号' ? at + 1 : 0;
    }

    private static int Digits(ReadOnlySpan<char> text, out int count)
    {
        count = 0;
        while (count < text.Length && ChineseNumerals.IsArabic(text[count])) count++;
        return count;
    }

    private static int PassBlanks(ReadOnlySpan<char> text, int at)
    {
        for (var blanks = 0; blanks < MostBlanks && at < text.Length && text[at] is ' ' or '\u3000' or '\u00A0'; blanks++) at++;
        return at;
    }

    private static bool IsCodeCharacter(char c) => c is >= '\u4E00' and <= '\u9FFF' and not '的' or '-' or (>= 'A' and <= 'Z');

    private static bool IsOpening(char c) => c is '〔' or '[' or '［' or '【' or '(' or '（' or '﹝' or '〈' or '{';

    private static bool IsClosing(char c) => c is '〕' or ']' or '］' or '】' or ')' or '）' or '﹞' or '〉' or '}';
}
