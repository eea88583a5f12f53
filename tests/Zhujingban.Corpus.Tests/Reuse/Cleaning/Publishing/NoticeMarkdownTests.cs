using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Reuse.Cleaning.Publishing;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Publishing;

/// <summary>What is published as Markdown, and that the project's own reader of Markdown gets the notice back.</summary>
public class NoticeMarkdownTests
{
    private static readonly Gen<string> Texts = Gen.Elements(
        "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "+", "-", ".", "!", "|", "~", "^", "&", ":", "=", "$", "%", "@", "\"", "'", ";", "?",
        "**甲**", "[乙](c)", "![丙]", "<br>", "<!--", "-->", "&amp;", "&#20013;", "[^1]", "[^1]: ", "{{丁}}", "{#a .b}", "{.c}", ":::", "~~戊~~", "---", "===", "```", "~~~",
        "1.", "12)", "1. ", "- ", "+ ", "* ", "> ", "# ", "|a|b|", "|-|-|", "+--+--+", ": ", "Table: ", "http://a.cn", "<http://a.cn>", "www.a.cn", "\\[1\\]", "[1]", "title: x", "...",
        "甲", "驻京办", "（一）", "二、", "①", "2010年", "Abc", "😀", "　", " ", "“", "”", "《", "》", "：", "。").NonEmptyListOf().Select(pieces => string.Concat(pieces).Trim());

    internal static readonly Arbitrary<(CleanUnitKind Kind, string Text)[]> Units =
        Gen.Elements(Enum.GetValues<CleanUnitKind>()).Zip(Texts.Where(text => text.Length > 0)).ArrayOf().ToArbitrary();

    [Fact]
    public void Lines_OfANotice_AreHeadingsParagraphsAndFootnotes() => Assert.Equal(
        """
        # 某省人民政府办公厅关于印发驻京办规定的通知

        各市人民政府：

        现予印发。

        ［缺：一、］[^1]

        ## 二、主要职责

        （一）负责接待服务，编制31名。

        （二）承办交办事项。

        配合“回归工程”［疑有脱文］[^2][^3]

        某省人民政府办公厅

        2011年1月29日[^4]

        [^1]: 缺文：“现予印发。”之后按编号应有一、，来源中未见。

        [^2]: 脱文：“配合“回归工程””之后文句中断，疑有缺漏。

        [^3]: 存疑：来源不能确定此段的位置，今暂置于此。可能的位置：二、（二）之后；已缺之条。此段之后的编号缺其前一号，可能属上一条，也可能是所缺之条的残文。

        [^4]: 矛盾：发布日期早于成文日期。
        """, string.Join('\n', NoticeMarkdown.Lines(HandMadeNotice.Example())), ignoreLineEndingDifferences: true);

    [Fact]
    public void Lines_ReadBack_GiveNotesAsReferences()
    {
        var document = Read(NoticeMarkdown.Lines(HandMadeNotice.Example()));
        Assert.Equal(4, document.References.Count);
        Assert.Contains(document.References, reference => reference.Text == "矛盾：发布日期早于成文日期。");
        Assert.DoesNotContain("矛盾", document.Text.Text);
    }

    [Fact]
    public void Lines_ReadAsADocument_GiveTheSamePartsAndClauses()
    {
        var rebuilt = DocumentStructure.Read(RebuiltDocument.Of(HandMadeNotice.Example()));
        var published = DocumentStructure.Read(Read(NoticeMarkdown.Lines(HandMadeNotice.Example() with { Gaps = [] })));
        Assert.Equal((rebuilt.Title, rebuilt.Metadata.Date, rebuilt.Metadata.Issuer), (published.Title, published.Metadata.Date, published.Metadata.Issuer));
        Assert.Equal(
            rebuilt.Clauses.Select(clause => (clause.EId, clause.Span.Of(rebuilt.Text.Text))),
            published.Clauses.Select(clause => (clause.EId, clause.Span.Of(published.Text.Text))));
    }

    [Fact]
    public void Lines_OfATable_AreATable()
    {
        var lines = NoticeMarkdown.Lines(WithTable("# 关于甲的通知\n\n现予印发。\n\n| 序号 | 名称 |\n| - | - |\n| 1 | 甲\\|乙 |\n\n某市人民政府\n\n2010年1月19日\n"));
        Assert.Equal(["现予印发。", "", "| 序号 | 名称 |", "| --- | --- |", "| 1 | 甲\\|乙 |", "", "某市人民政府"], lines.Skip(2).Take(7));
    }

    [Fact]
    public void Lines_OfARemarkOnNoUnit_LeadToItsNote()
    {
        var notice = NoticeTextTests.Of((CleanUnitKind.Title, "甲")) with { Conflicts = [new CleanConflict("dates", "Two dates.", [])] };
        Assert.Equal(["# 甲", "", "［校勘记］[^1]", "", "[^1]: 矛盾：来源的文字相互抵触。"], NoticeMarkdown.Lines(notice));
    }

    [Fact]
    public void Lines_OfAnyUnits_ReadBackAsTheirText() => Prop.ForAll(Units, units =>
    {
        var markdown = NoticeMarkdown.Lines(NoticeTextTests.Of(units)).ToList();
        var document = Read(markdown);
        Assert.Equal(units.Select(unit => unit.Text), document.Blocks.Select(block => block.Span.Of(document.Text.Text)));
        Assert.Equal(
            units.Select(unit => unit.Kind is CleanUnitKind.Title or CleanUnitKind.Heading), document.Blocks.Select(block => block.Kind == BlockKind.Heading));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(30));

    internal static CleanedNotice WithTable(string markdown) =>
        DocumentReader.Clean(SourceText.FromString(markdown), new ReadOptions("d", SourceFormat.Markdown));

    private static Document Read(IEnumerable<string> lines) =>
        MarkupFormats.For(SourceFormat.Markdown).Read(SourceText.FromString(string.Join('\n', lines) + "\n"), new MarkupOptions("d"));
}
