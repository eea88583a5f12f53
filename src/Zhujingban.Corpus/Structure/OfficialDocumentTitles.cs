using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Reads the title of an official document: [issuer] + 关于 + subject + 的 + genre, on one line, broken over several, or run together
/// with what follows it.
/// </summary>
internal static class OfficialDocumentTitles
{
    private const int LongestLine = 120;
    private const int LongestContinuation = 40;
    private const int LongestUnitMark = 4;
    private const int LongestTitle = 300;
    private const int MostLines = 6;
    private const int LongestAside = 14;
    private const int LongestLabel = 6;

    private static readonly string[] Qualifiers = WordList.Load("title-qualifiers.txt");
    private static readonly string[] Verbs = WordList.Load("title-verbs.txt");

    /// <summary>The number of lines, from <paramref name="first"/> on, that make up the title; 0 when no title stands there.</summary>
    public static int ReadLines(string text, IReadOnlyList<TextSpan> lines, int first)
    {
        var (count, complete) = (0, 0);
        var joined = "";
        while (first + count < lines.Count && count < MostLines)
        {
            var line = lines[first + count];
            if (line.Length > (count == 0 ? LongestLine : LongestContinuation) || !IsTitleLine(text, line)) break;
            var next = LetterSpacing.Close(line.Of(text));
            if ((complete > 0 && !Continues(joined, next)) || (count > 0 && IsLabelled(next))) break;
            joined += next;
            count++;
            if (OfficialDocumentGenres.IsComplete(joined)) complete = count;
        }

        if (complete > 0) return complete;
        // A title without a known genre: lines that lead up to a number or to addressees, else the first line alone.
        if (count == 0 || first + count >= lines.Count) return Math.Min(count, first + 1 < lines.Count ? 1 : 0);
        var stop = lines[first + count].Of(text);
        return OfficialDocumentNumbers.Read(stop) == stop.Length ? count : 1;
    }

    /// <summary>The end of a title that runs on into the next part of the head on the same line; -1 when there is none.</summary>
    public static int FindEnd(string text, TextSpan line)
    {
        var limit = Math.Min(line.End, line.Start + LongestTitle);
        if (FootLength(text.AsSpan(line.Start, limit - line.Start)) > 0) return -1;
        var depth = 0;
        for (var i = line.Start; i < limit; i++)
        {
            var c = text[i];
            if (c is '《' or '〈' or '“' or '（' or '(') depth++;
            else if (Sentences.IsClosing(c)) depth = Math.Max(0, depth - 1);
            else if (depth == 0 && (Sentences.IsEnd(c) || c is '；' or '\n')) return -1;
            if (depth > 0 || i - line.Start < 5 || !EndsTitle(text, line.Start, i + 1)) continue;
            if (AsideLength(text.AsSpan(i + 1, line.End - i - 1)) is var aside and > 0) return i + 1 + aside;
            if (SeriesLength(text.AsSpan(i + 1, line.End - i - 1)) is var series and > 0) return i + 1 + series;
            if (i + 1 == line.End || OfficialDocumentHeadParts.StartsAt(text, new TextSpan(i + 1, line.End)) || IsUnit(text.AsSpan(i + 1, line.End - i - 1))) return i + 1;
        }

        return -1;
    }

    /// <summary>True for 三、 that has run together with a title: a page that was cut goes on in the middle of the document.</summary>
    private static bool IsUnit(ReadOnlySpan<char> text) =>
        ChineseNumerals.IsNumeral(text[0]) && text[..Math.Min(text.Length, LongestUnitMark)].IndexOf('、') is var at and > 0 && NumberingMarkReader.TryReadClosed(text, at, 0, out var mark) && mark.Kind == NumberingKind.First;

    /// <summary>True for the letterhead of an order, with its number or without (GB/T 9704-2012 10.2): an order has no other title.</summary>
    public static bool IsOfOrder(ReadOnlySpan<char> line)
    {
        var order = line.LastIndexOf('令');
        if (order < 1 || line.Length > LongestLine || !Organs.EndsAsOrgan(line[..order])) return false;
        var number = line[(order + 1)..].Trim();
        return number.IsEmpty || OfficialDocumentNumbers.ReadOrdinal(number) == number.Length;
    }

    /// <summary>The end of a title that goes on over lines, and on the last of them into the document's number; -1 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="first">The line that the title begins on.</param>
    public static int FindEndBelow(string text, IReadOnlyList<TextSpan> lines, int first)
    {
        // A longer line goes on on no other one.
        if (first >= lines.Count || lines[first].Length >= LongestTitle || !IsTitleLine(text, lines[first])) return -1;
        var joined = lines[first].Of(text);
        for (var line = first + 1; line < lines.Count && line - first < MostLines && joined.Length < LongestTitle; line++)
        {
            var before = joined.Length;
            joined += lines[line].Of(text);
            if (FindEnd(joined, new TextSpan(0, joined.Length)) is var end && end > before && OfficialDocumentNumbers.Read(joined.AsSpan(end)) > 0)
                return lines[line].Start + end - before;
        }

        return -1;
    }

    /// <summary>The end of the foot of another copy, a date with or without its signature, that has run together with a title; 0 for a line that begins with none.</summary>
    public static int FootLength(ReadOnlySpan<char> line)
    {
        var about = line.IndexOf("关于");
        for (var at = 0; at < about; at++)
        {
            if (!ChineseNumerals.IsNumeral(line[at]) || (at > 0 && ChineseNumerals.IsNumeral(line[at - 1]))) continue;
            var length = ChineseDates.Read(line[at..], out _);
            if (length == 0) continue;
            var signer = line[..at].Trim();
            return at + length < about && (signer.IsEmpty || Organs.Split(signer.ToString()).Count > 0) ? at + length : 0;
        }

        return 0;
    }

    /// <summary>The office that a title begins with, its names joined by one space; null when it names none.</summary>
    public static string? IssuerOf(string title)
    {
        // 国务院办公厅发布通知要求… is what a newspaper writes.
        if (!title.Contains("关于", StringComparison.Ordinal) && OfficialDocumentGenres.Of(title) is null) return null;
        for (var at = 2; at < title.Length; at++)
        {
            if (!StartsWithVerb(title.AsSpan(at))) continue;
            var organs = Organs.Split(title[..at]);
            if (organs.Count > 0) return string.Join(' ', organs);
        }

        // 中央军委主席命令 has no subject.
        foreach (var order in (string[])["命令", "通令", "公告", "令"])
        {
            if (title.EndsWith(order, StringComparison.Ordinal) && Organs.Split(title[..^order.Length]) is { Count: > 0 } organs) return string.Join(' ', organs);
        }

        return null;
    }

    /// <summary>True when <paramref name="shorter"/> is <paramref name="longer"/> without the issuer that it begins with.</summary>
    public static bool IsWithoutIssuer(string shorter, string longer) =>
        longer.Length > shorter.Length && longer.EndsWith(shorter, StringComparison.Ordinal)
        && StartsWithVerb(shorter)
        && Organs.Split(longer[..^shorter.Length]).Count > 0;

    /// <summary>True for what stands between the issuer and the subject of a title: 关于, 印发.</summary>
    public static bool StartsWithVerb(ReadOnlySpan<char> text) => Verbs.AnyStarts(text);

    private static bool IsTitleLine(string text, TextSpan line)
    {
        var characters = text.AsSpan(line.Start, line.Length);
        if (Sentences.IsEnd(characters[^1]) || characters[^1] is '：' or ':' or '，') return false;
        if (characters.IndexOfAny('。', '；') >= 0 || FootLength(characters) > 0 || characters.IndexOf("如下：") >= 0) return false;
        if (OfficialDocumentNumbers.Read(characters) == characters.Length || ChineseDates.Parse(characters) is not null) return false;
        var marks = new List<NumberingMark>();
        NumberingScanner.Scan(text, line, marks);
        return marks.Count == 0 || !marks[0].AtLineStart;
    }

    /// <summary>A title that is complete by its last word goes on when the next line brings it to its end: …工作意见 / 报告的通知.</summary>
    private static bool Continues(string joined, string next)
    {
        if (!OfficialDocumentGenres.IsComplete(next) || next.Contains("关于", StringComparison.Ordinal)) return false;
        return !EndsTitle(joined, 0, joined.Length) && EndsTitle(next, 0, next.Length);
    }

    /// <summary>主题：… in the head of a letter is no line of a title; a colon further in may be.</summary>
    private static bool IsLabelled(string line) => line.AsSpan(0, Math.Min(line.Length, LongestLabel)).IndexOfAny('：', ':') > 0;

    /// <summary>True when a line ends with 的通知, 的意见 …, or with a genre that needs no 的, whatever it says before.</summary>
    public static bool EndsAsTitle(string text, TextSpan line) => EndsTitle(text, line.Start, line.End);

    /// <summary>True when a text ends there with 的通知, 的意见 …, or with a genre that needs no 的 after 暂行 or 实施.</summary>
    private static bool EndsTitle(string text, int start, int end)
    {
        var last = text.AsSpan(Math.Max(start, end - 8), Math.Min(8, end - start));
        if (OfficialDocumentGenres.Of(last) is not { } genre || genre.Length < 2 || !last.EndsWith(genre)) return last.EndsWith("的函") || last.EndsWith("的复函");
        var before = last[..^genre.Length];
        return before.EndsWith('的') || Qualifiers.EndOf(before) is not null;
    }

    /// <summary>（试行）, （征求意见稿） belong to the title.</summary>
    private static int AsideLength(ReadOnlySpan<char> text)
    {
        if (text is not ['（' or '(', ..] || OfficialDocumentHeadParts.IsHistory(text)) return 0;
        var close = text[..Math.Min(text.Length, LongestAside)].IndexOfAny('）', ')');
        return close > 1 && text[close - 1] is '行' or '稿' or '订' or '版' ? close + 1 : 0;
    }

    /// <summary>…若干问题的解释（一） belongs to the title, where a number, a history or the preamble follows; else （一） is a unit.</summary>
    private static int SeriesLength(ReadOnlySpan<char> text)
    {
        if (text is not ['（' or '(', ..] || !NumberingMarkReader.TryReadBracketed(text, 0, true, out var mark) || mark.Kind != NumberingKind.Second) return 0;
        var behind = text[mark.Span.End..];
        return OfficialDocumentNumbers.Read(behind) > 0 || OfficialDocumentHeadParts.IsHistory(behind) || OfficialDocumentHeadParts.IsPurpose(behind) ? mark.Span.End : 0;
    }
}
