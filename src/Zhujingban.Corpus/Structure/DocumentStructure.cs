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
}
