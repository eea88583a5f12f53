using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Search.Tests.Oracle;

namespace Zhujingban.Corpus.Search.Tests.Index;

/// <summary>One segment and seven over the same entries give the same. The entries come by length, so no segment has the mean lengths of all.</summary>
public sealed class IndexSegmentsTests : IDisposable
{
    private const int Entries = 3000;
    private const int Queries = 1000;

    private readonly RandomCorpus _corpus = new(7, Entries, 120);
    private readonly IndexEntry[] _entries;
    private readonly IndexFolder _one = new();
    private readonly IndexFolder _seven = new();

    public IndexSegmentsTests()
    {
        _entries = [.. _corpus.Entries.OrderBy(entry => entry.Text.Length)];
        _one.Write(_entries);
        _seven.Write(_entries, tokens: 10_000, ids: 100, entriesPerSegment: (Entries + 6) / 7);
    }

    public void Dispose()
    {
        _one.Dispose();
        _seven.Dispose();
    }

    [Fact]
    public void Search_RandomTrees_IsTheSameInOneSegmentAndSeven()
    {
        using var one = IndexSegments.Open(_one.Path);
        using var seven = IndexSegments.Open(_seven.Path);
        Assert.Equal((1, 7), (one.Segments.Count, seven.Segments.Count));
        Assert.Equal(one.Statistics, seven.Statistics);
        for (var i = 0; i < Queries; i++)
        {
            var node = _corpus.RandomTree(depth: i % 4);
            foreach (var limit in (int[])[1, 10, Entries])
            {
                var (expected, answer) = (Find(one, node, limit), Find(seven, node, limit));
                Assert.Equal(expected.Total, answer.Total);
                Assert.Equal(expected.Best, answer.Best);
            }
        }
    }

    [Theory]
    [InlineData("的", SearchMode.Exact)]
    [InlineData("驻京办 撤销", SearchMode.Auto)]
    [InlineData("驻京 OR 规定 OR \"办事处\" -国务院", SearchMode.Auto)]
    [InlineData("g* 的", SearchMode.Exact)]
    [InlineData("驻京 near/3 办", SearchMode.Exact)]
    [InlineData("year:1998.. 京办", SearchMode.Exact)]
    [InlineData("撤销驻京办事处机构的规定是什么样的", SearchMode.Auto)]
    [InlineData("撤銷 外星", SearchMode.Auto)]
    public void Search_AnyQuery_GivesTheSamePagesFacetsAndExplanations(string query, SearchMode mode)
    {
        using var one = _one.Open();
        using var seven = _seven.Open();
        string? afterOne = null, afterSeven = null;
        for (var page = 0; page < 5; page++)
        {
            var request = new SearchRequest(query, 20, Explain: page == 0, mode) { Facets = true };
            var expected = one.Search(request with { After = afterOne });
            var answer = seven.Search(request with { After = afterSeven });
            Assert.Equal(TextOf(expected), TextOf(answer));
            Assert.Equal(expected.Hits.Select(hit => new RankedEntry(hit.Rank, hit.Score, hit.Entry.Id)), seven.Rank(request with { After = afterSeven }).Entries);
            (afterOne, afterSeven) = (expected.Next, answer.Next);
            Assert.Equal(afterOne is null, afterSeven is null);
            if (afterOne is null) break;
        }
    }

    [Fact]
    public void Complete_SegmentsOfFewEntries_CountsThemAll()
    {
        using var folder = new IndexFolder();
        foreach (var (entries, perSegment, segments) in ((int, int, int)[])[(0, 3, 1), (1, 3, 1), (3, 3, 1), (4, 3, 2), (9, 3, 3), (10, 1, 10)])
        {
            folder.Write(_entries.Take(entries), entriesPerSegment: perSegment);
            using var index = IndexSegments.Open(folder.Path);
            Assert.Equal((segments, entries), (index.Segments.Count, index.Count));
            Assert.Empty(SearchIndex.Verify(folder.Path));
            Assert.Equal(2 + (Segment.Kinds.Count * segments), folder.Files.Count());
        }
    }

    [Fact]
    public void Complete_IdInTwoSegments_SaysWhich()
    {
        using var folder = new IndexFolder();
        var error = Assert.Throws<InvalidOperationException>(() => folder.Write(_entries.Take(10).Append(_entries[2]), entriesPerSegment: 3));
        Assert.Contains(_entries[2].Id, error.Message, StringComparison.Ordinal);
        Assert.Throws<SearchIndexDamagedException>(folder.Open);
    }

    private static (int Total, IReadOnlyList<ScoredEntry> Best) Find(IndexSegments index, QueryNode node, int limit)
    {
        var best = new TopHits(limit);
        var total = 0;
        foreach (var context in SearchContext.Of(index, Deadline.None))
        {
            var found = new MatchCollector(context.Segment, best);
            ExactSearch.Run(context, node, found);
            total += found.Total;
        }

        return (total, best.Take());
    }

    private static string TextOf(SearchAnswer answer) => string.Join('\n',
    [
        $"{answer.Mode} {answer.Total}", .. answer.Notes,
        .. answer.Hits.Select(hit => $"{hit.Rank} {hit.Score:R} {hit.Entry.Id} {hit.Snippet} {string.Join(' ', hit.Highlights)} {string.Join('|', hit.Explanation ?? [])}"),
        .. answer.Facets.Select(counts => $"{counts.Facet} {string.Join(' ', counts.Values)}"),
    ]);
}
