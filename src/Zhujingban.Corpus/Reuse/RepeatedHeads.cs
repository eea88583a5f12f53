using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse;

/// <summary>To be written.</summary>
public static class RepeatedHeads
{
    /// <summary>To be written.</summary>
    public static Document LeaveOut(Document document) => document;
}
