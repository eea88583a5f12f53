namespace Zhujingban.Corpus.Search.Tests.Conformance;

/// <summary>The query language: operators, groups, near, beginnings of words, and what cannot be read.</summary>
public abstract partial class SearchIndexConformance
{
    [Theory]
    [InlineData("驻京办 撤销", "n1 w1")]
    [InlineData("驻京办 AND 撤销", "n1 w1")]
    [InlineData("驻京办　ＡＮＤ　撤销", "n1 w1")]
    [InlineData("撤销 OR 保留", "h1 n1 n2 w1")]
    [InlineData("撤銷 ＯＲ 保留 OR 章程", "c1 h1 n1 n2 w1")]
    [InlineData("驻京办 撤销 OR 章程", "c1 n1 w1")]
    [InlineData("驻京办 (管理 OR 保留)", "n1 n3")]
    [InlineData("（驻京办 AND 撤销） ＯＲ （章程 -登记）", "c1 n1 w1")]
    [InlineData("((驻京办) (((撤销))))", "n1 w1")]
    [InlineData("撤销 or 保留", "")]
    public void Search_AndOrGroups_FindsWhatMeetsThem(string query, string ids) => AssertFindsInLibrary(query, ids);

    [Theory]
    [InlineData("驻京办 -撤销", "n3")]
    [InlineData("驻京办 －撤销", "n3")]
    [InlineData("驻京办 NOT 撤销", "n3")]
    [InlineData("驻京办 ＮＯＴ 撤销", "n3")]
    [InlineData("驻京办 -撤销 -管理", "")]
    [InlineData("驻京办 AND NOT (撤销 OR 管理)", "")]
    [InlineData("驻京办 -(撤销 县级)", "n3 w1")]
    [InlineData("驻京办 -\"管理 工作\"", "n1 n3 w1")]
    [InlineData("驻京办 NOT -撤销", "n1 w1")]
    [InlineData("办事 -(撤销 OR 保留)", "n w")]
    [InlineData("(驻京办 -撤销) OR (登记 -第十三条)", "h1 n3")]
    [InlineData("驻京办-撤销", "n1")]
    public void Search_Exclusions_LeavesThemOut(string query, string ids) => AssertFindsInLibrary(query, ids);

    [Theory]
    [InlineData("-驻京办 -登记 -第十二条", "c h n n2 w w2 w3")]
    [InlineData("NOT (驻京办 OR 登记 OR 第十二条)", "c h n n2 w w2 w3")]
    [InlineData("-不存在", "c c1 c2 h h1 n n1 n2 n3 w w1 w2 w3")]
    [InlineData("-驻京办 OR 撤销", "c c1 c2 h h1 n n1 n2 w w1 w2 w3")]
    public void Search_ExclusionsAlone_FindsAllElse(string query, string ids) => AssertFindsInLibrary(query, ids, isMarked: false);

    [Theory]
    [InlineData("撤销 near/0 县级", "n1")]
    [InlineData("县级 near/0 撤销", "n1")]
    [InlineData("保留 near/5 撤销", "")]
    [InlineData("保留 near/6 撤销", "n1")]
    [InlineData("撤销 ＮＥＡＲ／６ 保留", "n1")]
    [InlineData("加强 near/6 撤销", "n2")]
    [InlineData("驻京 near/9 京办", "n1")]
    [InlineData("\"处；加强\" near/3 各类", "n2")]
    [InlineData("省级 near/0 驻京办 near/1 撤销", "n1")]
    [InlineData("governance near/3 government", "w3")]
    [InlineData("governance near/2 government", "")]
    [InlineData("撤销 near/9 联络处 -加强", "w1")]
    [InlineData("-(撤销 near/9 联络处) 撤销", "h1 n1")]
    public void Search_Near_FindsWhatStandsSoNear(string query, string ids) => AssertFindsInLibrary(query, ids);

    [Theory]
    [InlineData("gov*", "w2 w3")]
    [InlineData("ＧＯＶ＊", "w2 w3")]
    [InlineData("govh*", "w2")]
    [InlineData("government*", "w3")]
    [InlineData("governments*", "")]
    [InlineData("\"and gov\"*", "w3")]
    [InlineData("gov* -governance", "w2")]
    [InlineData("1*", "w1 w2")]
    [InlineData("驻京*", "n1 n3 w1")]
    [InlineData("驻京办*", "n1 n3 w1")]
    [InlineData("go*t", "")]
    public void Search_Beginning_FindsWordsThatGoOn(string query, string ids) => AssertFindsInLibrary(query, ids);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("，。")]
    [InlineData("\"\"")]
    [InlineData("\uD842")]
    public void Search_NothingSearchable_FindsNothingAndSaysSo(string query)
    {
        var answer = Index().Search(new SearchRequest(query));
        Assert.Equal((0, 0), (answer.Total, answer.Hits.Count));
        Assert.NotEmpty(answer.Notes);
    }

    [Theory]
    [InlineData("\"驻京办")]
    [InlineData("驻京办\"")]
    [InlineData("--驻京办")]
    [InlineData("(驻京办")]
    [InlineData("驻京办*")]
    [InlineData("驻京办:")]
    [InlineData("驻京办 驻京办")]
    public void Search_Unreadable_IsTakenLiterally(string query) => AssertFinds(query, "a1 b1 c1");

    [Theory]
    [InlineData("年:往年", "年:往年")]
    [InlineData("\"驻京办", "quotation mark")]
    [InlineData("GDP OR", "OR")]
    public void Search_TakenLiterally_SaysSo(string query, string noted) =>
        Assert.Contains(Index().Search(new SearchRequest(query)).Notes, note => note.Contains(noted, StringComparison.Ordinal));

    [Fact]
    public void Search_TooLong_IsCutAndSaysSo()
    {
        var index = Index();
        Assert.Contains("512", Assert.Single(index.Search(new SearchRequest($"驻京办{new string(' ', 600)}撤销")).Notes), StringComparison.Ordinal);
        var many = string.Join(' ', Enumerable.Repeat("驻京办", 32).Append("不存在"));
        Assert.Contains("32", Assert.Single(index.Search(new SearchRequest(many)).Notes), StringComparison.Ordinal);
        Assert.Equal(3, index.Search(new SearchRequest(many)).Total);
    }
}
