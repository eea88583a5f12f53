using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;
namespace Zhujingban.Corpus.Markup.Docx;
/// <summary>.</summary>
public sealed class DocxFormat : IMarkupFormat
{
    /// <inheritdoc/>
    public SourceFormat Format => SourceFormat.Docx;
    /// <inheritdoc/>
    public Document Read(SourceText source, MarkupOptions options)
    {
        var page = new RenderedPage();
        page.Complete();
        return RenditionDocument.Of(page, source, Format, options);
    }
}
