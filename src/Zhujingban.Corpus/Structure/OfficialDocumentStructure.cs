using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>To be written.</summary>
public static class OfficialDocumentStructure
{
    /// <summary>To be written.</summary>
    public static Document Read(Document document) => document;
}
