using System.Globalization;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>An index of numbered entries that all match, in pages.</summary>
internal sealed class PagedIndex(int count, string text = "前言。撤销驻京办。后记。") : ISearchIndex
{
    public int Count => count;

    /// <summary>How many requests there were.</summary>
    public int Requests { get; private set; }

    public SearchAnswer Search(SearchRequest request)
    {
        Requests++;
        if (request.After is { } cursor && !cursor.All(char.IsAsciiDigit)) throw new SearchCursorException($"“{cursor}” is no cursor");
        var start = int.Parse(request.After ?? "0", CultureInfo.InvariantCulture);
        var end = Math.Min(start + request.Limit, count);
        return new SearchAnswer(request.Query, count, [.. Enumerable.Range(start, end - start).Select(Hit)], ["a note"])
        {
            Next = end < count ? $"{end}" : null,
            Facets = request.Facets ? [new FacetCounts(Facet.SourceKind, [new("notice", count)]), new FacetCounts(Facet.Genre, [])] : [],
            IsPartial = request.Deadline == TimeSpan.Zero,
        };
    }

    public void Dispose()
    {
    }

    private SearchHit Hit(int number) => new(number + 1, 1.5, new IndexEntry
    {
        Id = $"e{number}", DocumentId = "d", Title = "题", Format = "notice", Kind = "clause", Text = text,
    }, text.Length < 9 ? [] : [new TextSpan(1, 4), new TextSpan(5, 8)], null) { Snippet = text.Length < 9 ? new TextSpan(0, text.Length) : new TextSpan(3, 9) };
}
