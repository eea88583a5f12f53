using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Tests;

/// <summary>What a reader of the two founding wiki pages sees, from their bytes to their records.</summary>
public class FoundingPagesTests
{
    private static readonly DocumentRecord Offices = FoundingDocuments.Record("zhujing-banshichu");
    private static readonly DocumentRecord HongKong = FoundingDocuments.Record("hong-kong-beijing-office");

    [Fact]
    public void Offices_HasALeadAndFiveHeadedSections()
    {
        Assert.Equal(["职责", "各省级行政区驻京办", "批评和争议", "类似机构", "参考文献"], Offices.Sections.Select(section => section.Heading));
        Assert.Equal(["p_1", "p_2"], Offices.Clauses.Where(clause => clause.Headings.Count == 0).Select(clause => clause.EId));
    }

    [Fact]
    public void Offices_NumbersThreeDutiesAsClauses()
    {
        var duties = Offices.Clauses.Where(clause => clause.Kind == ClauseKind.Clause).ToList();
        Assert.Equal(["1.", "2.", "3."], duties.Select(clause => clause.Num));
        Assert.All(duties, clause => Assert.Equal(("职责", clause.Num), (clause.Headings[0], clause.Path[0])));
        Assert.StartsWith("驻京办事机构主要承担派出地党委、政府委托的工作", duties[0].Text);
    }

    [Fact]
    public void Offices_ListsThirtyOfficesThatStandInsideATemplate() =>
        Assert.Equal(30, Offices.Clauses.Count(clause => clause is { Kind: ClauseKind.Item, Headings: ["各省级行政区驻京办"] }));

    [Fact]
    public void Offices_KeepsThreeNamedReferencesWithEveryUse()
    {
        Assert.Equal(["bbc", "voa", "南方周末"], Offices.References.Select(reference => reference.Name));
        Assert.Equal([2, 3, 2], Offices.References.Select(reference => reference.Uses.Count));
        Assert.All(Offices.References, reference => Assert.All(new[] { "title", "url", "date", "work" },
            field => Assert.False(string.IsNullOrEmpty(reference.Citation![field]), field)));
        Assert.Equal(("2010-01-25", "BBC"), (Offices.References[0].Citation!["date"], Offices.References[0].Citation!["work"]));
    }

    [Fact]
    public void Offices_KeepsTheTextOfInlineTemplates()
    {
        Assert.Contains("根据《国务院办公厅关于加强和规范各地政府驻北京办事机构管理的意见》，驻京办承担下列职能：", Offices.Text);
        Assert.Contains("德國各州駐柏林代表處", Offices.Text);
    }

    [Theory]
    [InlineData("{{")]
    [InlineData("}}")]
    [InlineData("[[")]
    [InlineData("'''")]
    [InlineData("<ref")]
    [InlineData("-{")]
    [InlineData("Category:")]
    [InlineData("cite news")]
    [InlineData("thumb")]
    public void Pages_LeaveNoMarkupInTheirText(string residue)
    {
        Assert.DoesNotContain(residue, Offices.Text);
        Assert.DoesNotContain(residue, HongKong.Text);
    }

    [Fact]
    public void HongKong_KeepsItsInfoboxAsFields()
    {
        var fields = Assert.Single(HongKong.Infoboxes).Fields.ToDictionary(field => field.Name, field => field.Value);
        Assert.Equal(12, fields.Count);
        Assert.Equal("1999年", fields["成立年份"]);
        Assert.Equal("傅小慧", fields["首長姓名"]);
        Assert.Equal("政制及內地事務局", fields["所屬部門"]);
        Assert.DoesNotContain("林雅雯", HongKong.Text);
    }

    [Fact]
    public void HongKong_CitesDatesAsIso8601()
    {
        var citation = Assert.Single(HongKong.References).Citation!;
        Assert.Equal(("2015-04-27", "2015-04-27"), (citation["date"], citation["accessDate"]));
    }

    [Fact]
    public void HongKong_ListsFiveFunctionsAndFiveHeadsWithTheirTerms()
    {
        Assert.Equal(5, HongKong.Clauses.Count(clause => clause is { Kind: ClauseKind.Item, Headings: ["職能"] }));
        var heads = HongKong.Clauses.Where(clause => clause.Kind == ClauseKind.Clause).ToList();
        Assert.Equal(5, heads.Count);
        Assert.All(heads, head => Assert.Equal(["架構及歷任首長", "歷任首長"], head.Headings));
        Assert.Equal("曹萬泰（2006年4月30日─2012年7月18日）", heads[1].Text);
    }

    [Fact]
    public void HongKong_KeepsItsExternalLinkAndTheNestedListUnderSeeAlso()
    {
        Assert.Contains(HongKong.Links, link => link is
            { Kind: "external", Target: "http://www.bjo.gov.hk", Text: "香港特別行政區政府駐北京辦事處" });
        var seeAlso = HongKong.Clauses.Where(clause => clause.Headings is ["参见"]).ToList();
        Assert.Equal([1, 1, 1, 2], seeAlso.Select(clause => clause.Level));
        Assert.Equal("sec_7__item_3__item_1", seeAlso[3].EId);
    }
}
