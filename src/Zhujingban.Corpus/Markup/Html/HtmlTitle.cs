using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>
/// Finds a page's title, and keeps the lines above the body that show it, and the document's number below it, where the body does not
/// begin with it. What the metadata says counts before the only heading of the first level, and that before a heading or the
/// window's title above the body.
/// </summary>
internal static class HtmlTitle
{
    private const int ShortestTitle = 6;
    private const int HeadLines = 8;

    /// <summary>A title may be broken over this many lines.</summary>
    private const int MostLines = 4;

    /// <summary>Sets the page's title; keeps its lines.</summary>
    public static void Read(RenderedPage page, HtmlBody body)
    {
        var stated = Stated(page.Fields, "title", page);
        var window = Stated(page.HeadFields, "article-title", page) ?? page.Title;
        var (first, end) = FindLines(page, body, stated, window);
        var shown = first < end ? string.Concat(page.Lines[first..end].Select(line => new string(page.Of(line)).Trim())) : null;
        page.Title = stated ?? OnlyHeading(page) ?? shown ?? WithoutSite(window);
        if (shown is null || BeginsWith(page, body, shown)) return;
        foreach (var line in page.Lines[first..end]) Keep(line, BlockKind.Heading);
        for (var i = end; i < body.First; i++)
        {
            if (page.Lines[i].Reason == DropReason.Boilerplate && PageMetadata.NumberOf(page.Of(page.Lines[i]).ToString()) is { } number && !BeginsWith(page, body, number))
                Keep(page.Lines[i], BlockKind.Paragraph);
        }
    }

    private static void Keep(RenderedLine line, BlockKind kind)
    {
        if (line.Reason is null) return;
        line.Reason = null;
        line.Kind = kind;
    }

    private static string? Stated(List<RenderedField> fields, string part, RenderedPage page) =>
        fields.Find(field => PageMetadataLabels.PartOf(field.Name) == part) is { } field
            ? string.Concat(field.Parts.Select(range => range.Range.Of(page.Text))).Trim() : null;

    /// <summary>True when the first lines of the body say it already.</summary>
    private static bool BeginsWith(RenderedPage page, HtmlBody body, string shown) =>
        string.Concat(page.Lines.Skip(body.First).Where(line => line.Reason is null).Take(HeadLines).Select(line => Squash(page.Of(line).ToString())))
            .Contains(Squash(shown), StringComparison.Ordinal);

    /// <summary>The lines that show the title, nearest before the body; none when no line does.</summary>
    private static (int First, int End) FindLines(RenderedPage page, HtmlBody body, string? stated, string? window)
    {
        var (title, context) = (Squash(stated), new HtmlWindowTitle(window));
        for (var i = body.First - 1; i >= 0; i--)
        {
            var line = page.Lines[i];
            if (line.Place.Hidden || line.Reason == DropReason.Infobox || line.LinkLength > 0) continue;
            if (stated is null && IsHeading(line) && !body.IsAround[i])
            {
                var first = i;
                while (first > 0 && IsHeading(page.Lines[first - 1]) && page.Lines[first - 1].Place.Region == line.Place.Region) first--;
                return (first, i + 1);
            }

            var shown = "";
            for (var end = i + 1; end <= body.First && end <= i + MostLines && page.Lines[end - 1].Place.Region == line.Place.Region; end++)
            {
                shown += Squash(page.Of(page.Lines[end - 1]).ToString());
                if (shown.Length >= ShortestTitle && (shown == title || context.Shows(shown))) return (i, end);
            }
        }

        return (0, 0);
    }

    private static bool IsHeading(RenderedLine line) => line is { Kind: BlockKind.Heading, Place.Level: 1, Length: >= ShortestTitle };

    private static string? OnlyHeading(RenderedPage page)
    {
        var headings = page.Lines.Where(line => line.Reason is null && line is { Kind: BlockKind.Heading, Place.Level: 1 }).Take(2).ToList();
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

    internal static string Squash(string? text) => text is null ? "" : string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
