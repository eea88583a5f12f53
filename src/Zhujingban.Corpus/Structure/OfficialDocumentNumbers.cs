using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Reads 发文字号: the office's code, the year in brackets of any style, the number: 国办发〔2010〕8号, 国发[1981]12号,
/// 国办发明电【2018】15号, 国令第706号.
/// </summary>
internal static class OfficialDocumentNumbers
{
    private const int LongestCode = 20;

    /// <summary>The length of the number that a text begins with; 0 when it begins with none.</summary>
    public static int Read(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < LongestCode && IsCodeCharacter(text[at])) at++;
        if (at >= text.Length || at == 0) return 0;
        if (IsOpening(text[at]))
        {
            at++;
            at += Digits(text[at..], out var year);
            if (year != 4 || at >= text.Length || !IsClosing(text[at])) return 0;
            at++;
            Pass(text, ref at, '第');
        }
        else if (text[..at].LastIndexOf("令第") is var decree and > 0)
        {
            at = decree + 2;
        }
        else
        {
            return 0;
        }

        return Ordinal(text, at);
    }

    /// <summary>The length of 第706号 that a text begins with; 0 when it begins with none.</summary>
    public static int ReadOrdinal(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] == '第' ? Ordinal(text, 1) : 0;

    /// <summary>The office that a code is known to stand for; null when it is not.</summary>
    public static string? OrganOf(string number) => number switch
    {
        _ when number.StartsWith("国办", StringComparison.Ordinal) => "国务院办公厅",
        _ when number.StartsWith("国发", StringComparison.Ordinal) => "国务院",
        _ when number.StartsWith("国函", StringComparison.Ordinal) => "国务院",
        _ when number.StartsWith("国令", StringComparison.Ordinal) => "国务院",
        _ => null,
    };

    private static int Ordinal(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u3000') at++;
        var length = Digits(text[Math.Min(at, text.Length)..], out var digits);
        if (digits is 0 or > 6) length = ChineseNumerals.Read(text[Math.Min(at, text.Length)..], out _);
        if (length == 0) return 0;
        at += length;
        while (at < text.Length && text[at] is ' ' or '\u3000') at++;
        return at < text.Length && text[at] == '号' ? at + 1 : 0;
    }

    private static int Digits(ReadOnlySpan<char> text, out int count)
    {
        count = 0;
        while (count < text.Length && ChineseNumerals.IsArabic(text[count])) count++;
        return count;
    }

    private static void Pass(ReadOnlySpan<char> text, ref int at, char c)
    {
        if (at < text.Length && text[at] == c) at++;
    }

    private static bool IsCodeCharacter(char c) => c is >= '\u4E00' and <= '\u9FFF' and not '的' or '-' or (>= 'A' and <= 'Z');

    private static bool IsOpening(char c) => c is '〔' or '[' or '［' or '【' or '(' or '（' or '﹝' or '〈' or '{';

    private static bool IsClosing(char c) => c is '〕' or ']' or '］' or '】' or ')' or '）' or '﹞' or '〉' or '}';
}
