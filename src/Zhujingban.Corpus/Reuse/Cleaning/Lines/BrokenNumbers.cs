using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds line breaks inside a document's number or a date: 国办⏎发〔2010〕8号, 国办发〔2⏎010〕8号, 2⏎010-01-19, 2010年1⏎月19日. A date that is whole before the break is none of them.
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
        if (!MayGoOn(text[line.End - 1], text[next.Start])) return false;
        var start = Math.Max(line.Start, line.End - Reach);
        var joined = string.Concat(text.AsSpan(start, line.End - start), text.AsSpan(next.Start, Math.Min(next.Length, Reach)));
        var border = line.End - start;
        return IsInside(DocumentNumber(), joined, border) || (!WholeDate().IsMatch(joined[..border]) && IsInside(Date(), joined, border));
    }

    private static bool MayGoOn(char last, char first) => IsPart(last) || IsPart(first);

    private static bool IsPart(char c) => ChineseNumerals.IsNumeral(c) || char.IsDigit(c) || c is '发' or '办' or '字' or '〔' or '[' or '［' or '【' or '年' or '月' or '-' or '〕' or ']' or '］' or '】';

    private static bool IsInside(Regex regex, string joined, int border)
    {
        foreach (var found in regex.EnumerateMatches(joined))
        {
            if (found.Index < border && border < found.Index + found.Length) return true;
        }

        return false;
    }

    [GeneratedRegex(@"(?:\p{Lo}?[发办字])?[〔［\[【（(]\d{4}[〕］\]】）)]\d{1,5}号", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"(?<!\d)\d{4}(?:年\d{1,2}月\d{1,2}日|(?<sign>[-./])\d{1,2}\k<sign>\d{1,2}(?![\d.．、]))|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\d{4}(?<sign>[-./])\d{1,2}\k<sign>\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeDate();
}
