using System.Text.Json;

namespace Zhujingban.Corpus.Cli.Tests;

[Collection(nameof(FoundingCorpus))]
public class SearchCommandTests(FoundingCorpus corpus)
{
    private const string Notice = "guobanfa-2010-8";

    [Fact]
    public async Task Search_OfAbolishedOffices_FindsTheClausesAndTheParagraphThatQuotesThem()
    {
        var hits = await HitsAsync("驻京办", "撤销", "--limit", "5");
        var ids = hits.Select(hit => hit.GetProperty("id").GetString()).ToList();
        Assert.Contains($"{Notice}#sec_2__subsec_6", ids);
        Assert.Contains($"{Notice}#sec_2__subsec_7", ids);
        Assert.Contains($"{Notice}#sec_5__subsec_18", ids);
        Assert.Contains(hits, hit => hit.GetProperty("documentId").GetString() == "zhujing-banshichu"
            && hit.GetProperty("kind").GetString() == "paragraph" && hit.GetProperty("text").GetString()!.StartsWith("2010年1月19日", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_InEitherScript_GivesTheSameHitsHongKongAmongThem()
    {
        var simplified = await HitsAsync("驻京办", "--limit", "1000");
        var traditional = await HitsAsync("駐京辦", "--limit", "1000");
        Assert.Equal(simplified.Select(hit => hit.GetProperty("id").GetString()), traditional.Select(hit => hit.GetProperty("id").GetString()));
        Assert.Contains(simplified, hit => hit.GetProperty("documentId").GetString() == "hong-kong-beijing-office");
    }

    [Fact]
    public async Task Search_OfADocumentNumberInOtherBrackets_FindsTheDocumentFirst() =>
        Assert.Equal(Notice, (await HitsAsync("国办发[2010]8号"))[0].GetProperty("id").GetString());

    [Fact]
    public async Task Search_OfAPhrase_FindsItsOnlyClause() =>
        Assert.Equal($"{Notice}#sec_1__subsec_3", Assert.Single(await HitsAsync("\"务实为民\"")).GetProperty("id").GetString());

    [Fact]
    public async Task Highlights_OfATraditionalText_MarkItsOwnCharacters()
    {
        var hit = (await HitsAsync("驻京办", "--limit", "1000")).First(hit =>
            hit.GetProperty("documentId").GetString() == "hong-kong-beijing-office" && hit.GetProperty("kind").GetString() != "document");
        var text = hit.GetProperty("text").GetString()!;
        Assert.All(hit.GetProperty("highlights").EnumerateArray(), span => Assert.Contains(
            text[span[0].GetInt32()..span[1].GetInt32()], new[] { "駐京辦", "驻京办" }));
    }

    [Fact]
    public async Task View_ShowsDocumentPathMarkedTextAndId()
    {
        var run = await corpus.RunAsync("search", "务实为民");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("国办发〔2010〕8号 一、(三)", run.Out);
        Assert.Contains("清正廉洁、«务实为民»的服务窗口", run.Out);
        Assert.Contains($"{Notice}#sec_1__subsec_3", run.Out);
    }

    [Fact]
    public async Task Search_ThatFindsNothing_IsDone()
    {
        var run = await corpus.RunAsync("search", "zzzz");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("0 of 0 hits", run.Out);
    }

    [Theory]
    [InlineData("-hong")]
    [InlineData("-h香港")]
    [InlineData("-撤销")]
    [InlineData("@撤销")]
    [InlineData("[diagram]")]
    public async Task Search_OfATermThatLooksLikeAnOption_IsAQuery(string term)
    {
        var run = await corpus.RunAsync("search", "驻京办", term, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"驻京办 {term}", JsonDocument.Parse(run.Out).RootElement.GetProperty("query").GetString());
    }

    [Theory]
    [InlineData("--驻京办")]
    [InlineData("--json")]
    [InlineData("-撤销")]
    public async Task Search_OfATermBehindTheEndOfOptions_IsAQuery(string term)
    {
        var run = await CliRun.OfAsync("search", "--corpus", corpus.Folder, "--json", "--", "驻京办", term);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal($"驻京办 {term}", JsonDocument.Parse(run.Out).RootElement.GetProperty("query").GetString());
    }

    [Theory]
    [InlineData("--limit", "0", "--limit 0; expected a whole number from 1 to 1000")]
    [InlineData("--limit", "1001", "--limit 1001; expected a whole number from 1 to 1000")]
    [InlineData("--limit", "999999999999", "--limit 999999999999; expected a whole number from 1 to 1000")]
    [InlineData("--limit", "-1", "--limit -1; expected a whole number from 1 to 1000")]
    [InlineData("--limit", "many", "--limit many; expected a whole number from 1 to 1000")]
    [InlineData("--colour", "red", "unknown option --colour; expected one of those that --help lists; -- before it makes it a term")]
    public async Task Search_WithWrongUsage_SaysWhatWasExpected(string option, string value, string message)
    {
        var run = await corpus.RunAsync("search", "驻京办", option, value);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal($"zhujingban: {message}\nSee 'zhujingban search --help'.\n", run.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("　\t", "")]
    public async Task Search_OfAnEmptyQuery_IsWrongUsage(params string[] query)
    {
        var run = await corpus.RunAsync(["search", .. query]);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("zhujingban: an empty QUERY; expected what to search for\n", run.Error);
    }

    [Fact]
    public async Task Search_OfAFolderWithoutAGeneration_EndsWithInputMissing()
    {
        var run = await CliRun.OfAsync("search", "驻京办", "--corpus", "no-such-folder");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("no-such-folder", run.Error);
    }

    private async Task<List<JsonElement>> HitsAsync(params string[] args)
    {
        var run = await corpus.RunAsync(["search", "--json", .. args]);
        Assert.Equal(0, run.ExitCode);
        return [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("hits").EnumerateArray()];
    }
}
