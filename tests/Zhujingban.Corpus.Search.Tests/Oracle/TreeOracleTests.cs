using System.Runtime.InteropServices;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Tests.Oracle;

/// <summary>Random trees of every kind, run over the index and read naively in the texts: matches, totals, scores and facets are the same.</summary>
public sealed class TreeOracleTests : IDisposable
{
    private const int Entries = 5000;
    private const int Queries = 2000;
    private const int Patterns = 150;

    private readonly RandomCorpus _corpus = new(20100119, Entries, Patterns);
    private readonly IndexFolder _folder = new();
    private readonly IndexSegments _segments;
    private readonly Segment _segment;
    private readonly Bm25F _ranking;
    private readonly NaiveReading _naive;

    public TreeOracleTests()
    {
        _folder.Write(_corpus.Entries, tokens: 40_000, ids: 700);
        _segments = IndexSegments.Open(_folder.Path);
        _segment = _segments.Segments[0];
        _ranking = new Bm25F(_segment.Statistics);
        _naive = new NaiveReading(_corpus.Entries);
    }

    public void Dispose()
    {
        _segments.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void ExactSearch_RandomTrees_FindsWhatTheTextsHold()
    {
        var found = 0;
        for (var i = 0; i < Queries; i++)
        {
            var node = _corpus.RandomTree(depth: i % 4);
            var expected = _naive.Evaluate(node);
            found += expected.Length > 0 ? 1 : 0;
            foreach (var limit in (int[])[1, 10, Entries])
                AssertFinds($"query {i}, best {limit}", expected, limit, (context, collector) => ExactSearch.Run(context, node, collector, WindowOf(i)));
        }

        Assert.True(found > Queries / 2, $"only {found} queries find something");
    }

    [Fact]
    public void WindowSearch_RandomLooseQueriesUnderConditions_FindsWhatTheTextsHold()
    {
        for (var i = 0; i < Queries / 5; i++)
        {
            var patterns = Enumerable.Range(0, _corpus.Next(8) + 1).Select(_ => _corpus.RandomPattern()).Where(pattern => pattern.Cover().Count == 1).Distinct().ToArray();
            QueryNode? conditions = i % 3 == 0 ? null : _corpus.RandomTree(depth: 1);
            var expected = _naive.EvaluateLoosely(patterns, conditions);
            foreach (var limit in (int[])[1, 10, Entries])
            {
                AssertFinds($"query {i}, best {limit}", expected, limit,
                    (context, collector) => WindowSearch.RunLoose(context, patterns, conditions, collector, WindowOf(i)));
            }
        }
    }

    private static int WindowOf(int query) => (query % 3) switch { 0 => 16, 1 => 300, _ => WindowSearch.DefaultWindow };

    private void AssertFinds(string what, (int Entry, double Score)[] expected, int limit, Action<SearchContext, MatchCollector> run)
    {
        var matched = limit == 10 ? new List<int>() : null;
        var best = new TopHits(limit);
        var collector = new MatchCollector(_segment, best, matched);
        run(SearchContext.Of(_segment, _ranking), collector);
        Assert.True(expected.Length == collector.Total, $"{what}: {collector.Total} instead of {expected.Length}");
        Exactly.Equal(expected.Take(limit), best.Take().Select(hit => (hit.Entry, hit.Score)));
        AssertRanks(what, expected, limit, run);
        if (matched is null) return;
        var tally = new FacetTally();
        tally.Add(_segment, CollectionsMarshal.AsSpan(matched));
        foreach (var counts in tally.Take()) Exactly.Equal(_naive.Count(counts.Facet, expected.Select(hit => hit.Entry)), counts.Values);
    }

    /// <summary>The best are the same when what cannot be among them is passed over uncounted.</summary>
    private void AssertRanks(string what, (int Entry, double Score)[] expected, int limit, Action<SearchContext, MatchCollector> run)
    {
        var best = new TopHits(limit);
        var collector = new MatchCollector(_segment, best, countsAll: false);
        run(SearchContext.Of(_segment, _ranking), collector);
        Assert.True(collector.HasFound == expected.Length > 0, $"{what}: {expected.Length} match");
        Exactly.Equal(expected.Take(limit), best.Take().Select(hit => (hit.Entry, hit.Score)));
    }
}
