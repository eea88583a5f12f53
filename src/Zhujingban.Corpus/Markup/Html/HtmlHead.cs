using System.Collections.Frozen;
using AngleSharp.Html.Dom;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>
/// What the head of a page says: the title of the window, and the <c>&lt;meta&gt;</c> elements of <c>html-meta-names.txt</c>. It is text of
/// the page, but no line that a reader sees.
/// </summary>
internal static class HtmlHead
{
    private static readonly FrozenDictionary<string, string> Names = HtmlNames.Lines("html-meta-names.txt").Select(line => line.Split('\t'))
        .ToFrozenDictionary(line => line[0], line => line[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes what the head says, each on a line.</summary>
    public static void Write(IHtmlDocument tree, RenderedPage page, PageWriter writer)
    {
        writer.Place = RenderedPlace.Root with { Hidden = true };
        if (tree.Title is { Length: > 0 } title)
        {
            writer.Write(title);
            writer.EndLine();
            page.Title = title.Trim();
        }

        foreach (var child in tree.Head?.Children ?? Enumerable.Empty<AngleSharp.Dom.IElement>())
        {
            if (child is not IHtmlMetaElement { Name: { } name, Content: { Length: > 0 } content } || !Names.TryGetValue(name, out var field)) continue;
            if (page.HeadFields.Exists(known => known.Name == field)) continue;
            var start = writer.Length;
            writer.Write(content);
            writer.EndLine();
            if (writer.Length > start) page.HeadFields.Add(new RenderedField(field, [(page.Lines.Count - 1, new TextSpan(start, writer.Length))]));
        }

        writer.Place = RenderedPlace.Root;
    }
}
