using NJsonSchema;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Search;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Cli.Tests;

public class SearchPagesTests
{
    private static readonly SearchRequest Request = new("驻京办", 10) { Facets = true };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 1)]
    [InlineData(95, 10)]
    public void Hits_OfAll_AreEveryPage(int count, int requests)
    {
        var index = new PagedIndex(count);
        var pages = new SearchPages(index, Request, all: true, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, count), pages.Hits().Select(hit => hit.Rank));
        Assert.Equal((count, requests, null), (pages.Shown, index.Requests, pages.Next));
    }

    [Fact]
    public void Hits_OfOnePage_TellWhatComesNext()
    {
        var pages = new SearchPages(new PagedIndex(25), Request with { After = "10" }, all: false, CancellationToken.None);
        Assert.Equal(Enumerable.Range(11, 10), pages.Hits().Select(hit => hit.Rank));
        Assert.Equal("20", pages.Next);
        Assert.Null(new SearchPages(new PagedIndex(25), Request with { After = "20" }, all: false, CancellationToken.None).Next);
    }

    [Fact]
    public void ForeignCursor_IsWrongUsage()
    {
        var wrong = Assert.Throws<PipelineException>(() => new SearchPages(new PagedIndex(1), Request with { After = "x" }, false, CancellationToken.None));
        Assert.Equal(ExitCode.Usage, wrong.ExitCode);
        Assert.StartsWith("--after: ", wrong.Message);
    }

    [Fact]
    public void View_ShowsTheSnippetTheFacetsAndWhatComesNext()
    {
        var shown = View(Request with { Limit = 1 }, 2);
        Assert.Equal("""
            a note
            1. 题
               …«撤»销«驻京办»。…
               e0

            source-kind notice (2)

            1 of 2 hits; generation g
            more with --after 1

            """.ReplaceLineEndings("\n"), shown);
    }

    [Fact]
    public void View_OfAPartialAnswer_SaysSo() =>
        Assert.Contains("time was up", View(Request with { Deadline = TimeSpan.Zero }, 2));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Json_OfAnAnswerWithEverything_ConformsToItsSchema(bool all)
    {
        using var output = new StringWriter();
        var pages = new SearchPages(new PagedIndex(2500), Request with { Limit = 1000 }, all, CancellationToken.None);
        RecordOutput.Write(new CommandHost(Stream.Null, output, TextWriter.Null, false, false), SearchAnswerRecord.Of(pages, "g"), CliJson.Indented);
        var schema = await JsonSchema.FromFileAsync(
            RepositoryFiles.PathOf("src", "Zhujingban.Corpus.Cli", "Records", "Schemas", "search-answer.schema.json"));
        Assert.Empty(schema.Validate(output.ToString()));
        Assert.Equal(all ? 2500 : 1000, pages.Shown);
        Assert.Contains("\"facet\": \"source-kind\"", output.ToString());
    }

    private static string View(SearchRequest request, int count)
    {
        using var output = new StringWriter { NewLine = "\n" };
        SearchView.Write(new CommandHost(Stream.Null, output, TextWriter.Null, false, false),
            new SearchPages(new PagedIndex(count), request, all: false, CancellationToken.None), "g");
        return output.ToString();
    }
}
