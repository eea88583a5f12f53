using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Cuts lines before the marks of articles and containers that have run together with what stands before them. An undamaged text has one chain of
/// articles, which tells them from references; shuffled text has pieces of several, so here a mark is what begins a sentence and does not go on
/// as a reference does.
/// </summary>
internal static class OrdinalCuts
{
    private const int LongestHeading = 30;
    private const int LongestAnnouncement = 300;
    private const int ShortestTitle = 4;
    private const int LongestTitle = 120;

    private static readonly SearchValues<char> NoHeading = SearchValues.Create("。，；：！？");
    private static readonly string[] Announcing = ["下列", "以下", "如下"];
    private static readonly string[] Citing = WordList.Load("citing-words.txt");

    /// <summary>The lines, cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    public static List<TextSpan> Cut(string text, IReadOnlyList<TextSpan> lines)
    {
        var cut = new List<TextSpan>(lines.Count);
        var marks = Standing(text, lines);
        var standing = marks.Where(mark => mark.Kind == NumberingKind.Article).Select(mark => mark.Value).ToHashSet();
        var containers = marks.Where(mark => NumberingKinds.IsContainer(mark.Kind)).ToHashSet();
        var wholeLines = new Lazy<HashSet<string>>(() => new(lines.Where(line => line.Length <= LongestTitle).Select(line => line.Of(text)), StringComparer.Ordinal));
        foreach (var line in lines)
        {
            var start = line.Start;
            var headingEnd = -1;
            for (var at = Next(text, line.Start, line.End); at >= 0; at = Next(text, at + 1, line.End))
            {
                if (!NumberingMarkReader.TryReadOrdinal(text.AsSpan(at, line.End - at), at, out var mark) || OrdinalReferences.Follows(text.AsSpan(mark.Span.End, line.End - mark.Span.End))) continue;
                var begins = at == line.Start || BehindSentence(text, line.Start, at) || BehindColon(text, start, mark, line.End) || at <= headingEnd || IsTitleHere(mark) || (mark.Value == 1 && IsBehindHistory(text, start, at)) || (mark.Kind == NumberingKind.Article && IsDivision(text, start, at) && StandsInOrder(mark.Value))
                    || (NumberingKinds.IsContainer(mark.Kind) && (HeadsArticle(text, mark.Span.End, line.End) || IsDueHeading(mark, line.End)));
                if (!begins) continue;
                if (at > start) cut.Add(Trim(text, new TextSpan(start, at)));
                start = at;
                headingEnd = NumberingKinds.IsContainer(mark.Kind) ? HeadingEnd(text, mark.Span.End, line.End) : -1;
            }

            cut.Add(Trim(text, new TextSpan(start, line.End)));

            // …的需要，合理第四章　军事训练: nothing else is 第四章, 第三章 or 第五章 stands elsewhere, and a blank and no more than a heading follow.
            bool IsDueHeading(NumberingMark mark, int end) => mark.Span.End < end && char.IsWhiteSpace(text[mark.Span.End]) && HeadingEnd(text, mark.Span.End, end) == end
                && !containers.Contains((mark.Kind, mark.Value)) && (containers.Contains((mark.Kind, mark.Value - 1)) || containers.Contains((mark.Kind, mark.Value + 1)));

            // 一、符合刑事诉讼法第一百零一条 cites the only article far and wide: the first one behind a heading, or those around it, are the notice's own.
            bool StandsInOrder(int value) => value == 1 || standing.Contains(value - 1) || standing.Contains(value + 1);

            // 当事人依据婚姻法第四条 is no title: the one that the text begins with is, the one that a first article follows, and what has a line to itself elsewhere.
            bool IsTitleHere(NumberingMark mark)
            {
                var at = mark.Span.Start;
                if (!IsTitle(text, start, at) || (mark.Kind != NumberingKind.Article && BehindLastSentence(text, start, at) > start)) return false;
                return mark.Value == 1 || start == lines[0].Start || (at - start <= LongestTitle && wholeLines.Value.Contains(text[start..at].TrimEnd()));
            }
        }

        cut.RemoveAll(line => line.IsEmpty);
        return cut;
    }

    /// <summary>The numbers of the articles and chapters that lines or sentences begin with.</summary>
    private static HashSet<(NumberingKind Kind, int Value)> Standing(string text, IReadOnlyList<TextSpan> lines)
    {
        var standing = new HashSet<(NumberingKind, int)>();
        foreach (var line in lines)
        {
            for (var at = Next(text, line.Start, line.End); at >= 0; at = Next(text, at + 1, line.End))
            {
                if (at > line.Start && !BehindSentence(text, line.Start, at)) continue;
                if (NumberingMarkReader.TryReadOrdinal(text.AsSpan(at, line.End - at), at, out var mark)) standing.Add((mark.Kind, mark.Value));
            }
        }

        return standing;
    }

    /// <summary>军用标准化管理办法第一章: a title, perhaps with its history in brackets. 一、为落实行政程序法第七章之规定 and 根据《立法法》第八十二条 cite a law.</summary>
    private static bool IsTitle(string text, int start, int end) => TitleAtEnd(text, new TextSpan(start, end)) is not null;

    /// <summary>（…通过）第一章: behind when it was passed, whatever its title looks like.</summary>
    private static bool IsBehindHistory(string text, int start, int at)
    {
        var before = text.AsSpan(start, at - start).TrimEnd();
        if (before is not [.., '）' or ')']) return false;
        before = before[Math.Max(0, before.Length - LongestTitle)..];
        if (before.LastIndexOfAny('（', '(') is not (>= 0 and var open) || !OfficialDocumentHeadParts.IsHistory(before[open..])) return false;
        // 依照《公司法》（…通过）第一条 cites an article, and 三、《公司章程》（…通过）第一章 a chapter.
        var title = BehindLastSentence(text, start, at);
        return !before[..open].TrimEnd().EndsWith("》") && !PieceMarks.TryRead(text.AsSpan(0, at), title, out _) && !Citing.AnyStarts(text.AsSpan(title, at - title));
    }

    /// <summary>The title that a range ends with, as a sentence of its own, without its history in brackets; null for none.</summary>
    public static string? TitleAtEnd(string text, TextSpan range)
    {
        var span = Trim(text, range with { Start = BehindLastSentence(text, range.Start, range.End) });
        if (span.Length is < ShortestTitle or > LongestTitle || text[span.End - 1] == '》' || PieceMarks.TryRead(text.AsSpan(0, span.End), span.Start, out _)) return null;
        var title = text.AsSpan(span.Start, span.Length);
        if (Citing.AnyStarts(title)) return null;
        if (title[^1] is '）' or ')' && title.IndexOfAny('（', '(') is > 3 and var history && OfficialDocumentHeadParts.IsHistory(title[history..])) title = title[..history].TrimEnd();
        return !title.ContainsAny(NoHeading) && OfficialDocumentGenres.IsComplete(title.ToString()) ? title.ToString() : null;
    }

    private static int BehindLastSentence(string text, int start, int end)
    {
        var from = Math.Max(start, end - LongestTitle - 1);
        var stop = text.AsSpan(from, end - from).LastIndexOfAny("。！？\n");
        return stop < 0 ? start : from + stop + 1;
    }

    /// <summary>一、案件受理第一条: the heading of a division, which runs up to its first article. 一、根据行政处罚法第八条 cites one.</summary>
    private static bool IsDivision(string text, int start, int end)
    {
        var from = end;
        while (from > start && end - from <= LongestHeading && !Sentences.IsEnd(text[from - 1]) && text[from - 1] != '\n') from--;
        while (from < end && char.IsWhiteSpace(text[from])) from++;
        var digits = ChineseNumerals.Read(text.AsSpan(from, end - from), out _);
        if (digits == 0 || from + digits + 2 >= end || text[from + digits] != '、' || ChineseNumerals.IsArabic(text[from])) return false;
        var heading = text.AsSpan(from + digits + 1, end - from - digits - 1);
        return !heading.ContainsAny(NoHeading) && !Citing.AnyStarts(heading);
    }

    private static int Next(string text, int from, int end)
    {
        var found = from < end ? text.AsSpan(from, end - from).IndexOf('第') : -1;
        return found < 0 ? -1 : from + found;
    }

    private static bool BehindSentence(string text, int start, int at)
    {
        var before = at - 1;
        while (before > start && at - before < 4 && (char.IsWhiteSpace(text[before]) || Sentences.IsClosing(text[before]))) before--;
        return Sentences.IsEnd(text[before]) || text[before] is '；' or ';';
    }

    /// <summary>
    /// 第十九条 …有下列情形之一的，责令改正：第二十条 …: what an article announces is cut off; 作如下规定：第一条 … begins what a preamble does. A reference has no
    /// blank behind it, and 设定依据：第六十九条 … quotes.
    /// </summary>
    private static bool BehindColon(string text, int start, in NumberingMark mark, int end)
    {
        if (mark.Span.Start <= start || text[mark.Span.Start - 1] is not '：' || mark.Span.End >= end || !char.IsWhiteSpace(text[mark.Span.End])) return false;
        var from = Math.Max(start, mark.Span.Start - LongestAnnouncement);
        var sentence = text.AsSpan(from, mark.Span.Start - from);
        var stop = sentence.LastIndexOfAny("。！？\n");
        if (stop < 0 && from > start) return false;
        sentence = sentence[(stop + 1)..].TrimStart();
        return Announcing.AnyIn(sentence) && (mark.Value == 1 || sentence.StartsWith("第"));
    }

    /// <summary>第一章 总则第一条: nothing but a chapter's heading stands so before an article.</summary>
    private static bool HeadsArticle(string text, int start, int end)
    {
        var limit = HeadingEnd(text, start, end);
        for (var at = Next(text, start, Math.Min(limit + 1, end)); at >= 0; at = Next(text, at + 1, Math.Min(limit + 1, end)))
        {
            if (NumberingMarkReader.TryReadOrdinal(text.AsSpan(at, end - at), at, out var mark) && mark.Kind == NumberingKind.Article)
                return !OrdinalReferences.Follows(text.AsSpan(mark.Span.End, end - mark.Span.End));
        }

        return false;
    }

    /// <summary>How far the heading of a container can go: an article right behind it begins there, with no sentence in between.</summary>
    private static int HeadingEnd(string text, int start, int end)
    {
        var limit = Math.Min(end, start + LongestHeading);
        var stop = text.AsSpan(start, limit - start).IndexOfAny(NoHeading);
        return stop < 0 ? limit : start + stop;
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
