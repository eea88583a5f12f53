namespace Zhujingban.Corpus.Search.Tests.Conformance;

/// <summary>Terms and references: what is found literally, in any script, width and form.</summary>
public abstract partial class SearchIndexConformance
{
    [Theory]
    [InlineData("驻京办", "a1 b1 c1")]
    [InlineData("駐京辦", "a1 b1 c1")]
    [InlineData("驻京办 撤销", "a1")]
    [InlineData("撤销　驻京办", "a1")]
    [InlineData("京", "a1 b1 c1 d1")]
    [InlineData("驻京办事", "a1 b1")]
    [InlineData("办京", "")]
    [InlineData("机构撤销", "")]
    [InlineData("\"机构。撤销\"", "a1")]
    [InlineData("\"机构、 撤销\"", "a1")]
    [InlineData("机构。撤销", "a1")]
    [InlineData("gdp", "d1")]
    [InlineData("ＧＤＰ", "d1")]
    [InlineData("GD", "")]
    [InlineData("GDP增长", "d1")]
    [InlineData("18", "d1 e4")]
    [InlineData("1", "h2 h4")]
    [InlineData("8号", "e1 e2 e3")]
    [InlineData("𠮷野", "f1")]
    [InlineData("𠮷", "f1")]
    [InlineData("野", "f1")]
    public void Search_Exactly_FindsWhatHoldsTheTermsAndNothingElse(string query, string ids) => AssertFinds(query, ids);

    [Theory]
    [InlineData("国办发〔2010〕8号")]
    [InlineData("国办发[2010]8号")]
    [InlineData("国办发【2010】8号")]
    [InlineData("国办发（2010）8号")]
    [InlineData("國辦發﹝２０１０﹞８號")]
    [InlineData("国办发〈2010〉8号")]
    [InlineData("国办发＜2010＞8号")]
    [InlineData("国办发《2010》8 号")]
    [InlineData("国办发「2010」8号")]
    [InlineData("国办发〔2010〕 8 号")]
    [InlineData("国办发〔2010〕第8号")]
    public void Search_DocumentNumberInAnyForm_FindsIt(string query)
    {
        AssertFinds(query, "e1 e2 e3");
        Assert.Contains(Index().Search(new SearchRequest(query)).Notes, note => note.Contains("document number", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2010年1月19日")]
    [InlineData("2010 年 1 月 19 日")]
    [InlineData("二〇一〇年一月十九日")]
    [InlineData("2010-01-19")]
    [InlineData("“2010.1.19”")]
    public void Search_DateInAnyForm_FindsIt(string query)
    {
        AssertFinds(query, "h1 h2 h3");
        Assert.Contains(Index().Search(new SearchRequest(query)).Notes, note => note.Contains("date", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("第十二条", "g1 g2")]
    [InlineData("第12条", "g1 g2")]
    [InlineData("第１２條", "g1 g2")]
    [InlineData("第 12 条", "g1 g2")]
    [InlineData("\"第 12 条\"", "g1 g2")]
    [InlineData("本法第12条规定", "g1 g2")]
    [InlineData("第12条规定", "g1 g2")]
    [InlineData("12条规定", "g1")]
    [InlineData("十二条", "g1 g2")]
    [InlineData("第1条", "")]
    [InlineData("第二条", "")]
    public void Search_OrdinalInAnyForm_FindsIt(string query, string ids) => AssertFinds(query, ids);

    [Theory]
    [InlineData("《公司法》第十二条", "c1")]
    [InlineData("《公司法》第12条", "c1")]
    [InlineData("《中华人民共和国公司法》 第 12 條", "c1")]
    [InlineData("《公司法》第十三条第二款", "c2")]
    [InlineData("《合伙企业法》第１２条 登记", "h1")]
    [InlineData("《企业法》第十二条 OR 章程", "c1 h1")]
    [InlineData("第十二条 -《公司法》第十二条", "c2 h1")]
    [InlineData("《公司法》第十四条", "")]
    [InlineData("\"《公司法》第十二条\"", "")]
    public void Search_CitedArticle_FindsTheArticleAndNotWhoCitesIt(string query, string ids) => AssertFindsInLibrary(query, ids);
}
