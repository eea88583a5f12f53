using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds line breaks inside a mark, as narrow columns and careless copies leave them: 第⏎二条, 第二⏎条, （⏎二）, 1⏎. and, behind a full stop, 二十⏎一、. Half a mark ends no line and
/// begins none; but 位居全省第三 may end one, and 节约用水 or 章丘路 begin the next. 人数：二十⏎一、 is a count and 一、.
/// </summary>
internal static class BrokenMarks
{
    private const int LongestNumber = 8;
    private const int LongestDigits = 3;

    /// <summary>True when a mark begins at the end of a line and goes on in the next one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line, without outer white space.</param>
    /// <param name="next">The next one, likewise.</param>
    public static bool StandsBetween(string text, TextSpan line, TextSpan next)
    {
        var behind = text.AsSpan(next.Start, next.Length);
        var digits = 0;
        while (digits < behind.Length && digits < LongestNumber && ChineseNumerals.IsNumeral(behind[digits])) digits++;
        if (text[line.End - 1] is '第') return digits > 0 && digits < behind.Length && IsUnit(behind[digits]);
        if (text[line.End - 1] is '（' or '(') return digits > 0 && digits < behind.Length && behind[digits] is '）' or ')';
        var start = line.End;
        while (start > line.Start && line.End - start < LongestNumber && ChineseNumerals.IsNumeral(text[start - 1])) start--;
        if (start == line.End || digits == behind.Length) return false;
        if (start > line.Start && text[start - 1] is '第') return IsUnit(behind[digits]) && (digits > 0 || !BeginsWord(behind));
        if (start > line.Start && text[start - 1] is '（' or '(') return behind[digits] is '）' or ')';
        return BeginsSentence(text, line, start) && GoesOn(text.AsSpan(start, line.End - start), behind, start > line.Start && text[start - 1] is not '：' ? digits : 0);
    }

    private static bool IsUnit(char c) => c is '编' or '章' or '节' or '条';

    /// <summary>True for 条件, and for what no blank parts from 章, 节 and 编: 章丘.</summary>
    private static bool BeginsWord(ReadOnlySpan<char> behind) => behind.Length < 2 || (behind[0] == '条' ? CharacterPairs.Instance.IsWord(behind[0], behind[1]) : !char.IsWhiteSpace(behind[1]));

    /// <summary>True behind a full stop, or at the start of a line.</summary>
    private static bool BeginsSentence(string text, TextSpan line, int at)
    {
        while (at > line.Start && char.IsWhiteSpace(text[at - 1])) at--;
        return at == line.Start || Sentences.IsEnd(text[at - 1]) || text[at - 1] is '；' or '：';
    }

    /// <summary>True for 1⏎.加强, but not for 1⏎.5, and for 二十⏎一、, but not for 二⏎三、.</summary>
    private static bool GoesOn(ReadOnlySpan<char> number, ReadOnlySpan<char> behind, int digits)
    {
        if (ChineseNumerals.IsArabic(number[^1])) return number.Length <= LongestDigits && behind is ['.' or '．', not ((>= '0' and <= '9') or (>= '０' and <= '９')), ..];
        return digits > 0 && behind[digits] == '、' && !ChineseNumerals.IsArabic(behind[0]) && (number[^1] is '十' or '百' or '零' || behind[0] is '十' or '百');
    }
}
