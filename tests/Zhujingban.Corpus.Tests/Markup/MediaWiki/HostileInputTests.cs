using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Markup.MediaWiki;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Tests.Markup.MediaWiki;

/// <summary>Markup that is repeated, nested 100,000 deep, or never closed.</summary>
public class HostileInputTests
{
    private const int Depth = 100_000;

    /// <summary>How often a character may stand in the texts of nested cells.</summary>
    private const int MostCopies = 10;

    public static TheoryData<string, string> Families => new()
    {
        { "{{", "}}" }, { "{{a|", "}}" }, { "{{lang|en|", "}}" }, { "{{infobox|a=", "}}" }, { "{{{", "}}}" }, { "[[", "]]" }, { "[[a|", "]]" },
        { "[[File:a|", "]]" }, { "{|\n", "\n|}" }, { "{|\n|\n", "\n|}" }, { "'''''", "'''''" }, { "''a", "" }, { "<ref>", "</ref>" }, { "-{", "}-" },
        { "-{A|zh-cn:", ";}-" }, { "-{zh-cn:a;", "}-" }, { "[http://a ", "]" }, { "http://", "" }, { "==", "==" }, { "\n== a", "==" }, { "<!--", "-->" },
        { "<div>", "</div>" }, { "<table><tr><td>", "</td></tr></table>" }, { "<table><td>a", "</table>" },
        { "<ul><li>", "</li></ul>" }, { "\n*", "" }, { "*", "" }, { "\n;a:b", "" },
        { "<nowiki>", "</nowiki>" }, { "&amp", ";" }, { "__TOC__", "" }, { "<div ", ">" }, { "{{cite web|title=", "}}" }, { "<ref>{{cite web|title=", "}}</ref>" },
        { "[[a#%41{{b|", "}}]]" }, { "{{a|[[b|", "]]}}" }, { "[[Category:a|{{b|", "}}]]" }, { "[http://a{{b|", "}} x]" }, { "[http://a [[File:b|thumb|", "]]]" },
        { "-{A;", "|a}-" }, { "-{A|", "}-" }, { "[[a|http://", "]]" },
        { "{{padleft:", "|5}}" }, { "{{#switch:a|", "|b|c}}" }, { "{{#ifeq:a|", "|b|c}}" }, { "{{#expr:", "+1}}" }, { "{{nts|", "}}" }, { "{{coord|", "|1|display=inline}}" },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void Read_NestedToAnyDepth_LosesNothingAndStaysInProportion(string open, string close)
    {
        var half = string.Concat(Enumerable.Repeat(open, Depth));
        AssertReads(half);
        AssertReads(half + string.Concat(Enumerable.Repeat(close, Depth)));
        AssertReads(string.Concat(Enumerable.Repeat(open + "x" + close, Depth)));
    }

    /// <summary>What is compared with every case is not read anew for each.</summary>
    [Fact]
    public void Read_LongNumberWithManyCases_LosesNothing() =>
        AssertReads($"{{{{#switch:{new string('1', Depth)}{string.Concat(Enumerable.Repeat("|2=a", Depth))}}}}}");

    private static void AssertReads(string source)
    {
        using (var tree = WikiParser.Parse(source, out _)) Assert.True(tree.Print() == source, "The tree does not print back.");
        var document = new MediaWikiFormat().Read(SourceText.FromString(source), new MarkupOptions("hostile"));
        Assert.Empty(SourceCoverage.Faults(document.Source.Text, document.Text, document.Dropped.Select(drop => drop.Span)).Take(1));
        var cells = document.Tables.Sum(table => table.Rows.Sum(row => row.Sum(cell => (long)cell.Text.Length)));
        Assert.InRange(cells, 0, MostCopies * (long)source.Length);
    }
}
