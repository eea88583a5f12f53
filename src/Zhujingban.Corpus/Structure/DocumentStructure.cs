using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>Reads sections, clauses and metadata out of a document's blocks.</summary>
public static class DocumentStructure
{
    /// <summary>Fills <see cref="Document.Metadata"/>, <see cref="Document.Sections"/> and <see cref="Document.Clauses"/>.</summary>
    /// <param name="document">A document as markup and reuse leave it.</param>
    public static Document Read(Document document) => document.Format switch
    {
        SourceFormat.Notice => OfficialDocumentStructure.Read(document),
        _ => PageStructure.Read(document),
    };
}
