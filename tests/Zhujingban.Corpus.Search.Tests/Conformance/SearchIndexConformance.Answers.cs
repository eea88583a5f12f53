namespace Zhujingban.Corpus.Search.Tests.Conformance;

/// <summary>Totals, order, pages, deadlines: an answer is a part of the whole, and says which.</summary>
public abstract partial class SearchIndexConformance
{
    [Fact]
    public void Search_LessThanAll_GivesTheBestAndTheExactTotal()
    {
        var index = Index();
        var all = index.Search(new SearchRequest("京", 100));
        var some = index.Search(new SearchRequest("京", 2));
        Assert.Equal(all.Total, some.Total);
        Assert.Equal(all.Hits.Take(2).Select(hit => (hit.Rank, hit.Entry.Id, hit.Score)), some.Hits.Select(hit => (hit.Rank, hit.Entry.Id, hit.Score)));
        Assert.Equal((all.Total, 0), (index.Search(new SearchRequest("京", 0)).Total, index.Search(new SearchRequest("京", 0)).Hits.Count));
    }

    [Theory]
    [InlineData("驻京办", SearchMode.Auto)]
    [InlineData("撤销 OR 保留 OR -管理", SearchMode.Exact)]
    [InlineData("办事机构登记 -层级:1", SearchMode.Loose)]
    [InlineData("撤销登记的联络处由谁管理和规范呢", SearchMode.Auto)]
    [InlineData("处留", SearchMode.Auto)]
    [InlineData("不存在", SearchMode.Exact)]
    public void Rank_AnyRequest_RanksWhatSearchShows(string query, SearchMode mode)
    {
        var index = Open(Library());
        var requests = new[] { 0, 1, 3, 100 }.Select(limit => new SearchRequest(query, limit, Mode: mode)).ToList();
        if (index.Search(requests[1]).Next is { } next) requests.Add(requests[2] with { After = next });
        foreach (var request in requests)
        {
            var (answer, ranking) = (index.Search(request), index.Rank(request));
            Assert.Equal((answer.Mode, answer.IsPartial), (ranking.Mode, ranking.IsPartial));
            Assert.Equal(answer.Hits.Select(hit => new RankedEntry(hit.Rank, hit.Score, hit.Entry.Id)), ranking.Entries);
        }

        Assert.True(index.Rank(requests[^1] with { Deadline = TimeSpan.Zero }).IsPartial);
        Assert.Throws<SearchCursorException>(() => index.Rank(requests[0] with { After = "x" }));
    }

    [Fact]
    public void Search_EqualScores_AreOrderedById()
    {
        var index = Open(new[] { "b", "C", "a", "é", "B" }.Select(id => Entry(id, "撤销驻京办")));
        Assert.Equal(["B", "C", "a", "b", "é"], index.Search(new SearchRequest("驻京办")).Hits.Select(hit => hit.Entry.Id));
        Assert.Equal(["B", "C"], index.Search(new SearchRequest("驻京办", 2)).Hits.Select(hit => hit.Entry.Id));
    }

    [Fact]
    public void Search_Explained_AddsUpToTheScore()
    {
        foreach (var query in (string[])["驻京办 撤销", "京", "国办发[2010]8号", "第12条规定", "驻京办事机构是否应当一律予以撤销"])
        {
            var hit = Index().Search(new SearchRequest(query, Explain: true)).Hits[0];
            Assert.NotNull(hit.Explanation);
            Assert.Equal($"{hit.Score:F4} is the sum of the parts; the score is {hit.Score:F4}", hit.Explanation[^1]);
        }
    }

    [Theory]
    [InlineData("驻京办", SearchMode.Auto)]
    [InlineData("撤销 OR 保留 OR -管理", SearchMode.Exact)]
    [InlineData("-不存在", SearchMode.Exact)]
    [InlineData("机关:*", SearchMode.Auto)]
    [InlineData("办事机构登记 -层级:1", SearchMode.Loose)]
    public void Search_PagesPutTogether_AreTheWhole(string query, SearchMode mode)
    {
        var index = Open(Library());
        var whole = index.Search(new SearchRequest(query, 100, Mode: mode));
        Assert.Equal((whole.Total, null), (whole.Hits.Count, whole.Next));
        for (var limit = 1; limit <= whole.Total; limit++)
        {
            var hits = new List<SearchHit>();
            for (SearchAnswer? page = null; page is null || page.Next is not null;)
            {
                page = index.Search(new SearchRequest(query, limit, Mode: mode) { After = page?.Next });
                Assert.Equal(whole.Total, page.Total);
                Assert.InRange(page.Hits.Count, 1, limit);
                hits.AddRange(page.Hits);
            }

            Assert.Equal(whole.Hits.Select(hit => (hit.Rank, hit.Entry.Id, hit.Score)), hits.Select(hit => (hit.Rank, hit.Entry.Id, hit.Score)));
        }
    }

    [Fact]
    public void Search_CursorOfNoAnswerToThisQuery_IsRefused()
    {
        var (index, request) = (Open(Library()), new SearchRequest("办", 2));
        var next = index.Search(request).Next;
        Assert.NotNull(next);
        Assert.Equal(3, index.Search(request with { After = next, Limit = 1 }).Hits[0].Rank);
        foreach (var other in (SearchRequest[])[request with { Query = "京" }, request with { Query = "办 " }, request with { Mode = SearchMode.Loose }])
            Assert.Throws<SearchCursorException>(() => index.Search(other with { After = next }));
        foreach (var after in (string[])["", " ", "驻京办", next[1..], next[..^1], $"{next}A", $"{(next[0] == 'A' ? 'B' : 'A')}{next[1..]}", new string('A', 1000)])
            Assert.Throws<SearchCursorException>(() => index.Search(request with { After = after }));
        Assert.Throws<SearchCursorException>(() => Open(Library().Skip(1)).Search(request with { After = next }));
        Assert.Throws<SearchCursorException>(() => Open([]).Search(request with { After = next }));
    }

    [Theory]
    [InlineData("驻京办")]
    [InlineData("撤销 OR 保留")]
    [InlineData("-不存在")]
    [InlineData("年:2010")]
    [InlineData("gov*")]
    [InlineData("撤销 near/9 联络处")]
    [InlineData("撤销登记的联络处由谁管理和规范呢")]
    public void Search_NoTime_IsPartialAndHasNoNextPage(string query)
    {
        var index = Open(Library());
        var whole = index.Search(new SearchRequest(query, 100) { Facets = true, Deadline = TimeSpan.FromDays(1) });
        Assert.False(whole.IsPartial);
        var partial = index.Search(new SearchRequest(query, 100) { Facets = true, Deadline = TimeSpan.Zero });
        Assert.True(partial.IsPartial);
        Assert.Null(partial.Next);
        Assert.InRange(partial.Total, 0, whole.Total);
        Assert.Equal(partial.Total, partial.Hits.Count);
        Assert.Subset(whole.Hits.Select(hit => hit.Entry.Id).ToHashSet(), partial.Hits.Select(hit => hit.Entry.Id).ToHashSet());
    }
}
