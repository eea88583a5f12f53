using System.Text.Json;
using NJsonSchema;
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

    [Fact]
    public async Task Csv_OfAll_HasEveryHit()
    {
        var run = await corpus.RunAsync("search", "驻京办", "--csv", "--all");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(4, run.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Queries_GoodAndBad_AreAnsweredInTheirOrder()
    {
        var (queries, answers) = (corpus.PathOf("q.tsv"), corpus.PathOf("q.run"));
        await File.WriteAllTextAsync(queries, "\uFEFFq1\t备案\r\n\nno tab\nq 2\t备案\nq1\t备案\n\t备案\nq3\t \nq4\t找不到的字zzzz\nq5\t为了规范\n");
        var run = await corpus.RunAsync("search", "--queries", queries, "--run", answers, "--mode", "exact");
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Equal([3, 4, 5, 6, 7], run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => int.Parse(line.Split(".tsv:")[1].Split(':')[0])));
        var lines = await File.ReadAllLinesAsync(answers);
        Assert.Equal(2, lines.Length);
        Assert.Matches("^q1 Q0 办法#art_2 1 [0-9.]+ zhujingban$", lines[0]);
        Assert.Matches("^q5 Q0 0 1 [0-9.]+ zhujingban$", lines[1]);
    }

    [Fact]
    public async Task Queries_WithAMode_AreAnsweredByIt()
    {
        var (queries, answers) = (corpus.PathOf("m.tsv"), corpus.PathOf("m.run"));
        await File.WriteAllTextAsync(queries, "q\t撤销备案\n");
        foreach (var (mode, found) in new[] { ("exact", 0), ("loose", 1), ("auto", 1) })
        {
            Assert.Equal(0, (await corpus.RunAsync("search", "--queries", queries, "--run", answers, "--mode", mode)).ExitCode);
            Assert.Equal(found, (await File.ReadAllLinesAsync(answers)).Length);
        }
    }

    [Fact]
    public async Task Queries_ThatAreNotThere_EndWithInputMissing()
    {
        var run = await corpus.RunAsync("search", "--queries", corpus.PathOf("nothing.tsv"), "--run", corpus.PathOf("nothing.run"));
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.False(File.Exists(corpus.PathOf("nothing.run")));
    }

    [Fact]
    public async Task Queries_OverTheirOwnFile_AreRefused()
    {
        var queries = corpus.PathOf("own.tsv");
        await File.WriteAllTextAsync(queries, "q\t备案\n");
        Assert.Equal(2, (await corpus.RunAsync("search", "--queries", queries, "--run", queries)).ExitCode);
        Assert.Equal("q\t备案\n", await File.ReadAllTextAsync(queries));

        var link = corpus.PathOf("link.run");
        File.CreateSymbolicLink(link, queries);
        Assert.Equal(0, (await corpus.RunAsync("search", "--queries", queries, "--run", link)).ExitCode);
        Assert.Equal("q\t备案\n", await File.ReadAllTextAsync(queries));
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
