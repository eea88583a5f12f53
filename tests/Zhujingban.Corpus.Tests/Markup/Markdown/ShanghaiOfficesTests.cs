using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.Markdown;

/// <summary>The founding page 上海市人民政府驻外办事处, which pandoc made of wikitext.</summary>
public sealed class ShanghaiOfficesTests
{
    private static readonly Document Page = PageStructure.Read(MarkupFormats.For(SourceFormat.Markdown).Read(
        SourceText.FromBytes(File.ReadAllBytes(RepositoryFiles.PathOf("corpus", "sources", "markdown", "shanghai-offices.md"))),
        new MarkupOptions("shanghai-offices", "上海市人民政府驻外办事处")));

    private static readonly string Text = Page.Text.Text;

    [Fact]
    public void Read_Page_TilesItsSource()
    {
        Assert.Empty(SourceCoverage.Faults(Page.Source.Text, Page.Text, Page.Dropped.Select(drop => drop.Span)));
        Assert.Empty(Page.Diagnostics);
    }

    [Fact]
    public void Read_Page_GivesItsSections() => Assert.Equal(
        ["sec_1 1 历史沿革", "sec_2 1 联系区域", "sec_2__subsec_1 2 驻外办事处", "sec_2__subsec_2 2 驻外联络处", "sec_3 1 参考文献", "sec_4 1 外部链接"],
        Page.Sections.Select(section => $"{section.EId} {section.Level} {section.Heading}"));

    [Fact]
    public void Read_Page_GivesElevenOfficesEightOfThemWithRegionsAsLinks()
    {
        var offices = Page.Clauses.Where(clause => clause.Kind == ClauseKind.Item && clause.EId.StartsWith("sec_2__subsec_1__", StringComparison.Ordinal)).ToList();

        Assert.Equal(11, offices.Count);
        Assert.Equal(Enumerable.Range(1, 11).Select(n => $"sec_2__subsec_1__item_{n}"), offices.Select(office => office.EId));
        Assert.Equal(8, offices.Count(office => LinksIn(office).Count() > 1));
        Assert.Equal("上海市人民政府驻北京办事处：该办事处负责联系中央各部委机构、北京市", offices[0].Span.Of(Text));
        Assert.Equal(["上海市人民政府驻山西办事处", "山西省", "山东省", "河北省", "天津市"], LinksIn(offices[2]).Select(link => link.Target));
        Assert.All(offices.SelectMany(LinksIn), link => Assert.Equal("page", link.Kind));
    }

    [Fact]
    public void Read_Page_GivesThreeLiaisonOfficesWithRegionsAsText()
    {
        var offices = Page.Clauses.Where(clause => clause.Kind == ClauseKind.Item && clause.EId.StartsWith("sec_2__subsec_2__", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, offices.Count);
        Assert.All(offices, office => Assert.Single(LinksIn(office)));
        Assert.Equal("上海市人民政府驻秦皇岛联络处：该联络处具体负责联系河北省、天津市", offices[0].Span.Of(Text));
        Assert.Equal(["联系区域", "驻外联络处"], offices[0].Headings);
    }

    [Fact]
    public void Read_Page_TakesFootnoteMarksAsReferences()
    {
        Assert.Equal(["1", "2", "3", "4", "5"], Page.References.Select(reference => reference.Name!));
        Assert.All(Page.References, reference => Assert.Equal($"\\[{reference.Name}\\]", Assert.Single(reference.Uses).Of(Page.Source.Text)));
        Assert.DoesNotContain('[', Text);
        Assert.DoesNotContain('\\', Text);
        Assert.Contains("上海驻昆明办事处的成立。10年间", Text, StringComparison.Ordinal);
        Assert.Equal(5, Page.Dropped.Count(drop => drop.Reason == DropReason.Reference) + 1); // \[4\]\[5\] are one range
    }

    [Fact]
    public void Read_Page_DropsTheEmptyListAndTheTemplateWithAReason()
    {
        Assert.Equal(["1.", "2.", "3.", "4.", "5."],
            Page.Dropped.Where(drop => drop.Reason == DropReason.Empty).Select(drop => drop.Span.Of(Page.Source.Text)));
        Assert.Equal(["{{-}}"], Page.Dropped.Where(drop => drop.Reason == DropReason.Template).Select(drop => drop.Span.Of(Page.Source.Text)));
        Assert.Equal("-", Assert.Single(Page.Templates).Name);
        Assert.EndsWith("上海市人民政府合作交流办公室", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Page_KeepsSuperscriptNotes()
    {
        Assert.Contains("四川省（内设成都联络处）", Text, StringComparison.Ordinal);
        Assert.Contains("福建省（内设厦门联络处）", Text, StringComparison.Ordinal);
        Assert.Contains("深圳市、珠海市（内设珠海联络处）", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Page_KeepsTheExternalLink() => Assert.Equal(
        ["http://xzb.sh.gov.cn/ 上海市人民政府合作交流办公室"],
        Page.Links.Where(link => link.Kind == "external").Select(link => $"{link.Target} {link.Text}"));

    [Fact]
    public void Read_Page_LeavesOnlyMarksAndSpaceOut()
    {
        var markup = string.Concat(Page.Dropped.Where(drop => drop.Reason == DropReason.Markup).Select(drop => drop.Span.Of(Page.Source.Text)));

        Assert.StartsWith("****[](https://zh.wikipedia.org/wiki/中华人民共和国 \"wikilink\")", markup, StringComparison.Ordinal);
        Assert.All(Page.Dropped.Where(drop => drop.Reason == DropReason.Whitespace), drop => Assert.True(string.IsNullOrWhiteSpace(drop.Span.Of(Page.Source.Text))));
    }

    private static IEnumerable<Link> LinksIn(Clause clause)
    {
        var spans = Page.Text.SourceSpans(clause.Span);
        return Page.Links.Where(link => spans.Any(span => span.Overlaps(link.Spans[0])));
    }
}
