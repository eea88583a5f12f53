using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.Html;

/// <summary>What holds for every page, shown on random recombinations of the pieces of pages.</summary>
public sealed class HtmlPropertyTests
{
    private static readonly string[] Pieces =
    [
        .. SpecFile.Parse(RepositoryFiles.ReadAllText("tests", "Zhujingban.Corpus.Tests", "Markup", "Html", "Specs", "pages.md"))
            .SelectMany(example => example.Blocks["input"].Split('<')).Where(piece => piece.Length > 0).Select(piece => "<" + piece).Distinct(),
        "<pre>甲\n乙  丙\n</pre>", "<!-- ", "-->", "\0", "&amp;", "&#x6587;", "&nbsp;", "\u200B", "</table>", "<td>", "<tr>", "<caption>表", "<li>", "<b x=1>",
        "文号：", "成文日期：2019年1月1日 文号：某发〔2019〕1号", "\n", "  ", "<textarea>", "<select><option>", "<svg><path/>", "<a href='x'>链 接", "<p hidden>", "。",
    ];

    [Fact]
    public void Read_AnyPage_LosesNothing() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), page => HtmlPages.AssertSound(HtmlPages.Read(page)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));

    [Fact]
    public void Read_AnyPage_GivesTheSameTwice() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), page =>
        {
            var (first, second) = (HtmlPages.Read(page), HtmlPages.Read(page));
            return first.Text.Text == second.Text.Text && first.Source.Text == second.Source.Text && first.Title == second.Title;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(40));
}
