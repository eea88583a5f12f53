using System.Text;

namespace Zhujingban.Corpus.Text;

/// <summary>
/// Reads whole numbers from 0 to 9,999 as Chinese documents write them: 二十三, 一百零五, 廿一, 二○一○, 贰拾, 23, ２３ and
/// mixtures such as 二0一一. A number with units (十百千) is read by value, one without digit by digit.
/// </summary>
public static class ChineseNumerals
{
    private const int LongestRun = 12;
    private const int NoDigit = -1;

    /// <summary>The digit that each character is: every character of a text is asked for, and a table is quicker than twenty comparisons.</summary>
    private static readonly sbyte[] Digits = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (sbyte)ReadDigit((char)c))];

    /// <summary>True for what a number can begin with.</summary>
    private static readonly bool[] Numerals =
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => c < 0x80 ? char.IsAsciiDigit((char)c) : ReadDigit((char)c) >= 0 || UnitOf((char)c) > 0)];

    /// <summary>Reads the number at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number; 0 when there is none.</param>
    /// <returns>The number of code units it takes; 0 when no number stands there, or a malformed or larger one.</returns>
    public static int Read(ReadOnlySpan<char> text, out int value)
    {
        var length = RunLength(text);
        return length > 0 && TryParse(text[..length], out value) ? length : Fail(out value);
    }

    /// <summary>Reads a text that is a number as a whole.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > LongestRun || !IsNumeral(text[0])) return false;
        var units = false;
        foreach (var c in text)
        {
            if (UnitOf(c) > 0) units = true;
            else if (DigitOf(c) < 0) return false;
        }

        return units ? TryParseByValue(text, out value) : TryParseByDigits(text, out value);
    }

    /// <summary>Writes a number from 1 to 9,999 by value, as marks have it: 十二, 二十, 一百零五.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or above 9,999.</exception>
    public static string Write(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9999);
        var written = new StringBuilder();
        var isZeroOpen = false;
        foreach (var (unit, sign) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = value / unit % 10;
            if (digit == 0)
            {
                isZeroOpen = written.Length > 0;
                continue;
            }

            if (isZeroOpen) written.Append('零');
            isZeroOpen = false;
            if (unit != 10 || digit != 1 || written.Length > 0) written.Append("一二三四五六七八九"[digit - 1]);
            written.Append(sign);
        }

        return written.ToString();
    }

    /// <summary>True for a character that a number can begin with.</summary>
    public static bool IsNumeral(char c) => Numerals[c];

    /// <summary>True for an Arabic digit, half or full width.</summary>
    public static bool IsArabic(char c) => c is (>= '0' and <= '9') or (>= '０' and <= '９');

    /// <summary>The value of a single digit, Chinese or Arabic; -1 for anything else. The letter O stands for zero in 二OO八年.</summary>
    internal static int DigitOf(char c) => Digits[c];

    private static int ReadDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        '〇' or '○' or '零' or 'O' or 'o' or 'Ｏ' or '◯' or 'О' => 0,
        '一' or '壹' => 1,
        '二' or '贰' or '两' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => NoDigit,
    };

    private static int UnitOf(char c) => c switch
    {
        '十' or '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        '卌' => 40,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => 0,
    };

    private static int RunLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !IsNumeral(text[0])) return 0;
        var length = 1;
        while (length < text.Length && length <= LongestRun && (DigitOf(text[length]) >= 0 || UnitOf(text[length]) > 0)) length++;
        return length;
    }

    private static bool TryParseByDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length > 4) return false;
        foreach (var c in text) value = (value * 10) + DigitOf(c);
        return true;
    }

    /// <summary>Units must fall (千 百 十), each with at most one digit before it; 零 only fills a hole.</summary>
    private static bool TryParseByValue(ReadOnlySpan<char> text, out int value)
    {
        var (total, digit, lastUnit, filled) = (0, NoDigit, 10_000, false);
        foreach (var c in text)
        {
            if (DigitOf(c) is var d && d == 0 && digit == NoDigit && lastUnit < 10_000 && !filled)
            {
                filled = true;
            }
            else if (d > 0 && digit == NoDigit)
            {
                digit = d;
            }
            else if (UnitOf(c) is var unit && unit > 0 && Magnitude(unit) < lastUnit
                && (digit == NoDigit ? unit < 100 : unit is 10 or >= 100))
            {
                total += Math.Max(digit, 1) * unit;
                (digit, lastUnit, filled) = (NoDigit, Magnitude(unit), false);
            }
            else
            {
                return Fail(out value) > 0;
            }
        }

        // 一百五 means 150 in speech and 105 nowhere; documents write 一百五十 or 一百零五.
        if (digit > 0 && lastUnit > 10 && !filled) return Fail(out value) > 0;
        value = total + Math.Max(digit, 0);
        return true;
    }

    private static int Magnitude(int unit) => unit < 100 ? 10 : unit;

    private static int Fail(out int value) => value = 0;
}
