using System.Buffers;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds what a page says inside a line of the notice where the line breaks around it were lost: …予以备案。 打印本页 第八条…, 回到顶部二、…. It stands between blanks or behind
/// a sentence, and what follows is a blank or a mark: a notice about web pages says 打印本页 in its sentences, in quotation marks and behind its numbers.
/// </summary>
internal static class PageWords
{
    private const int Longest = 60;
    private const int LongestMark = 6;
    private const int LongestRow = 60;

    /// <summary>Each of the words has one of these in it.</summary>
    private static readonly SearchValues<string> Keys = SearchValues.Create(
        ["打印", "关闭", "返回", "回到", "收藏", "首页", "朋友", "好友", "纠错", "扫一扫", "全文", "附件", "分享", "字体", "字号", "浏览", "阅读", "点击", "访问", "编辑", "责编", "一页", "页/", "页／", "页，", "页,", "您是"], StringComparison.Ordinal);

    private static readonly Regex Words = new(@"\G(?:" + string.Join('|', WordList.Load("page-words.txt")) + ")", RegexOptions.CultureInvariant);

    /// <summary>The ranges of a line that are the page's, in order, each with the blanks behind it.</summary>
    public static IEnumerable<TextSpan> Find(string text, TextSpan line)
    {
        for (var at = line.Start; at < line.End;)
        {
            var key = text.AsSpan(at, line.End - at).IndexOfAny(Keys);
            if (key < 0) yield break;
            var run = RunAround(text, line, at, at + key);
            if (!run.IsEmpty) yield return run;
            at = run.IsEmpty ? at + key + 1 : run.End;
        }
    }

    /// <summary>The words around a key, as many as follow each other; none where they do not stand by themselves.</summary>
    private static TextSpan RunAround(string text, TextSpan line, int from, int key)
    {
        for (var start = Math.Max(from, key - LongestMark); start <= key; start++)
        {
            var end = start;
            for (var word = LengthAt(text, line, end); word > 0; word = LengthAt(text, line, end))
            {
                end += word;
                while (end < line.End && (char.IsWhiteSpace(text[end]) || text[end] is '|' or '｜')) end++;
            }

            if (end > start && MayBegin(text, line, start) && MayEnd(text, line, end)) return new TextSpan(start, end);
        }

        return default;
    }

    private static int LengthAt(string text, TextSpan line, int at)
    {
        if (at >= line.End) return 0;
        var found = Words.Match(text, at, Math.Min(Longest, line.End - at));
        return found.Success ? found.Length : 0;
    }

    /// <summary>True at the start of the line, behind a sentence, and in a long line behind a blank that no mark stands before: a short one may be a row of a table.</summary>
    private static bool MayBegin(string text, TextSpan line, int start)
    {
        var before = start;
        while (before > line.Start && char.IsWhiteSpace(text[before - 1])) before--;
        if (before == line.Start) return true;
        var last = text[before - 1];
        if (Sentences.IsEnd(last) || last is '；' or ';') return true;
        if (before == start) return last is '日' or '）' or ')';
        if (line.Length < LongestRow) return false;
        for (var at = Math.Max(line.Start, before - LongestMark); at < before; at++)
        {
            if (PieceMarks.TryRead(text.AsSpan(0, line.End), at, out var mark) && mark.Span.End >= before) return false;
        }

        return !char.IsPunctuation(last) || Sentences.IsClosing(last);
    }

    /// <summary>True before a mark, and in a long line at its end, before a blank, and where the words themselves show their end.</summary>
    private static bool MayEnd(string text, TextSpan line, int end)
    {
        if (end < line.End && PieceMarks.TryRead(text.AsSpan(0, line.End), end, out _)) return true;
        return line.Length >= LongestRow && (end == line.End || char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '】' or ']' or '次' || char.IsAsciiDigit(text[end - 1]));
    }
}
