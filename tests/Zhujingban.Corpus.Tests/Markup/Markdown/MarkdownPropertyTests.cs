using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.Markdown;

/// <summary>What holds for any Markdown, tried on random recombinations of real pieces.</summary>
public sealed class MarkdownPropertyTests
{
    private static readonly string[] Pieces = [.. Marks, .. PiecesOf(RepositoryFiles.ReadAllText("corpus", "sources", "markdown", "shanghai-offices.md"))];

    private static string[] Marks =>
    [
        "\n", "\n\n", "\r\n", "  ", "\t", "    ", "  - ", "1. ", "1.\n2.\n", "> ", "# ", "## 标题 {#a}\n", "---\n", "===\n", "```\n", "`", "``", "*", "**", "_", "~~",
        "[", "]", "](", ")", "](http://a.cn \"b\")", "![", "{.b}", "\\[1\\]", "\\", "\\\n", "  \n", "&amp;", "&#x9a7b;", "&", "<", ">", "<!--", "-->", "<br>", "<sup>", "</sup>",
        "<div>\n", "</div>", "<td>", "<script>", "|", "|a|b|\n|-|-|\n|c|d|\n", "+--+--+\n", "| a| b|\n", "[^1]", "[^1]: ", "[甲]: http://b.cn\n", "[甲]", ": ", ":::\n", "{{-}}", "{{", "}}",
        "\0", "\u3000", "\u00A0", "😀", "<http://c.cn>", "--- ---\n", "title: x\n",
    ];

    private static readonly Gen<string> Sources = Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat);

    [Fact]
    public void Read_AnySource_TilesIt() => Prop.ForAll(Sources.ToArbitrary(), source =>
    {
        var document = Read(source);
        Assert.Empty(SourceCoverage.Faults(source, document.Text, document.Dropped.Select(drop => drop.Span)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60));

    [Fact]
    public void Read_AnySource_PlacesItsPartsInOrder() => Prop.ForAll(Sources.ToArbitrary(), source =>
    {
        var document = Read(source);
        var ends = 0;
        foreach (var block in document.Blocks)
        {
            var text = block.Span.Of(document.Text.Text);
            Assert.False(block.Span.Start < ends || text.Length == 0 || text.Trim() != text, $"{block} is «{text}».");
            ends = block.Span.End;
        }

        Assert.All(document.Links, link => Assert.True(link.Spans[0].End <= source.Length));
        Assert.Equal(document.Text.Text.Length, document.Blocks.Sum(block => block.Span.Length) + Math.Max(0, document.Blocks.Count - 1));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));

    [Fact]
    public void Read_AnySource_GivesEachClauseAnIdOfItsOwn() => Prop.ForAll(Sources.ToArbitrary(), source =>
    {
        var document = PageStructure.Read(Read(source));
        var ids = document.Clauses.Select(clause => clause.EId).Concat(document.Sections.Select(section => section.EId)).ToList();
        return ids.Distinct().Count() == ids.Count && document.Clauses.Count + document.Sections.Count + (document.TitleSpan is null ? 0 : 1) == document.Blocks.Count;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60));

    [Fact]
    public void Read_AnySource_IsPlaced() => Prop.ForAll(Sources.ToArbitrary(), source =>
        Read(source).Diagnostics.All(diagnostic => diagnostic.Code is not "unplaced-markup"))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60));

    private static Document Read(string source) =>
        MarkupFormats.For(SourceFormat.Markdown).Read(SourceText.FromString(source), new MarkupOptions("page"));

    private static IEnumerable<string> PiecesOf(string page)
    {
        foreach (var line in page.Split('\n').Where(line => line.Length > 0))
        {
            yield return line + "\n";
            yield return line[..(line.Length / 2)];
            yield return line[(line.Length / 2)..];
        }
    }
}
