using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Search.Tests.Conformance;

/// <summary>What is shown of a hit: highlights and a snippet, as places in the text as it was written.</summary>
public abstract partial class SearchIndexConformance
{
    [Fact]
    public void Search_Traditional_IsMarkedInItsOwnScript()
    {
        var hit = Index().Search(new SearchRequest("驻京办 gdp", Mode: SearchMode.Loose)).Hits.Single(hit => hit.Entry.Id == "c1");
        Assert.Equal(["駐京辦"], hit.Highlights.Select(span => span.Of(hit.Entry.Text)));
    }

    [Theory]
    [InlineData("驻京办 撤销", "w1", "駐京辦|撤銷")]
    [InlineData("聯絡處", "n2", "联络处")]
    [InlineData("联络处 OR 1999", "w1", "1999|聯絡處")]
    [InlineData("gov*", "w2", "GovHK")]
    [InlineData("gov*", "w3", "Governance|government")]
    [InlineData("处加强 OR \"处 加强\"", "n2", "处；加强")]
    [InlineData("加强 near/6 撤销", "n2", "撤销|加强")]
    [InlineData("撤销 -县级 年:2010", "n2", "撤销")]
    [InlineData("县级 -联络处", "n1", "县级")]
    [InlineData("《公司法》第12条", "c1", "第十二条")]
    [InlineData("标题:公司法 章程", "c1", "章程")]
    [InlineData("驻京 京办", "n3", "驻京办")]
    [InlineData("第12条 OR 第十三条", "c2", "第十三条|第十二条")]
    public void Search_Hit_MarksWhatWasSoughtAsItIsWritten(string query, string id, string marked)
    {
        var hit = Open(Library()).Search(new SearchRequest(query, 100, Mode: SearchMode.Exact)).Hits.Single(hit => hit.Entry.Id == id);
        Assert.Equal(marked, string.Join('|', hit.Highlights.Select(span => span.Of(hit.Entry.Text))));
    }

    [Theory]
    [InlineData("国办发[2010]8号", "e2", "国办发【２０１０】８号")]
    [InlineData("2010-01-19", "h1", "二○一○年一月十九日")]
    [InlineData("2010年1月19日", "h3", "2010-01-19")]
    [InlineData("第12条", "g2", "第十二條")]
    [InlineData("第十二条", "g1", "第12条")]
    [InlineData("𠮷", "f1", "𠮷")]
    public void Search_Reference_IsMarkedInItsOwnForm(string query, string id, string marked)
    {
        var hit = Index().Search(new SearchRequest(query, 100, Mode: SearchMode.Exact)).Hits.Single(hit => hit.Entry.Id == id);
        Assert.Equal(marked, string.Join('|', hit.Highlights.Select(span => span.Of(hit.Entry.Text))));
    }

    [Theory]
    [InlineData("驻京办 撤销", "驻京办|撤销")]
    [InlineData("驻京办 OR 不存在", "驻京办")]
    [InlineData("县级 near/0 驻京办", "县级驻京办")]
    [InlineData("gdp*", "GDP")]
    public void Search_LongText_ShowsAPartThatHoldsAMatch(string query, string shown)
    {
        var filler = string.Concat(Enumerable.Repeat("加强驻外机构的规范管理，𠮷野家。", 30));
        var text = $"{filler}撤销县级驻京办，依GDP而定。{filler}";
        var hit = Assert.Single(Open([Entry("a", text), Entry("b", filler)]).Search(new SearchRequest(query, Mode: SearchMode.Exact)).Hits);
        AssertShowsAMatch(hit);
        Assert.InRange(hit.Snippet.Length, 20, 200);
        Assert.All(shown.Split('|'), match => Assert.Contains(match, hit.Snippet.Of(text), StringComparison.Ordinal));
    }

    [Fact]
    public void Search_AnyHit_ShowsAPartOfItsText()
    {
        foreach (var query in (string[])["驻京办", "撤销 OR 保留", "-不存在", "年:2010", "gov*", "撤销 near/9 联络处", "《公司法》第12条", "撤销县级联络处", "公司登记吗"])
        {
            foreach (var hit in Open(Library()).Search(new SearchRequest(query, 100)).Hits)
            {
                Assert.Equal(new TextSpan(0, hit.Entry.Text.Length), hit.Snippet);
                Assert.Equal(hit.Highlights.OrderBy(span => span), hit.Highlights);
                if (hit.Highlights.Count > 0) AssertShowsAMatch(hit);
            }
        }
    }

    private static void AssertShowsAMatch(SearchHit hit)
    {
        Assert.True(new TextSpan(0, hit.Entry.Text.Length).Contains(hit.Snippet));
        Assert.False(char.IsLowSurrogate(hit.Entry.Text[hit.Snippet.Start]));
        Assert.False(char.IsHighSurrogate(hit.Entry.Text[hit.Snippet.End - 1]));
        Assert.Contains(hit.Highlights, hit.Snippet.Contains);
        Assert.All(hit.Highlights, span => Assert.True(span.Length > 0 && new TextSpan(0, hit.Entry.Text.Length).Contains(span)));
    }
}
