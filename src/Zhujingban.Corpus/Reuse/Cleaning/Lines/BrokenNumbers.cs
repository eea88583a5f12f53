using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds line breaks inside a document's number or a date: 国办⏎发〔2010〕8号, 国办发〔2⏎010〕8号, 2⏎010-01-19, 2010年1⏎月19日. What is whole before the break is none of them, and 2010年⏎1月5日 may be a heading and its first entry.
/// </summary>
internal static partial class BrokenNumbers
{
    private const int Reach = 20;

    /// <summary>True when a number or a date begins at the end of a line and goes on in the next one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line, without outer white space.</param>
    /// <param name="next">The next one, likewise.</param>
    public static bool StandsBetween(string text, TextSpan line, TextSpan next)
    {
        var (last, first) = (text[line.End - 1], text[next.Start]);
        if (!IsPart(first) || !(IsPart(last) || first is '发' or '办' or '字')) return false;
        var start = Math.Max(line.Start, line.End - Reach);
        var joined = string.Concat(text.AsSpan(start, line.End - start), text.AsSpan(next.Start, Math.Min(next.Length, Reach)));
        var border = line.End - start;
        if (IsInside(DocumentNumber(), joined, border)) return true;
        return (ChineseNumerals.IsNumeral(last) || last is '-') && !WholeDate().IsMatch(joined[..border]) && IsInside(Date(), joined, border);
    }

    private static bool IsPart(char c) => ChineseNumerals.IsNumeral(c) || c is '发' or '办' or '字' or '号' or '〔' or '[' or '［' or '【' or '〕' or ']' or '］' or '】' or '年' or '月' or '日' or '-';

    private static bool IsInside(Regex regex, string joined, int border)
    {
        foreach (var found in regex.EnumerateMatches(joined))
        {
            if (found.Index < border && border < found.Index + found.Length) return true;
        }

        return false;
    }

    /// <summary>国办发〔2012〕3号柜 is no number.</summary>
    [GeneratedRegex(@"\p{Lo}[发办字][〔［\[【]\d{4}[〕］\]】]\d{1,5}号(?![柜楼室线路库店仓书架])|[〔［\[【]\d{4}[〕］\]】]\d{1,5}号(?=$|[，。、；）各《为根现近])", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(
        @"(?<!\d)\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}(?![\d.．、日号]))"
        + "|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\d{4}-\d{1,2}-\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeDate();
}
