using System.Buffers;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds what a page says inside a line of the notice where the line breaks around it were lost: …予以备案。 打印本页 第八条…, 回到顶部二、…. It stands at the start of the line
/// or behind a sentence, and a mark, the end of the line or, between blanks, anything follows; behind a heading it stands between a blank and a mark. What has a value
/// (责任编辑：李强) stands between blanks. A notice about web pages says such words in its sentences, tables and lists.
/// </summary>
internal static class PageWords
{
    /// <summary>The longest of the words, with their values.</summary>
    private const int LongestWord = 60;

    /// <summary>So far behind its beginning a word has its key.</summary>
    private const int FarthestKey = 6;

    private const int LongestMark = 6;

    /// <summary>A shorter line may be a row of a table.</summary>
    private const int LongestRow = 60;

    /// <summary>Each of the words has one of these in it.</summary>
    private static readonly SearchValues<string> Keys = SearchValues.Create(
        ["打印", "关闭", "返回", "回到", "收藏", "首页", "朋友", "好友", "纠错", "扫一扫", "全文", "附件", "分享", "字体", "字号", "浏览", "阅读", "点击", "访问", "编辑", "责编", "一页", "页/", "页／", "页，", "页,", "您是"], StringComparison.Ordinal);

    /// <summary>Each of the keys has one of these in it, and few other words of a notice have: one letter is found in a fraction of the time.</summary>
    private static readonly SearchValues<char> Letters = SearchValues.Create("印闭返回藏页友纠扫全附享字浏阅击访编您");

    /// <summary>The longest of the keys.</summary>
    private const int LongestKey = 3;

    private static readonly Regex Words = new(@"\G(?:" + string.Join('|', WordList.Load("page-words.txt")) + ")", RegexOptions.CultureInvariant);

    /// <summary>The ranges of a line that are the page's, in order, each with the blanks behind it.</summary>
    public static IEnumerable<TextSpan> Find(string text, TextSpan line)
    {
        for (var at = line.Start; at < line.End;)
        {
            var key = NextKey(text, at, line.End);
            if (key < 0) yield break;
            var run = RunAround(text, line, at, key);
            if (!run.IsEmpty && IsOfPage(text, line, run)) yield return run;
            at = Math.Max(key + 1, run.End);
        }
    }

    private static int NextKey(string text, int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            var letter = text.AsSpan(at, end - at).IndexOfAny(Letters);
            if (letter < 0) return -1;
            at += letter;
            var start = Math.Max(from, at - LongestKey + 1);
            if (text.AsSpan(start, Math.Min(end, at + LongestKey) - start).IndexOfAny(Keys) is >= 0 and var key) return start + key;
        }

        return -1;
    }

    /// <summary>The words around a key, as many as follow each other; empty for none.</summary>
    private static TextSpan RunAround(string text, TextSpan line, int from, int key)
    {
        for (var start = Math.Max(from, key - FarthestKey); start <= key; start++)
        {
            var end = start;
            for (var word = LengthAt(text, line, end); word > 0; word = LengthAt(text, line, end))
            {
                end += word;
                while (end < line.End && (char.IsWhiteSpace(text[end]) || text[end] is '|' or '｜')) end++;
            }

            if (end > start) return new TextSpan(start, end);
        }

        return default;
    }

    private static int LengthAt(string text, TextSpan line, int at)
    {
        if (at >= line.End) return 0;
        var found = Words.Match(text, at, Math.Min(LongestWord, line.End - at));
        return found.Success ? found.Length : 0;
    }

    private static bool IsOfPage(string text, TextSpan line, TextSpan run)
    {
        var before = run.Start;
        while (before > line.Start && char.IsWhiteSpace(text[before - 1])) before--;
        var isApart = before == line.Start || before < run.Start;
        var isBehindSentence = before > line.Start && (Sentences.IsEnd(text[before - 1]) || text[before - 1] is '；' or ';');
        if (!isApart && (!isBehindSentence || text.AsSpan(run.Start, run.Length).ContainsAny('：', ':'))) return false;
        if (BeginsUnit(text, line, run.End)) return before == line.Start || isBehindSentence || (line.Length >= LongestRow && !IsBehindMark(text, line, before));
        if (!isBehindSentence || line.Length < LongestRow) return false;
        return run.End == line.End || (isApart && char.IsWhiteSpace(text[run.End - 1]) && text[run.End] is not ('的' or '等' or '并' or '即'));
    }

    /// <summary>True for a mark that speaks of no other unit, and counts nothing.</summary>
    private static bool BeginsUnit(string text, TextSpan line, int at)
    {
        var read = text.AsSpan(0, line.End);
        return at < line.End && PieceMarks.TryRead(read, at, out var mark) && !NumberingScanner.IsCountOrReference(read, mark with { AtLineStart = false })
            && !OrdinalReferences.Follows(read[mark.Span.End..]);
    }

    private static bool IsBehindMark(string text, TextSpan line, int end)
    {
        for (var at = Math.Max(line.Start, end - LongestMark); at < end; at++)
        {
            if (PieceMarks.TryRead(text.AsSpan(0, line.End), at, out var mark) && mark.Span.End >= end) return true;
        }

        return false;
    }
}
