using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>
/// Finds a page's title, and keeps the line above the body that shows it, where the body does not begin with it. What the metadata
/// says counts before the only heading of the first level, and that before a heading or the window's title above the body.
/// </summary>
internal static class HtmlTitle
{
    private const int ShortestTitle = 6;
    private const int HeadLines = 8;

    /// <summary>Sets the page's title; keeps its line.</summary>
    public static void Read(RenderedPage page, HtmlBody body)
    {
        var stated = page.Fields.Find(field => PageMetadataLabels.PartOf(field.Name) == "title") is { } field
            ? string.Concat(field.Parts.Select(part => part.Range.Of(page.Text))).Trim() : null;
        var window = page.Title;
        var shown = FindLine(page, body, stated, window);
        var heading = OnlyHeading(page);
        page.Title = stated ?? heading ?? (shown is null ? null : new string(page.Of(shown)).Trim()) ?? WithoutSite(window);
        if (shown is null || shown.Reason is null) return;
        shown.Reason = null;
        shown.Kind = BlockKind.Heading;
    }

    /// <summary>The line that shows the title: nearest before the body; null when the body begins with it or no line does.</summary>
    private static RenderedLine? FindLine(RenderedPage page, HtmlBody body, string? stated, string? window)
    {
        var head = string.Concat(page.Lines.Skip(body.First).Where(line => line.Reason is null).Take(HeadLines).Select(line => Squash(page.Of(line).ToString())));
        var (title, context) = (Squash(stated), Squash(window));
        for (var i = body.First - 1; i >= 0; i--)
        {
            var line = page.Lines[i];
            if (line.Place.Hidden || line.Length < ShortestTitle || line.Reason == DropReason.Infobox || line.LinkLength > 0) continue;
            var shown = Squash(page.Of(line).ToString());
            var isHeading = stated is null && line is { Kind: BlockKind.Heading, Place.Level: 1 } && !body.IsAround[i];
            if (shown.Length < ShortestTitle || !(isHeading || shown == title || context.StartsWith(shown, StringComparison.Ordinal))) continue;
            return head.Contains(shown, StringComparison.Ordinal) ? null : line;
        }

        return null;
    }

    private static string? OnlyHeading(RenderedPage page)
    {
        var headings = page.Lines.Where(line => line is { Reason: null, Kind: BlockKind.Heading, Place.Level: 1 }).Take(2).ToList();
        return headings.Count == 1 ? new string(page.Of(headings[0])).Trim() : null;
    }

    /// <summary>The window's title without the name of the site: 关于…的通知_某市人民政府.</summary>
    private static string? WithoutSite(string? title)
    {
        if (title is null) return null;
        var end = title.IndexOfAny(['_', '|', '｜']);
        if (end < 0) end = title.IndexOf(" - ", StringComparison.Ordinal);
        var own = (end < 0 ? title : title[..end]).Trim();
        return own.Length > 0 ? own : title.Trim();
    }

    private static string Squash(string? text) => text is null ? "" : string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
