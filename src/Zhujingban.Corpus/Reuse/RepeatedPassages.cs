using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Leaves out passages that a damaged notice says twice. A passage is a run of whole clauses and sentences that stands a second
/// time, equal but for the width of characters; it counts as a repeat where its numbers do not fit one of the two places, so that the
/// same sentence under two headings stays twice. What differs in anything else is never merged.
/// </summary>
public static class RepeatedPassages
{
    /// <summary>Marks repeated passages as duplicates and takes them out of the text.</summary>
    public static Document LeaveOut(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Format != SourceFormat.Notice) return document;
        return RepeatedRanges.LeaveOut(document, new PassageMatcher(PassageUnits.Of(document), document.Text.Text).Repeats());
    }
}
