using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// The shapes of marks, without regard to what stands around them:
/// <code>
/// first   = number ( "、" | at a line start also "．" | "." )            一、  十二、  at a line start also 一 、
/// second  = ( "（" | "(" ) number ( "）" | ")" ) | "㈠" … "㈩"           （一） (十五)
/// third   = digits ( "." | "．" | "、" ), no digit behind but a year | "⒈" … "⒛"    1. 12、
/// fourth  = ( "（" | "(" ) digits ( "）" | ")" ) | "⑴" … "⒇" | at a line start digits ( "）" | ")" )    （1）  1)
/// fifth   = "①" … "⑳" | "㉑" … "㉟" | "㊱" … "㊿"
/// ordinal = "第" number ( "编" | "分编" | "章" | "节" | "条" [ "之" ( [ digit ] "十" [ digit ] | digit ) ] )
/// </code>
/// A line that was wrapped may break inside a mark (第⏎二条, 二十⏎一、): the break is passed over.
/// </summary>
internal static class NumberingMarkReader
{
    private const int LongestDigits = 3;
    private const int LongestNumber = 8;

    /// <summary>The mark that begins with an opening bracket at <paramref name="at"/>.</summary>
    public static bool TryReadBracketed(ReadOnlySpan<char> text, int at, bool lineStart, out NumberingMark mark)
    {
        mark = default;
        var length = ReadSpaced(text, at + 1, out var value, out var arabic);
        var end = at + 1 + length;
        if (length == 0 || end >= text.Length || text[end] is not ('）' or ')') || value is 0 or > 999) return false;
        mark = new NumberingMark(arabic ? NumberingKind.Fourth : NumberingKind.Second, value, 0, new TextSpan(at, end + 1), lineStart);
        return true;
    }

    /// <summary>The mark that ends with <c>、</c>, <c>.</c> or <c>．</c> at a place, not before <paramref name="from"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place of the sign.</param>
    /// <param name="from">Where its line begins.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="awaited">The Arabic number that the line may begin with although digits follow; 0 for none.</param>
    public static bool TryReadClosed(ReadOnlySpan<char> text, int at, int from, out NumberingMark mark, int awaited = 0)
    {
        mark = default;
        var end = at;
        while (end > from && at - end < 2 && text[end - 1] is ' ' or '\u3000' or '\n') end--;
        var start = StartOfNumber(text, from, end);
        if (start == end || !TryParse(text[start..end], out var value) || value == 0) return false;
        var arabic = ChineseNumerals.IsArabic(text[end - 1]);
        var lineStart = start == from;
        if (arabic != ChineseNumerals.IsArabic(text[start]) || (end < at && !lineStart && text[end] != '\n')) return false;
        if (arabic && (end - start > LongestDigits || (IsDecimal(text[(at + 1)..]) && !(lineStart && value == awaited && IsCount(text[(at + 1)..]))))) return false;
        if (!arabic && (value > 999 || (text[at] != '、' && !lineStart))) return false;
        mark = new NumberingMark(arabic ? NumberingKind.Third : NumberingKind.First, value, 0, new TextSpan(start, at + 1), lineStart);
        return true;
    }

    /// <summary>The mark that a line begins with and that has only its closing bracket: 1) 12）.</summary>
    public static bool TryReadHalfBracketed(ReadOnlySpan<char> text, int at, out NumberingMark mark)
    {
        mark = default;
        var end = at;
        while (end < text.Length && end - at < 2 && ChineseNumerals.IsArabic(text[end])) end++;
        if (end == at || end >= text.Length || text[end] is not ('）' or ')') || !ChineseNumerals.TryParse(text[at..end], out var value) || value == 0) return false;
        mark = new NumberingMark(NumberingKind.Fourth, value, 0, new TextSpan(at, end + 1), true);
        return true;
    }

    /// <summary>The mark that is one character: ①, ⑴, ⒈, ㈠.</summary>
    public static bool TryReadSingle(char c, int at, bool lineStart, out NumberingMark mark)
    {
        var (kind, value) = c switch
        {
            >= '①' and <= '⑳' => (NumberingKind.Fifth, c - '①' + 1),
            >= '㉑' and <= '㉟' => (NumberingKind.Fifth, c - '㉑' + 21),
            >= '㊱' and <= '㊿' => (NumberingKind.Fifth, c - '㊱' + 36),
            >= '⑴' and <= '⒇' => (NumberingKind.Fourth, c - '⑴' + 1),
            >= '⒈' and <= '⒛' => (NumberingKind.Third, c - '⒈' + 1),
            >= '㈠' and <= '㈩' => (NumberingKind.Second, c - '㈠' + 1),
            _ => (NumberingKind.Fifth, 0),
        };
        mark = new NumberingMark(kind, value, 0, TextSpan.At(at, 1), lineStart);
        return value > 0;
    }

    /// <summary>The mark of a chapter or an article that a text begins with, or a reference that has its shape.</summary>
    public static bool TryReadOrdinal(ReadOnlySpan<char> line, int offset, out NumberingMark mark)
    {
        mark = default;
        if (line.IsEmpty || line[0] != '第') return false;
        var length = ReadSpaced(line, 1, out var value, out _);
        var end = 1 + length;
        if (length == 0 || end >= line.Length || value == 0) return false;
        NumberingKind? kind = line[end] switch
        {
            '编' => NumberingKind.Part,
            '分' when end + 1 < line.Length && line[end + 1] == '编' => NumberingKind.Subpart,
            '章' => NumberingKind.Chapter,
            '节' => NumberingKind.ChapterSection,
            '条' => NumberingKind.Article,
            _ => null,
        };
        if (kind is null) return false;
        end += kind == NumberingKind.Subpart ? 2 : 1;
        var branch = 0;
        if (kind == NumberingKind.Article) end += ReadBranch(line[end..], out branch);
        mark = new NumberingMark(kind.Value, value, branch, new TextSpan(offset, offset + end), true);
        return true;
    }

    /// <summary>之一, 之十二. Numbers that follow without a blank (第十条之一三年以下) do not belong to it.</summary>
    private static int ReadBranch(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length < 2 || text[0] != '之' || !ChineseNumerals.IsNumeral(text[1])) return 0;
        var end = text[1] == '十' ? 2 : text.Length > 2 && text[2] == '十' ? 3 : 0;
        if (end > 0 && end < text.Length && ChineseNumerals.DigitOf(text[end]) > 0) end++;
        end = Math.Max(end, 2);
        return ChineseNumerals.TryParse(text[1..end], out value) && value > 0 ? end : 0;
    }

    /// <summary>1.5 and 2018.5.1 are no marks; 1.2019年底前 is one.</summary>
    private static bool IsDecimal(ReadOnlySpan<char> behind)
    {
        var digits = 0;
        while (digits < behind.Length && digits < 5 && ChineseNumerals.IsArabic(behind[digits])) digits++;
        return digits > 0 && !(digits == 4 && behind.Length > 4 && behind[4] == '年');
    }

    /// <summary>10个城市, 5月1日: digits and a Chinese character; what is 10% or 10.5 may be a table's.</summary>
    private static bool IsCount(ReadOnlySpan<char> behind)
    {
        var digits = 0;
        while (digits < behind.Length && digits < 5 && ChineseNumerals.IsArabic(behind[digits])) digits++;
        return digits < behind.Length && char.IsBetween(behind[digits], '\u4E00', '\u9FFF') && behind[digits] is not ('倍' or '亿' or '万' or '元' or '米');
    }

    /// <summary>A number with blanks around it (（ 一 ）), and whether it is in Arabic digits.</summary>
    private static int ReadSpaced(ReadOnlySpan<char> text, int at, out int value, out bool arabic)
    {
        var start = at;
        while (at < text.Length && at - start < 2 && text[at] is ' ' or '\u3000' or '\n') at++;
        var length = ReadNumber(text[at..], out value);
        arabic = length > 0 && ChineseNumerals.IsArabic(text[at]);
        if (length == 0 || (arabic && length > LongestDigits)) return 0;
        at += length;
        while (at < text.Length && text[at] is ' ' or '\u3000' or '\n' && at - start < length + 4) at++;
        return at - start;
    }

    /// <summary>A number, though a line break stand inside it: 二十⏎一.</summary>
    private static int ReadNumber(ReadOnlySpan<char> text, out int value)
    {
        var end = RunOfNumerals(text);
        if (end == 0 || end + 1 >= text.Length || text[end] != '\n' || ChineseNumerals.IsArabic(text[0])) return ChineseNumerals.Read(text, out value);
        var rest = RunOfNumerals(text[(end + 1)..]);
        if (rest == 0) return ChineseNumerals.Read(text, out value);
        return TryParse(text[..(end + 1 + rest)], out value) ? end + 1 + rest : 0;
    }

    private static int RunOfNumerals(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < LongestNumber && ChineseNumerals.IsNumeral(text[end])) end++;
        return end;
    }

    /// <summary>Where the number begins that ends at a place; it may begin on the line before.</summary>
    private static int StartOfNumber(ReadOnlySpan<char> text, int from, int end)
    {
        var start = Back(text, from, end);
        var isBroken = start < end && start - 1 > from && text[start - 1] == '\n' && !ChineseNumerals.IsArabic(text[start]);
        return isBroken && Back(text, from, start - 1) is var before && before < start - 1 ? before : start;

        static int Back(ReadOnlySpan<char> text, int from, int end)
        {
            var start = end;
            while (start > from && end - start < LongestNumber && ChineseNumerals.IsNumeral(text[start - 1])) start--;
            return start;
        }
    }

    private static bool TryParse(ReadOnlySpan<char> number, out int value) =>
        number.Contains('\n') ? ChineseNumerals.TryParse(number.ToString().ReplaceLineEndings(""), out value) : ChineseNumerals.TryParse(number, out value);
}
