namespace Zhujingban.Corpus.Search.Analysis;

/// <summary>
/// Finds the digits of 第12条 in folded text and says how they are written out (十二), which is the one form both are found by.
/// </summary>
internal static class OrdinalNumbers
{
    /// <summary>What is counted with 第, folded.</summary>
    private const string Counters = "编章节条款项目号届次";

    private const string Numerals = "零一二三四五六七八九";
    private const int MostDigits = 4;

    /// <summary>Reads the digits behind 第, with the blanks around them, when a counter stands behind.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="at">The place behind 第.</param>
    /// <param name="digits">The digits alone.</param>
    /// <param name="value">Their value, 1 or more.</param>
    /// <returns>The counter's place, or -1 when these are no such digits.</returns>
    public static int Match(ReadOnlySpan<char> folded, int at, out Range digits, out int value)
    {
        var start = DocumentNumbers.SkipSpace(folded, at);
        var end = DocumentNumbers.Digits(folded, start, MostDigits, out value);
        digits = default;
        if (end < 0 || value == 0) return -1;
        digits = start..end;
        end = DocumentNumbers.SkipSpace(folded, end);
        return end < folded.Length && Counters.Contains(folded[end]) ? end : -1;
    }

    /// <summary>A number from 1 to 9999 as it is written out: 十二, 一百零一, 一千一百一十.</summary>
    public static string WriteOut(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9999);
        var written = "";
        var skipped = false;
        foreach (var (unit, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = value / unit % 10;
            if (digit == 0)
            {
                skipped = written.Length > 0;
                continue;
            }

            written += (skipped ? "零" : "") + (unit == 10 && digit == 1 && written.Length == 0 ? "" : Numerals[digit]) + name;
            skipped = false;
        }

        return written;
    }
}
