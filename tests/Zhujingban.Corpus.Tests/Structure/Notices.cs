using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Tests.Structure;

/// <summary>Reads notices as the tests need them, and asks what must be true of every one.</summary>
internal static class Notices
{
    public static Document Read(string text, bool clean = false) =>
        DocumentReader.Read(SourceText.FromString(text), new ReadOptions("d", SourceFormat.Notice, Clean: clean));

    public static string TextOf(Document document, Clause clause) => clause.Span.Of(document.Text.Text);

    /// <summary>Where a document does not account for its source.</summary>
    public static IEnumerable<string> FaultsOf(Document document) => SourceCoverage.Faults(document.Source.Text, document.Text,
        document.Dropped.Select(drop => drop.Span).Concat(document.Duplicates.Select(duplicate => duplicate.Span)));

    /// <summary>What must be true of any document, whatever came in.</summary>
    public static void AssertSound(Document document)
    {
        Assert.Empty(FaultsOf(document));
        Assert.Equal(document.Clauses.Count, document.Clauses.Select(clause => clause.EId).Distinct().Count());
        Assert.Equal(document.Sections.Count, document.Sections.Select(section => section.EId).Distinct().Count());
        var all = new TextSpan(0, document.Text.Text.Length);
        var at = 0;
        foreach (var clause in document.Clauses)
        {
            Assert.True(all.Contains(clause.Span) && !clause.Span.IsEmpty && clause.Span.Start >= at, $"{clause.EId} {clause.Span} after {at}");
            at = clause.Span.End;
        }

        Assert.All(document.Sections, section => Assert.True(all.Contains(section.Span) && section.Span.Contains(section.HeadingSpan)));
        Assert.All(document.Duplicates, duplicate => Assert.False(duplicate.Span.Overlaps(duplicate.Of)));
    }
}
