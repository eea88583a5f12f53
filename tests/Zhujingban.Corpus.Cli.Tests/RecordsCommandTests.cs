using System.Text.Json;
using NJsonSchema;
using Zhujingban.Corpus.Search;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>The commands over ready-made records.</summary>
public class RecordsCommandTests(RecordsCorpus corpus) : IClassFixture<RecordsCorpus>
{
    [Fact]
    public void Build_TellsOfTheBadLineAndPublishesTheOthers()
    {
        Assert.Equal(1, corpus.Build.ExitCode);
        Assert.Contains("3 documents (0 unchanged since they were last read), 0 sections, 3 clauses, 3 entries to search", corpus.Build.Out);
        Assert.Equal("zhujingban: records.jsonl.gz:4: The field title is missing.\n", corpus.Build.Error);
    }

    [Fact]
    public async Task Verify_FindsThemSound() => Assert.Equal(0, (await corpus.RunAsync("verify")).ExitCode);

    [Theory]
    [InlineData("0", "records.jsonl.gz, line 1, characters [")]
    [InlineData("办法#art_2", "records.jsonl.gz, line 2, characters [")]
    public async Task Show_OfARecord_IsItsClauseAndTellsItsLine(string id, string place)
    {
        var run = await corpus.RunAsync("show", id);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("驻京办管理办法第", run.Out);
        Assert.Contains(place, run.Out);
        var json = JsonDocument.Parse((await corpus.RunAsync("show", id, "--json")).Out).RootElement;
        Assert.Equal((id, "驻京办管理办法"), (json.GetProperty("clause").GetProperty("id").GetString(), json.GetProperty("documentId").GetString()));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("办法")]
    [InlineData("0#art_1")]
    public async Task Show_OfNoRecord_EndsWithInputMissing(string id) => Assert.Equal(3, (await corpus.RunAsync("show", id)).ExitCode);

    [Fact]
    public async Task Export_OfClauses_ReadsBackAsRecords()
    {
        var lines = (await corpus.RunAsync("export", "--records", "clauses")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["0", "办法#art_2", "=1+1"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        await File.WriteAllLinesAsync(corpus.PathOf("again.jsonl"), lines);
        await File.WriteAllTextAsync(corpus.PathOf("again.yaml"), "name: again\nsources:\n  - files: again.jsonl\n    format: records\noutput: again\n");
        var run = await CliRun.OfAsync("build", corpus.PathOf("again.yaml"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("3 clauses, 3 entries", run.Out);
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("clauses")]
    public async Task Export_OfAGenerationThatWasCutOff_NamesTheLineAndWritesNothing(string records)
    {
        await CliRun.OfAsync("build", corpus.PathOf("p.yaml"), "--output", corpus.PathOf($"cut-{records}"));
        var file = Directory.GetFiles(corpus.PathOf($"cut-{records}"), "documents.jsonl", SearchOption.AllDirectories).Single();
        using (var stream = File.OpenWrite(file)) stream.SetLength(stream.Length - 9);
        var run = await CliRun.OfAsync("export", "--records", records, "--corpus", corpus.PathOf($"cut-{records}"));
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Equal($"zhujingban: {file}:3: The line is cut off. `verify` tells what else is wrong.\n", run.Error);
    }

    [Theory]
    [InlineData("Zhujingban.Corpus", "document", "export")]
    [InlineData("Zhujingban.Corpus.Cli", "exported-clause", "export", "--records", "clauses")]
    [InlineData("Zhujingban.Corpus.Cli", "clause-in-context", "show", "0", "--json")]
    [InlineData("Zhujingban.Corpus.Cli", "search-answer", "search", "驻京办", "--json", "--explain")]
    public async Task Json_ConformsToItsSchema(string project, string schema, params string[] args)
    {
        var output = (await corpus.RunAsync(args)).Out;
        var definition = await JsonSchema.FromFileAsync(RepositoryFiles.PathOf("src", project, "Records", "Schemas", schema + ".schema.json"));
        string[] records = args[0] == "export" ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [output];
        Assert.All(records, record => Assert.Empty(definition.Validate(record)));
    }

    [Fact]
    public async Task Search_NamesRecordsByTheirOwnIds()
    {
        var run = await corpus.RunAsync("search", "驻京办", "--json", "--facets");
        var hits = JsonDocument.Parse(run.Out).RootElement.GetProperty("hits").EnumerateArray().ToList();
        Assert.Equal(["0", "=1+1", "办法#art_2"], hits.Select(hit => hit.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
        Assert.All(hits, hit => Assert.Equal("clause", hit.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Csv_QuotesCellsAndDisarmsFormulas()
    {
        var run = await corpus.RunAsync("search", "公式", "--csv");
        var rows = run.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, rows.Length);
        Assert.StartsWith("generation,query,mode,rank,score,id,documentId,", rows[0]);
        Assert.Contains(",公式,exact,1,", rows[1]);
        Assert.Contains(",'=1+1,'=1+1,", rows[1]);
        Assert.EndsWith(",\"'=\"\"公式\"\", 驻京办\"", rows[1]);
    }

    [Theory]
    [InlineData("=1", true)]
    [InlineData("+1", true)]
    [InlineData("-1", true)]
    [InlineData("@a", true)]
    [InlineData("＝1", true)]
    [InlineData("＋1", true)]
    [InlineData("－1", true)]
    [InlineData("＠a", true)]
    [InlineData("\t=1", true)]
    [InlineData("\r=1", true)]
    [InlineData("\n=1", true)]
    [InlineData("1=1", false)]
    [InlineData("一=1", false)]
    public void Csv_OfACellThatASpreadsheetTakesForAFormula_HasAnApostropheBeforeIt(string text, bool isGuarded)
    {
        using var output = new StringWriter();
        SearchTable.Write(new CommandHost(Stream.Null, output, TextWriter.Null, false, false), new SearchPages(new PagedIndex(1, text), new SearchRequest("x"), false, CancellationToken.None), "g");
        Assert.EndsWith((isGuarded ? "'" : "") + text, output.ToString().TrimEnd('\r', '\n', '"'));
    }

    [Fact]
    public async Task Csv_OfAll_HasEveryHit()
    {
        var run = await corpus.RunAsync("search", "驻京办", "--csv", "--all");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(4, run.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData()]
    [InlineData("--queries", "q.tsv")]
    [InlineData("--run", "q.run")]
    [InlineData("驻京办", "--queries", "q.tsv", "--run", "q.run")]
    [InlineData("--queries", "q.tsv", "--run", "q.run", "--json")]
    [InlineData("驻京办", "--json", "--csv")]
    [InlineData("驻京办", "--csv", "--facets")]
    [InlineData("驻京办", "--all", "--limit", "3")]
    [InlineData("驻京办", "--all", "--after", "x")]
    [InlineData("驻京办", "--mode", "fuzzy")]
    public async Task Search_OfWhatDoesNotGoTogether_IsWrongUsage(params string[] args)
    {
        var run = await corpus.RunAsync(["search", .. args]);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("expected", run.Error.Replace("must be one of", "expected", StringComparison.Ordinal).Replace("Must be one of", "expected", StringComparison.Ordinal));
    }
}
