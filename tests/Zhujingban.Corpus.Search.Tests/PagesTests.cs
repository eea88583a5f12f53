using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Tests;

public sealed class PagesTests : IDisposable
{
    private readonly Oracle.RandomCorpus _corpus = new(11, 6000, 10);
    private readonly IndexFolder _folder = new();
    private readonly SearchIndex _index;

    public PagesTests() => _index = _folder.Write(_corpus.Entries).Open();

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("的", SearchMode.Exact, 7)]
    [InlineData("的 京", SearchMode.Auto, 50)]
    [InlineData("国务院", SearchMode.Auto, 3)]
    [InlineData("驻京办事处机构", SearchMode.Loose, 100)]
    public void Search_PageAfterPage_GivesTheWhole(string query, SearchMode mode, int limit)
    {
        var whole = _index.Search(new SearchRequest(query, int.MaxValue, Mode: mode));
        var hits = new List<SearchHit>();
        string? after = null;
        do
        {
            var page = _index.Search(new SearchRequest(query, limit, Mode: mode) { After = after });
            Assert.Equal(whole.Total, page.Total);
            hits.AddRange(page.Hits);
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(whole.Total, hits.Count);
        Assert.Equal(whole.Hits.Select(hit => (hit.Rank, hit.Entry.Id, hit.Score)), hits.Select(hit => (hit.Rank, hit.Entry.Id, hit.Score)));
        Assert.Null(whole.Next);
    }

    [Fact]
    public void Search_PageOfAnotherQueryOrIndex_IsRefused()
    {
        var next = _index.Search(new SearchRequest("的")).Next!;
        Assert.Equal(11, _index.Search(new SearchRequest("的", 1) { After = next }).Hits[0].Rank);
        foreach (var request in (SearchRequest[])[new("京"), new("的", Mode: SearchMode.Loose)])
            Assert.Throws<SearchCursorException>(() => _index.Search(request with { After = next }));
        foreach (var after in (string[])["", "x", "驻京", next[1..], $"{next}A", (next[0] == 'A' ? 'B' : 'A') + next[1..]])
            Assert.Throws<SearchCursorException>(() => _index.Search(new SearchRequest("的") { After = after }));
        using var otherFolder = new IndexFolder().Write(_corpus.Entries.Skip(1));
        using var other = otherFolder.Open();
        Assert.Throws<SearchCursorException>(() => other.Search(new SearchRequest("的") { After = next }));
    }

    [Fact]
    public void Search_Facets_AreWhatTheHitsHave()
    {
        var answer = _index.Search(new SearchRequest("驻京", int.MaxValue) { Facets = true });
        Assert.Equal(Enum.GetValues<Facet>(), answer.Facets.Select(counts => counts.Facet));
        foreach (var (facet, values) in answer.Facets)
        {
            var expected = Oracle.NaiveReading.Count(answer.Hits.Select(hit => EntryFacets.Of(hit.Entry, facet)));
            Assert.Equal(expected, values);
        }

        Assert.Empty(_index.Search(new SearchRequest("驻京")).Facets);
    }

    [Theory]
    [InlineData("的")]
    [InlineData("的 京")]
    [InlineData("驻京办事处机构撤销管理规定国务院")]
    public void Search_NoTime_IsPartial(string query)
    {
        var answer = _index.Search(new SearchRequest(query) { Deadline = TimeSpan.Zero });
        Assert.True(answer.IsPartial);
        Assert.Null(answer.Next);
        Assert.False(_index.Search(new SearchRequest(query) { Deadline = TimeSpan.FromDays(1) }).IsPartial);
    }

    [Fact]
    public void Search_TimeRunsOut_AnswersWithWhatWasFound()
    {
        using var slow = SearchIndex.Open(_folder.Path, new TickingClock());
        var whole = slow.Search(new SearchRequest("的", int.MaxValue) { Facets = true });
        var part = slow.Search(new SearchRequest("的", int.MaxValue) { Facets = true, Deadline = TimeSpan.FromSeconds(3) });
        Assert.True(part.IsPartial);
        Assert.InRange(part.Total, 1, whole.Total - 1);
        Assert.Equal(part.Total, part.Hits.Count);
        Assert.Equal(part.Total, part.Facets.Single(counts => counts.Facet == Facet.Kind).Values.Sum(value => value.Value));
        Assert.Subset(whole.Hits.Select(hit => (hit.Entry.Id, hit.Score)).ToHashSet(), part.Hits.Select(hit => (hit.Entry.Id, hit.Score)).ToHashSet());
    }

    [Fact]
    public void Search_TimeRunsOutBeforeLongHitsAreMarked_ShowsThemWithoutMarks()
    {
        var text = string.Concat(Enumerable.Repeat("撤销驻京办事机构。", 10_000));
        using var folder = new IndexFolder().Write(Enumerable.Range(0, 8).Select(number => _corpus.Entries[number] with { Id = $"{number}", Text = text }));
        using var slow = SearchIndex.Open(folder.Path, new TickingClock());
        var answer = slow.Search(new SearchRequest("驻京办", 6, Explain: true) { Deadline = TimeSpan.FromSeconds(4) });
        Assert.True(answer.IsPartial);
        Assert.Equal((8, 6), (answer.Total, answer.Hits.Count));
        var marked = answer.Hits.TakeWhile(hit => hit.Highlights.Count == 10_000 && hit.Explanation is not null).Count();
        Assert.InRange(marked, 1, 5);
        Assert.All(answer.Hits.Skip(marked), hit => Assert.True(hit is { Highlights: [], Explanation: null, Snippet.Length: <= 120 } && hit.Entry.Text == text));
        Assert.Contains($"time was up before all hits were marked: {6 - marked} of them are shown without their matches", answer.Notes);
        Assert.Equal(["7", "8"], slow.Search(new SearchRequest("驻京办", 6) { After = answer.Next }).Hits.Select(hit => $"{hit.Rank}"));
    }

    [Fact]
    public void Search_TimeRunsOutWhileALongHitIsMarked_ShowsItWithoutMarks()
    {
        var text = string.Concat(Enumerable.Repeat("撤销驻京办事机构。", 10_000));
        using var folder = new IndexFolder().Write([_corpus.Entries[0] with { Text = text }]);
        using var slow = SearchIndex.Open(folder.Path, new TickingClock());
        SearchAnswer Search(int seconds) => slow.Search(new SearchRequest("撤销 near/5 机构", 1) { Deadline = TimeSpan.FromSeconds(seconds) });
        Assert.Equal(20_000, Search(60).Hits[0].Highlights.Count);
        var late = Enumerable.Range(3, 4).Select(Search).ToArray();
        Assert.All(late, answer => Assert.True(answer is { IsPartial: true, Total: 1, Hits: [{ Highlights: [] }] }));
        Assert.All(late, answer => Assert.Contains(answer.Notes, note => note.StartsWith("time was up before all hits were marked", StringComparison.Ordinal)));
    }

    [Fact]
    public void Search_TimeRunsOutBeforeShortHitsAreMarked_MarksThemAllTheSame()
    {
        using var slow = SearchIndex.Open(_folder.Path, new TickingClock());
        var answer = slow.Search(new SearchRequest("的") { Deadline = TimeSpan.FromSeconds(2) });
        Assert.False(answer.IsPartial);
        Assert.Equal(10, answer.Hits.Count);
        Assert.All(answer.Hits, hit => Assert.NotEmpty(hit.Highlights));
    }

    [Fact]
    public void Search_BeginningExplained_SaysTheSameOfEveryHit()
    {
        var hits = _index.Search(new SearchRequest("g*", 50, Explain: true)).Hits;
        Assert.Single(hits.Select(hit => hit.Explanation![0].Split(" held by ")[1].Split(';')[0]).Distinct());
        Assert.All(hits, hit => Assert.Equal($"{hit.Score:F4} is the sum of the parts; the score is {hit.Score:F4}", hit.Explanation![^1]));
    }

    /// <summary>Every look at it takes a second.</summary>
    private sealed class TickingClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }
}
