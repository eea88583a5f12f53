namespace Zhujingban.Corpus.Search.Tests.Conformance;

/// <summary>What is found nowhere exactly, or reads as a question, is answered in parts; fields and exclusions hold all the same.</summary>
public abstract partial class SearchIndexConformance
{
    [Fact]
    public void Search_FoundNowhere_IsAnsweredLooselyUnlessExactIsAsked()
    {
        var index = Index();
        var loose = index.Search(new SearchRequest("撤销驻京办", 2));
        Assert.Equal(SearchMode.Loose, loose.Mode);
        Assert.Equal("a1", loose.Hits[0].Entry.Id);
        Assert.Equal(3, loose.Total);
        Assert.NotEmpty(loose.Notes);
        var exact = index.Search(new SearchRequest("撤销驻京办", Mode: SearchMode.Exact));
        Assert.Equal((SearchMode.Exact, 0), (exact.Mode, exact.Total));
    }

    [Fact]
    public void Search_Question_IsAnsweredLoosely()
    {
        const string Question = "驻京办事机构是否应当一律予以撤销";
        var answer = Index().Search(new SearchRequest(Question));
        Assert.Equal((SearchMode.Loose, "a1"), (answer.Mode, answer.Hits[0].Entry.Id));
        Assert.Equal(SearchMode.Exact, Index().Search(new SearchRequest(Question, Mode: SearchMode.Exact)).Mode);
    }

    [Theory]
    [InlineData("撤销县级联络处", "h1 n1 n2 w1")]
    [InlineData("撤销县级联络处 年:2010", "n1 n2")]
    [InlineData("撤销县级联络处 年:2010 -层级:1", "n2")]
    [InlineData("撤销县级联络处 -种类:条款", "w1")]
    [InlineData("撤销县级联络处 -登记", "n1 n2 w1")]
    [InlineData("撤销县级联络处 标题:公司法", "")]
    [InlineData("(撤销县级联络 年:2010) OR (联络处室 来源:mediawiki)", "n1 n2 w1")]
    [InlineData("(撤销县级联络 年:2010) OR 联络处室", "h1 n1 n2 w1")]
    public void Search_Loosely_HoldsFieldsAndExclusions(string query, string ids)
    {
        var index = Open(Library());
        foreach (var mode in (SearchMode[])[SearchMode.Auto, SearchMode.Loose])
        {
            var answer = index.Search(new SearchRequest(query, 100, Mode: mode));
            Assert.Equal((SearchMode.Loose, ids), (answer.Mode, Sorted(answer)));
            Assert.Equal(answer.Total, answer.Hits.Count);
            Assert.All(answer.Hits, hit => Assert.NotEmpty(hit.Highlights));
        }
    }

    [Theory]
    [InlineData("年:2010 -层级:2", "n n1 n3")]
    [InlineData("-机关:*", "w w1 w2 w3")]
    [InlineData("gov*", "w2 w3")]
    public void Search_LooselyForNothingThatHasParts_IsAnsweredExactly(string query, string ids)
    {
        foreach (var mode in Enum.GetValues<SearchMode>())
        {
            var answer = Open(Library()).Search(new SearchRequest(query, 100, Mode: mode));
            Assert.Equal((SearchMode.Exact, ids), (answer.Mode, Sorted(answer)));
        }
    }

    [Fact]
    public void Search_PartsKnownNowhere_FindsSingleCharacters()
    {
        var answer = Open(Library()).Search(new SearchRequest("处留"));
        Assert.Equal((SearchMode.Loose, "n1 n2 w w1 w2 w3"), (answer.Mode, Sorted(answer)));
    }
}
