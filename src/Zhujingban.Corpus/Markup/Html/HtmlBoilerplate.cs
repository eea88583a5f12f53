using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>Leaves out what stands around the document, and between its element's edges and its text.</summary>
internal static class HtmlBoilerplate
{
    private const int LongestLine = 160;
    private const int LongTextLine = 60;

    private static readonly HashSet<string> RelatedHeadings = [.. HtmlNames.Lines("html-related-headings.txt")];

    /// <summary>True for a line that pages put around documents: 打印本页, 上一篇：…. Whole sentences, which most lines are, are none.</summary>
    public static bool IsLine(RenderedPage page, RenderedLine line) => line.IsBoilerplate ??= BoilerplateLines.Contain(page.Of(line));

    /// <summary>Gives the lines that are not the document's their reason.</summary>
    public static void LeaveOut(RenderedPage page, HtmlBody body)
    {
        for (var i = 0; i < page.Lines.Count; i++)
        {
            if (i < body.First || i >= body.End || body.IsAround[i]) page.Lines[i].Reason ??= DropReason.Boilerplate;
        }

        var (first, last) = (body.First, body.End);
        while (first < body.End && !IsText(page, page.Lines[first])) first++;
        while (last > first && !IsText(page, page.Lines[last - 1])) last--;
        for (var i = body.First; i < body.End; i++)
        {
            if (i == first) i = last;
            if (i < body.End && IsLine(page, page.Lines[i])) page.Lines[i].Reason ??= DropReason.Boilerplate;
        }

        LeaveOutRelated(page, last, body.End);
    }

    /// <summary>True for 相关链接 and the like, alone or with a first link behind a colon.</summary>
    public static bool IsRelatedHeading(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine) return false;
        var colon = line.IndexOfAny('：', ':');
        return RelatedHeadings.Contains(Squash(colon < 0 ? line : line[..colon]).TrimEnd('>', '»'));
    }

    private static bool IsText(RenderedPage page, RenderedLine line) =>
        line.Reason is null && (page.Of(line).Contains('。') || line.Length > LongTextLine) && !IsLine(page, line);

    /// <summary>A heading such as 相关链接 begins a list of links that goes on to the end.</summary>
    private static void LeaveOutRelated(RenderedPage page, int from, int end)
    {
        var heading = end;
        for (var i = end - 1; i >= from; i--)
        {
            var line = page.Lines[i];
            if (IsRelatedHeading(page.Of(line))) heading = i;
            else if (line.Reason is null && line.LinkLength * 2 <= line.Length) break;
        }

        for (var i = heading; i < end; i++) page.Lines[i].Reason ??= DropReason.Boilerplate;
    }

    private static string Squash(ReadOnlySpan<char> text)
    {
        var squashed = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) squashed[length++] = c;
        }

        return new string(squashed, 0, length);
    }
}
