using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>Reads sections, clauses and metadata out of a document's blocks.</summary>
public static class DocumentStructure
{
    /// <summary>Fills <see cref="Document.Metadata"/>, <see cref="Document.Sections"/> and <see cref="Document.Clauses"/>.</summary>
    /// <param name="document">A document as markup and reuse leave it.</param>
    public static Document Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Format switch
        {
            SourceFormat.Notice => OfficialDocumentStructure.Read(document),
            SourceFormat.Html or SourceFormat.Docx => ReadRendition(document),
            SourceFormat.Markdown => ReadMarkdown(document),
            _ => PageStructure.Read(document),
        };
    }

    /// <summary>Web pages and office files can hold anything: what they show decides.</summary>
    private static Document ReadRendition(Document document)
    {
        if (OfficialDocumentEvidence.Of(document) is not { } reason) return PageMetadata.Supplement(PageStructure.Read(document));
        var read = PageMetadata.Supplement(OfficialDocumentTables.Read(document));
        var diagnostic = new Diagnostic("official-document", DiagnosticSeverity.Info, $"It is read as an official document: {reason}.");
        return read with { Diagnostics = [.. read.Diagnostics, diagnostic] };
    }

    /// <summary>
    /// Markdown of an official document is read as one; where it has lists, whose numbers stand in no text, the page's own outline stays and
    /// only the metadata is the document's.
    /// </summary>
    private static Document ReadMarkdown(Document document)
    {
        if (OfficialDocumentEvidence.OfHead(document) is not { } reason) return PageStructure.Read(document);
        var read = OfficialDocumentTables.Read(document);
        var diagnostic = new Diagnostic("official-document", DiagnosticSeverity.Info, $"It is read as an official document: {reason}.");
        if (document.Blocks.Any(block => block.Kind is BlockKind.ListItem))
            read = PageStructure.Read(document) with { Title = document.Title ?? read.Title, Metadata = read.Metadata };
        return read with { Diagnostics = [.. read.Diagnostics, diagnostic] };
    }
}
