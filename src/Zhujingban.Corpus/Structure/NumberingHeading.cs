using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Tells the heading of a numbered section from the text that follows it: a heading is a line of its own, a first short sentence
/// (紧扣雄安新区战略定位。要按照…), a label (清明节：4月5日放假), or words of the document's title before an office that it names
/// (主要职责省人民政府驻北京办事处是…).
/// </summary>
internal static class NumberingHeading
{
    private const int LongestLine = 60;
    private const int LongestSentence = 40;
    private const int LongestDoubtful = 24;
    private const int LongestLabel = 12;
    private const int ShortestTitleWords = 4;

    private static readonly SearchValues<char> Ends = SearchValues.Create("。；：！？;:!?");
    private static readonly SearchValues<char> Commas = SearchValues.Create("，,");

    /// <summary>The heading at the start of a unit's own text, without its full stop; null when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="own">The unit's own text behind its mark, without outer white space.</param>
    /// <param name="leads">True when something stands below the unit: another line, or deeper units.</param>
    /// <param name="title">The document's title, or null.</param>
    public static TextSpan? Find(string text, TextSpan own, bool leads, string? title)
    {
        if (own.IsEmpty) return null;
        var window = text.AsSpan(own.Start, Math.Min(own.Length, LongestLine + 1));
        if (title is not null && TitleWords(window, title) is var words && words > 0) return TextSpan.At(own.Start, words);
        var end = FirstEnd(window);
        var heading = end < 0
            ? own.Length <= LongestLine ? own.Length : 0
            : LengthBefore(window, end, runsOn: end + 1 < own.Length, leads);
        return heading == 0 ? null : TextSpan.At(own.Start, heading);
    }

    private static int LengthBefore(ReadOnlySpan<char> window, int end, bool runsOn, bool leads)
    {
        var sentence = window[..end];
        switch (window[end])
        {
            case '：' or ':':
                var fits = end <= LongestLabel && !sentence.ContainsAny(Commas) && !sentence.Contains("下", StringComparison.Ordinal);
                return fits && (runsOn || leads) ? end : 0;
            case '；' or ';':
                return 0;
            default:
                if (!runsOn) return leads && end <= LongestDoubtful ? end : 0;
                return end <= (sentence.ContainsAny(Commas) ? LongestDoubtful : LongestSentence) ? end : 0;
        }
    }

    /// <summary>The first end of a sentence or clause outside quotation marks and brackets.</summary>
    private static int FirstEnd(ReadOnlySpan<char> window)
    {
        var depth = 0;
        for (var i = 0; i < window.Length; i++)
        {
            if (window[i] is '“' or '《' or '（' or '(' or '〈' or '‘') depth++;
            else if (Sentences.IsClosing(window[i])) depth = Math.Max(0, depth - 1);
            else if (depth == 0 && Ends.Contains(window[i])) return i;
        }

        return -1;
    }

    /// <summary>
    /// The length of a heading that is words of the title and runs into a sentence whose subject is an office that the title names: a
    /// decree on an office's 主要职责内设机构和人员编制 has sections headed so. 0 when the text begins otherwise.
    /// </summary>
    private static int TitleWords(ReadOnlySpan<char> window, ReadOnlySpan<char> title)
    {
        var words = LongestIn(title, window);
        if (words < ShortestTitleWords || words >= window.Length || Organs.EndsAsOrgan(window[..words])) return 0;
        var behind = window[words..];
        var office = LongestIn(title, behind);
        return office >= ShortestTitleWords && Organs.EndsAsOrgan(behind[..office]) ? words : 0;
    }

    /// <summary>The length of the longest start of a text that stands in the title.</summary>
    private static int LongestIn(ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        var longest = 0;
        for (var i = 0; i < title.Length; i++) longest = Math.Max(longest, title[i..].CommonPrefixLength(text));
        return longest;
    }
}
