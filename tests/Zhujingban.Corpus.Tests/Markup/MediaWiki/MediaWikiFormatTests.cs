using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Markup.MediaWiki;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.MediaWiki;

public class MediaWikiFormatTests
{
    private static readonly Document Offices = ReadFounding("zhujing-banshichu.wikitext");
    private static readonly Document HongKong = ReadFounding("hong-kong-beijing-office.wikitext");

    [Fact]
    public void Read_FoundingPages_AccountsForEveryCharacter() => Assert.All([Offices, HongKong], document =>
        Assert.Empty(SourceCoverage.Faults(document.Source.Text, document.Text, document.Dropped.Select(drop => drop.Span))));

    [Theory]
    [InlineData("{{a|[[b|", "]]}}")]
    [InlineData("[[File:b.png|thumb|", "]]")]
    [InlineData("{{a|[http://b.cn c", "]}}")]
    public void Links_NestedInTwenty_AreListedToEightWithADiagnostic(string open, string close)
    {
        var source = string.Concat(Enumerable.Repeat(open, 20)) + string.Concat(Enumerable.Repeat(close, 20));
        var document = new MediaWikiFormat().Read(SourceText.FromString(source), new MarkupOptions("nested"));
        Assert.Equal(8, document.Links.Count);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == "nested-too-deeply");
    }

    [Fact]
    public void Blocks_Offices_AreLeadAndFiveHeadedSections()
    {
        Assert.Equal(BlockKind.Paragraph, Offices.Blocks[0].Kind);
        Assert.Equal(["职责", "各省级行政区驻京办", "批评和争议", "类似机构", "参考文献"], TextsOf(Offices, BlockKind.Heading));
        Assert.All(Offices.Blocks.Where(block => block.Kind == BlockKind.Heading), block => Assert.Equal(2, block.Level));
    }

    [Fact]
    public void Blocks_Duties_AreCountedItems()
    {
        var duties = Offices.Blocks.Where(block => block.Num is not null).ToList();
        Assert.Equal(["1.", "2.", "3."], duties.Select(block => block.Num));
        Assert.StartsWith("驻京办事机构主要承担派出地党委", duties[0].Span.Of(Offices.Text.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_ColumnsList_HoldsThirtyOffices() => Assert.Equal(30, Offices.Blocks.Count(block =>
        block is { Kind: BlockKind.ListItem, Num: null, Level: 1 } && block.Span.Of(Offices.Text.Text).EndsWith("驻北京办事处", StringComparison.Ordinal)));

    [Theory]
    [InlineData("bbc", 2, "驻京办：“亦官亦商”的毒瘤", "BBC")]
    [InlineData("voa", 3, "中国宣布整顿地方政府驻京办数目", "VOA")]
    [InlineData("南方周末", 2, "数千家驻京办半年内将撤销 恐名亡实存", "南方周末")]
    public void References_Offices_HaveCitationAndEveryUse(string name, int uses, string title, string work)
    {
        var reference = Assert.Single(Offices.References, reference => reference.Name == name);
        Assert.Equal(3, Offices.References.Count);
        Assert.Equal(uses, reference.Uses.Count);
        Assert.All(reference.Uses, use => Assert.StartsWith("<ref name=\"" + name, use.Of(Offices.Source.Text), StringComparison.Ordinal));
        Assert.Equal(title, reference.Citation!["title"]);
        Assert.Equal(work, reference.Citation["work"]);
        Assert.Equal("2010-01-25", reference.Citation["date"]);
        Assert.StartsWith("http://www", reference.Citation["url"], StringComparison.Ordinal);
    }

    [Fact]
    public void References_CitationInAListOfTheFootnote_IsRead()
    {
        var document = new MediaWikiFormat().Read(SourceText.FromString("甲<ref>\n* 乙{{cite web|title=丙}}\n</ref>"), new MarkupOptions("x"));
        Assert.Equal("丙", Assert.Single(document.References).Citation!["title"]);
    }

    [Theory]
    [InlineData(null, "德國各州駐柏林代表處")]
    [InlineData("zh-cn", "德国各州驻柏林代表处")]
    [InlineData("zh-Hant-TW", "德國各邦駐柏林代表處")]
    public void Text_LinkWithVariant_ReadsAsItsReadersSeeIt(string? variant, string expected) =>
        Assert.Equal(expected, TextsOf(ReadFounding("zhujing-banshichu.wikitext", variant), BlockKind.ListItem)[^1]);

    [Fact]
    public void Text_KeepsInlineTemplates() =>
        Assert.Contains("《国务院办公厅关于加强和规范各地政府驻北京办事机构管理的意见》，驻京办承担下列职能", Offices.Text.Text, StringComparison.Ordinal);

    [Fact]
    public void Text_FoundingPages_HoldsNoMarkup() => Assert.All([Offices, HongKong], document =>
        Assert.All(["{{", "}}", "[[", "]]", "'''", "<ref", "</ref", "-{", "Category", "thumb", "cite", "http", "Reflist"], mark =>
            Assert.DoesNotContain(mark, document.Text.Text, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Infoboxes_HongKong_KeepsFields()
    {
        var infobox = Assert.Single(HongKong.Infoboxes);
        Assert.Equal("香港政府部門基礎資訊", infobox.Template);
        Assert.Equal("1999年", infobox.Fields.Single(field => field.Name == "成立年份").Value);
        var head = infobox.Fields.Single(field => field.Name == "首長姓名");
        Assert.Equal("傅小慧", head.Value);
        Assert.Equal("傅小慧", head.Spans[0].Of(HongKong.Source.Text));
        Assert.Equal("中國北京市西城區地安門西大街71號(郵政編碼:100009)", infobox.Fields.Single(field => field.Name == "總部").Value);
        Assert.Contains(HongKong.Dropped, drop => drop.Reason == DropReason.Infobox);
    }

    [Fact]
    public void Blocks_HeadsOfOffice_HaveNumbersAndTerms()
    {
        var heads = HongKong.Blocks.Where(block => block.Num is not null).Select(block => block.Num + block.Span.Of(HongKong.Text.Text));
        Assert.Equal(
            ["1.梁寶榮（1999年─2005年）", "2.曹萬泰（2006年4月30日─2012年7月18日）", "3.朱曼鈴（2012年7月18日－2014年12月21日）",
                "4.傅小慧（2015年1月21日－2019年1月20日）", "5.梁志仁（2019年1月21日－）"], heads);
    }

    [Fact]
    public void Blocks_SeeAlso_Nests()
    {
        var last = HongKong.Blocks[^1];
        Assert.Equal((BlockKind.ListItem, 2), (last.Kind, last.Level));
        Assert.Equal("澳門特別行政區駐北京辦事處", last.Span.Of(HongKong.Text.Text));
    }

    [Fact]
    public void Links_HongKong_HoldTheWebSiteAndThePicture()
    {
        Assert.Contains(HongKong.Links, link => link is { Kind: "external", Target: "http://www.bjo.gov.hk", Text: "香港特別行政區政府駐北京辦事處" });
        Assert.Contains(HongKong.Links, link => link is { Kind: "file", Target: "File:Hong SAR office in Beijing.jpg" });
    }

    [Fact]
    public void Categories_Offices_HaveNames() =>
        Assert.Equal(["驻京办", "中华人民共和国地方政府机构类型"], Offices.Categories.Select(category => category.Name));

    [Fact]
    public void Read_UnknownVariant_KeepsTheScriptAndSaysSo()
    {
        var document = new MediaWikiFormat().Read(SourceText.FromString("辦事處"), new MarkupOptions("x", Variant: "tlh"));
        Assert.Equal("辦事處", document.Text.Text);
        Assert.Equal("unknown-variant", Assert.Single(document.Diagnostics).Code);
    }

    private static Document ReadFounding(string name, string? variant = null) => new MediaWikiFormat().Read(
        SourceText.FromString(RepositoryFiles.ReadAllText("corpus", "sources", "mediawiki", name)), new MarkupOptions(name, Variant: variant));

    private static List<string> TextsOf(Document document, BlockKind kind) =>
        [.. document.Blocks.Where(block => block.Kind == kind).Select(block => block.Span.Of(document.Text.Text))];
}
