using AngleSharp.Html.Parser;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>
/// Reads saved web pages: AngleSharp parses, the page is rendered line by line, and what stands around the document (navigation,
/// share bars, related links, the table of its metadata) is left out of the text. Since a parsed page has no text positions, the
/// document's source is the rendition of the whole page: see <c>Rules.md</c> beside this file.
/// </summary>
public sealed class HtmlFormat : IMarkupFormat
{
    private static readonly HtmlParserOptions Options = new() { IsScripting = false };

    /// <inheritdoc/>
    public SourceFormat Format => SourceFormat.Html;

    /// <inheritdoc/>
    public Document Read(SourceText source, MarkupOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var page = new RenderedPage();
        if (HtmlNesting.Limit(source.Text) is { } reason)
        {
            HtmlTagStripper.Read(source.Text, page);
            page.Diagnostics.Add(new Diagnostic("nesting-limit", DiagnosticSeverity.Warning,
                $"The page {reason} than can be parsed in time; it is read line by line, without its tables and lists."));
        }
        else
        {
            using var tree = new HtmlParser(Options).ParseDocument(source.Text);
            HtmlWalker.Read(tree, page);
        }

        page.Complete();
        LayoutTables.Mark(page);
        var metadata = HtmlMetadata.Find(page);
        var body = HtmlBody.Find(page, metadata);
        HtmlMetadata.Keep(page, metadata, body);
        HtmlBoilerplate.LeaveOut(page, body);
        HtmlAttachments.Keep(page, body);
        HtmlTitle.Read(page, body);
        if (body.IsPictures(page)) page.Diagnostics.Add(new Diagnostic("pictures-only", DiagnosticSeverity.Warning,
            "The page shows pictures and no sentence: what stands in them is not read."));
        return RenditionDocument.Of(page, source, Format, options);
    }
}
