using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Tests.Markup.Markdown;

/// <summary>Input that nobody wrote for a reader: it gives a document, in bounded time, on a small stack, and nothing is lost.</summary>
public sealed class MarkdownHostileInputTests
{
    private const int Count = 100_000;
    private const int StackSize = 256 * 1024;

    /// <summary>Inputs by name; each is built when it is needed.</summary>
    private static readonly Dictionary<string, Func<string>> Inputs = new()
    {
        ["empty"] = () => "",
        ["quotes"] = () => Repeat(">", Count),
        ["quotes with spaces"] = () => Repeat("> ", Count) + "a",
        ["bullets"] = () => Repeat("- ", Count) + "a",
        ["numbers"] = () => Repeat("1. ", Count) + "a",
        ["quotes and bullets"] = () => Repeat("> - ", Count) + "a",
        ["nested lines"] = () => string.Concat(Enumerable.Range(0, 2200).Select(n => new string(' ', 2 * n) + "- a\n")),
        ["div fences"] = () => Repeat("::: a\n", Count),
        ["opening brackets"] = () => Repeat("[", Count),
        ["brackets with text"] = () => Repeat("[a b", Count),
        ["closed brackets"] = () => Repeat("[", Count) + Repeat("]", Count),
        ["undefined references"] = () => Repeat("[a0][b] ", Count),
        ["image openings"] = () => Repeat("![", Count),
        ["link openings"] = () => Repeat("[a](", Count),
        ["link openings with addresses"] = () => Repeat("[a](b", Count),
        ["link openings with titles"] = () => Repeat("[a](b\"", Count),
        ["link openings behind brackets"] = () => Repeat("[", 4000) + Repeat("](b", Count),
        ["stars"] = () => Repeat("*", Count),
        ["open emphasis"] = () => Repeat("*a ", Count),
        ["closed emphasis"] = () => Repeat("a* ", Count),
        ["bold words"] = () => Repeat("**a** ", Count),
        ["mixed emphasis"] = () => Repeat("*a _b ~~c ", Count),
        ["many bold paragraphs"] = () => Repeat(Repeat("**a** ", 100) + "\r\n", 1000),
        ["backticks of all lengths"] = () => string.Concat(Enumerable.Range(1, 2000).Select(n => "e" + new string('`', n))),
        ["unclosed comments"] = () => Repeat("a<!-- ", Count),
        ["comments that end elsewhere"] = () => Repeat("a<!-- ", Count) + "\n\n-->",
        ["unclosed instructions"] = () => Repeat("a<?", Count),
        ["unclosed declarations"] = () => Repeat("a<!x ", Count),
        ["unclosed sections"] = () => Repeat("a<![CDATA[", Count) + ">",
        ["unclosed tags"] = () => Repeat("<a x=\"", Count),
        ["html block of openings"] = () => "<div>\n" + Repeat("<!-- <script ", Count) + "\n\n-->",
        ["templates"] = () => Repeat("{{", Count),
        ["closed templates"] = () => Repeat("{{", Count) + Repeat("}}", Count),
        ["attributes"] = () => Repeat("[a]{.b", Count),
        ["entities"] = () => Repeat("&a", Count),
        ["footnote marks"] = () => Repeat("a\\[1\\]", Count) + "\n\n1.",
        ["footnote definitions"] = () => string.Concat(Enumerable.Range(0, 30_000).Select(n => $"x[^{n}]\n\n[^{n}]: b\n\n")),
        ["definitions"] = () => string.Concat(Enumerable.Range(0, Count).Select(n => $"[a{n}]: b\n")),
        ["underlined headings"] = () => Repeat("a\n=\n\n", Count),
        ["headings"] = () => Repeat("# a\n", Count),
        ["tables"] = () => Repeat("a|b\n-|-\nc|d\n\n", 20_000),
        ["long table"] = () => "a|b\n-|-\n" + Repeat("**c**|[d](e)\n", 20_000),
        ["wide table"] = () => Repeat("a|", Count) + "\n" + Repeat("-|", Count) + "\n" + Repeat("b|", Count),
        ["grid borders"] = () => Repeat("+--+\n|中|\n", Count),
        ["empty items"] = () => Repeat("1.\n", Count),
        ["NULs"] = () => Repeat("a\0**b**\0", Count),
        ["carriage returns"] = () => Repeat("*a\r", Count),
        ["one long line"] = () => Repeat("中文内容，English ", 5_000_000 / 13),
        ["one long line of marks"] = () => Repeat("[中](*文_{{<", 5_000_000 / 11),
        ["one long line of white space"] = () => "a" + new string(' ', 5_000_000) + "b",
        ["unclosed everything"] = () => "---\ntitle: x\n<div>\n```\n[a](<b \"c {{d| **e *f ~~g `h <!-- <i &j \\[1 | --- \n::: \n+--\n[^k]: [l]: ",
    };

    public static TheoryData<string> Names => [.. Inputs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_HostileInput_GivesADocumentOnASmallStack(string name)
    {
        var input = Inputs[name]();
        Document? document = null;
        var thread = new Thread(() => document = PageStructure.Read(MarkupFormats.For(SourceFormat.Markdown).Read(SourceText.FromString(input), new MarkupOptions(name))), StackSize);
        thread.Start();

        thread.Join();
        Assert.NotNull(document);
        Assert.Empty(SourceCoverage.Faults(input, document.Text, document.Dropped.Select(drop => drop.Span)).Take(3));
        Assert.DoesNotContain(document.Diagnostics, diagnostic => diagnostic.Code == "unplaced-markup");
    }

    [Fact]
    public void Read_NestingBeyondTheLimit_SaysSoAndKeepsTheRestOfThePage()
    {
        var document = MarkupFormats.For(SourceFormat.Markdown).Read(
            SourceText.FromString("# 标题\n\n" + Repeat(">", Count) + "\n\n[链接](http://a.cn)\n"), new MarkupOptions("page"));

        Assert.Equal("标题", document.Title);
        Assert.Equal("http://a.cn", Assert.Single(document.Links).Target);
        Assert.Equal("markup-limit", Assert.Single(document.Diagnostics).Code);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
