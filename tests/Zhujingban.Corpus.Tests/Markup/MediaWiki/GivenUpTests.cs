using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Tests.Markup.MediaWiki;

/// <summary>What begins and comes to nothing is text, and a diagnostic says where.</summary>
public class GivenUpTests
{
    [Theory]
    [InlineData("a{{b|c", "unclosed-template", "{{")]
    [InlineData("a-{zh-cn:b", "unclosed-variant", "-{")]
    [InlineData("a<ref>b", "unclosed-tag", "<ref>")]
    [InlineData("a<!--b", "unclosed-comment", "<!--b")]
    [InlineData("a[[b\n\nc", "unclosed-link", "[[")]
    [InlineData("[[a [[b]]", "unclosed-link", "[[")]
    [InlineData("[[File:a.png|thumb|b", "unclosed-link", "[[")]
    [InlineData("a[[<b>]]", "invalid-link", "[[<b>]]")]
    [InlineData("a[http://b.c d\n]", "unclosed-external-link", "[http://b.c")]
    [InlineData("[http://a.b c [http://d e]", "nested-external-link", "[")]
    [InlineData("a[http:// b]", "empty-external-link", "[http://")]
    [InlineData("a'''b\nc", "unclosed-apostrophes", "'''")]
    [InlineData("'''''a'''b", "unclosed-apostrophes", "'''")]
    [InlineData("== a\nb", "unclosed-heading", "=")]
    [InlineData("{|\n|a", "unclosed-table", "{|")]
    [InlineData("{|{|{|", "unclosed-table", "{|")]
    public void Parse_MarkupThatComesToNothing_SaysWhere(string source, string code, string place)
    {
        using var tree = WikiParser.Parse(source, out var diagnostics);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((code, place), (diagnostic.Code, Assert.Single(diagnostic.Spans).Of(source)));
    }

    [Theory]
    [InlineData("'''a''' ''b'' '''''c''''' '''d''e'''''")]
    [InlineData("l'''a''b")]
    [InlineData("[[a]] [b] [[File:a.png|b [[c]] d]] [http://a.b c]")]
    [InlineData("== a ==\n=b=\n====")]
    [InlineData("{|\n|a\n|}\n:{|\n|}")]
    [InlineData("{{a|\nb==c}}")]
    public void Parse_WholeMarkup_SaysNothing(string source)
    {
        using var tree = WikiParser.Parse(source, out var diagnostics);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void Parse_ManyPlaces_NamesTheFirstHundredOfEachKindAndCountsTheRest()
    {
        using var tree = WikiParser.Parse(string.Concat(Enumerable.Repeat("[[a\n'''b\n", 1000)), out var diagnostics);
        Assert.Equal(202, diagnostics.Count);
        Assert.Equal(["900 more places like this.", "900 more places like this."], diagnostics.TakeLast(2).Select(diagnostic => diagnostic.Message));
    }
}
