using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Markup.MediaWiki;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.MediaWiki;

public class WikiParserTests
{
    private static readonly string[] Founding =
    [
        RepositoryFiles.ReadAllText("corpus", "sources", "mediawiki", "zhujing-banshichu.wikitext"),
        RepositoryFiles.ReadAllText("corpus", "sources", "mediawiki", "hong-kong-beijing-office.wikitext"),
    ];

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{{", "}}}", "[[", "]]", "[", "]", "|", "||", "=", "==", "\n", "\n\n", "\n* ", "\n# ", "\n; ", ":", "''", "'''", "'''''", "<ref>",
        "<ref name=a />", "</ref>", "<nowiki>", "</nowiki>", "<!--", "-->", "-{", "}-", "zh-cn:", ";", "=>", "{|", "|}", "\n|-", "\n|", "\n!", "!!", "\n|+",
        "{{!}}", "<div>", "</div>", "<br/>", "<table>", "<tr><td>", "</table>", "&nbsp;", "&amp;", "http://a.cn/b", "[http://a.cn ", "File:", "分类:", "__TOC__",
        "{{s|", "{{Infobox ", "{{cite web|url=", "驻京办", "a", " ", "<pre>", "</pre>", "<gallery>", "</gallery>", "<includeonly>", "</noinclude>", "\r", "\0",
    ];

    [Fact]
    public void Print_FoundingPages_GivesTheSourceBack() => Assert.All(Founding, AssertRoundTrip);

    [DataFact("wikitext/pages.jsonl")]
    public void Print_RealPages_GivesTheSourceBack() => Assert.All(MeasuringData.Texts("wikitext/pages.jsonl"), AssertRoundTrip);

    [DataFact("wikitext/text.jsonl")]
    public void Print_ParserCases_GivesTheSourceBack() => Assert.All(MeasuringData.Texts("wikitext/text.jsonl"), AssertRoundTrip);

    [DataFact("wikitext/variants.jsonl")]
    public void Print_VariantCases_GivesTheSourceBack() => Assert.All(MeasuringData.Texts("wikitext/variants.jsonl"), AssertRoundTrip);

    [Fact]
    public void Read_RandomRecombinations_PrintsBackAndLosesNothing()
    {
        var cut = from page in Gen.Elements(Founding)
                  from start in Gen.Choose(0, page.Length - 1)
                  from length in Gen.Choose(0, 80)
                  select page.Substring(start, Math.Min(length, page.Length - start));
        var piece = Gen.OneOf(Gen.Elements(Pieces), Gen.Elements(Pieces), cut);
        var text = from count in Gen.Choose(1, 24)
                   from pieces in Gen.ArrayOf(piece, count)
                   select string.Concat(pieces);
        Prop.ForAll(text.ToArbitrary(), IsWhole).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));
    }

    private static bool IsWhole(string source)
    {
        var text = SourceText.FromString(source);
        using (var tree = WikiParser.Parse(text.Text, out _))
        {
            if (tree.Print() != text.Text) return false;
        }

        var document = new MediaWikiFormat().Read(text, new MarkupOptions("random", Variant: source.Length % 3 == 0 ? "zh-tw" : null));
        return !SourceCoverage.Faults(text.Text, document.Text, document.Dropped.Select(drop => drop.Span)).Any()
            && document.Blocks.All(block => !block.Span.IsEmpty && block.Span.End <= document.Text.Text.Length)
            && document.Blocks.Zip(document.Blocks.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start);
    }

    private static void AssertRoundTrip(string source)
    {
        using var tree = WikiParser.Parse(source, out _);
        Assert.Equal(source, tree.Print());
    }
}
