namespace Zhujingban.Corpus.Search.Tests.Conformance;

/// <summary>Fields, by all their names, and the counts of facets, which are what asking for their values finds.</summary>
public abstract partial class SearchIndexConformance
{
    private const string Notice = "n n1 n2 n3";
    private const string Company = "c c1 c2";
    private const string Partnership = "h h1";
    private const string Page = "w w1 w2 w3";

    /// <summary>Every facet and the field it is asked by.</summary>
    private static readonly Dictionary<Facet, string> FieldNames = new()
    {
        [Facet.Document] = "document", [Facet.DocumentNumber] = "number", [Facet.Genre] = "genre", [Facet.Issuer] = "issuer",
        [Facet.Year] = "year", [Facet.Level] = "level", [Facet.Kind] = "kind", [Facet.SourceKind] = "source",
    };

    [Theory]
    [InlineData("标题:办事机构", Notice)]
    [InlineData("TITLE:办事", $"{Notice} {Page}")]
    [InlineData("標題：“中华人民 共和国”", "")]
    [InlineData("標題：“中华人民共和国”", $"{Company} {Partnership}")]
    [InlineData("标题:(公司 OR 合伙) 登记", "c2 h1")]
    [InlineData("标题:公司法 登记", "c2")]
    [InlineData("-标题:公司 -标题:办事", Partnership)]
    public void Search_Title_FindsWhatStandsUnderIt(string query, string ids) => AssertFindsInLibrary(query, ids, isMarked: false);

    [Theory]
    [InlineData("文号:国办发[2010]8号", Notice)]
    [InlineData("文號：國辦發（2010） 8 號", Notice)]
    [InlineData("number:国办发【２０１０】第8号", Notice)]
    [InlineData("发文字号:“国办发〔2010〕8号”", Notice)]
    [InlineData("number:国办发*", Notice)]
    [InlineData("文号:国办发〔2010〕18号", "")]
    [InlineData("机关:国务院办公厅", Notice)]
    [InlineData("發文機關：國務院辦公廳", Notice)]
    [InlineData("issuer:国务院*", Notice)]
    [InlineData("机关:国务院", "")]
    [InlineData("issuer:全国人民代表大会常务委员会", $"{Company} {Partnership}")]
    [InlineData("机关:全國人民代表大會常務委員會", $"{Company} {Partnership}")]
    [InlineData("机关:*", $"{Company} {Partnership} {Notice}")]
    [InlineData("-issuer:*", Page)]
    [InlineData("类型:意见", Notice)]
    [InlineData("文种:(意見 OR 法)", $"{Company} {Partnership} {Notice}")]
    [InlineData("genre:法", $"{Company} {Partnership}")]
    [InlineData("来源:mediawiki", Page)]
    [InlineData("source:(markdown OR notice)", $"{Company} {Partnership} {Notice}")]
    [InlineData("文件:n", Notice)]
    [InlineData("document:N", "")]
    public void Search_Value_FindsWhatHasIt(string query, string ids) => AssertFindsInLibrary(query, ids, isMarked: false);

    [Theory]
    [InlineData("年:2010", Notice)]
    [InlineData("年份：２０１０年", Notice)]
    [InlineData("年:2005..2006", $"{Company} {Partnership}")]
    [InlineData("year:2006-2005", $"{Company} {Partnership}")]
    [InlineData("年：２００５年至２００６年", $"{Company} {Partnership}")]
    [InlineData("年:2006..", $"{Partnership} {Notice}")]
    [InlineData("YEAR:..2005", Company)]
    [InlineData("年:(2005 OR 2010)", $"{Company} {Notice}")]
    [InlineData("-年:*", Page)]
    [InlineData("年:2007..2009", "")]
    [InlineData("层级:2", "c1 c2 h1 n2")]
    [InlineData("level:1..2 -source:markdown", "n1 n2 w1 w2")]
    [InlineData("层级:0 -种类:文件", "n3 w3")]
    public void Search_Numbers_FindsWhatIsWithin(string query, string ids) => AssertFindsInLibrary(query, ids, isMarked: false);

    [Theory]
    [InlineData("种类:文件", "c h n w")]
    [InlineData("kind:document", "c h n w")]
    [InlineData("种类:条款", "c1 c2 h1 n1 n2")]
    [InlineData("種類：clause", "c1 c2 h1 n1 n2")]
    [InlineData("kind:段落", "n3 w3")]
    [InlineData("种类:(列表项 OR row)", "w1 w2")]
    [InlineData("种类:表格行", "w2")]
    [InlineData("kind:ITEM", "w1")]
    public void Search_Kind_FindsThatKind(string query, string ids) => AssertFindsInLibrary(query, ids, isMarked: false);

    [Theory]
    [InlineData("撤销 -类型:意见", "h1 w1")]
    [InlineData("撤销 年:2010 -层级:2", "n1")]
    [InlineData("(撤销 年:2010) OR (第十二条 -年:2005)", "h1 n1 n2")]
    [InlineData("驻京办 来源:mediawiki", "w1")]
    [InlineData("章程 OR kind:row", "c1 w2")]
    [InlineData("年:往年", "")]
    public void Search_TermsAndFields_FindsWhatMeetsBoth(string query, string ids) => AssertFindsInLibrary(query, ids, isMarked: false);

    [Theory]
    [InlineData("撤销 OR 保留", SearchMode.Exact)]
    [InlineData("-第十二条", SearchMode.Exact)]
    [InlineData("机关:*", SearchMode.Exact)]
    [InlineData("办 -kind:document", SearchMode.Auto)]
    [InlineData("撤销登记", SearchMode.Loose)]
    [InlineData("管理办事机构 -层级:1", SearchMode.Loose)]
    public void Search_Facets_CountWhatAskingForTheValueFinds(string query, SearchMode mode)
    {
        var index = Open(Library());
        var answer = index.Search(new SearchRequest(query, 2, Mode: mode) { Facets = true });
        Assert.Equal(Enum.GetValues<Facet>(), answer.Facets.Select(counts => counts.Facet));
        Assert.Equal(answer.Total, answer.Facets.Single(counts => counts.Facet == Facet.Kind).Values.Sum(value => value.Value));
        foreach (var (facet, values) in answer.Facets)
        {
            Assert.Equal(values.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal), values);
            foreach (var (value, count) in values)
                Assert.Equal((value, count), (value, index.Search(new SearchRequest($"({query}) {FieldNames[facet]}:\"{value}\"", 1, Mode: mode)).Total));
        }

        Assert.Empty(index.Search(new SearchRequest(query, 2, Mode: mode)).Facets);
    }

    [Fact]
    public void Search_ValuesThatDifferInSpelling_AreCountedAsOne()
    {
        var answer = Open(Library()).Search(new SearchRequest("第十二条") { Facets = true });
        Assert.Equal(KeyValuePair.Create("全国人民代表大会常务委员会", 3), Assert.Single(answer.Facets.Single(counts => counts.Facet == Facet.Issuer).Values));
        var numbers = Open([Entry("a", "驻京办", number: "国办发[2010]8号"), Entry("b", "驻京办", number: "國辦發〔2010〕8號"), Entry("c", "驻京办", number: "国办发〔2010〕9号")]);
        Assert.Equal([KeyValuePair.Create("国办发[2010]8号", 2), KeyValuePair.Create("国办发〔2010〕9号", 1)],
            numbers.Search(new SearchRequest("驻京办") { Facets = true }).Facets.Single(counts => counts.Facet == Facet.DocumentNumber).Values);
    }

    [Fact]
    public void Search_ValuesWithQuotationMarksAndBackslashes_CanBeAskedForBehindABackslash()
    {
        string[] issuers = ["“三公”经费办公室", "\"三公\"办公室", "办公室\\", "\\\"", "\\\\“", "a\"b c"];
        var index = Open(issuers.Select((issuer, number) => Entry($"{number}", "驻京办") with { Issuer = issuer }));
        foreach (var (value, count) in index.Search(new SearchRequest("驻京办") { Facets = true }).Facets.Single(counts => counts.Facet == Facet.Issuer).Values)
        {
            var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("“", "\\“", StringComparison.Ordinal).Replace("”", "\\”", StringComparison.Ordinal);
            Assert.Equal((value, count), (value, index.Search(new SearchRequest($"机关:\"{escaped}\" 驻京办", Mode: SearchMode.Exact)).Total));
        }
    }
}
