using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Tests.Markup.Html;

/// <summary>What holds for every page that has been read.</summary>
internal static class HtmlPages
{
    public static Document Read(string page, SourceFormat format = SourceFormat.Html) =>
        DocumentReader.Read(SourceText.FromString(page), new ReadOptions("page", format));

    public static void AssertSound(Document document)
    {
        var leftOut = document.Dropped.Select(drop => drop.Span).Concat(document.Duplicates.Select(duplicate => duplicate.Span));
        Assert.Empty(SourceCoverage.Faults(document.Source.Text, document.Text, leftOut).Take(3));
        var length = document.Source.Text.Length;
        Assert.All(document.Links.SelectMany(link => link.Spans), span => Assert.True(span.Start >= 0 && span.End <= length));
        Assert.All(document.Infoboxes.SelectMany(infobox => infobox.Fields).SelectMany(field => field.Spans), span => Assert.True(span.End <= length));
        Assert.All(document.Diagnostics.SelectMany(diagnostic => diagnostic.Spans), span => Assert.True(span.End <= length));
        var ids = document.Clauses.Select(clause => clause.EId).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
