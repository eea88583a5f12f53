using NJsonSchema;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>Everything that a command writes as JSON conforms to its schema.</summary>
[Collection(nameof(FoundingCorpus))]
public class RecordConformanceTests(FoundingCorpus corpus)
{
    private const string Cli = "Zhujingban.Corpus.Cli";
    private const string Core = "Zhujingban.Corpus";

    [Theory]
    [InlineData(Cli, "search-answer", "search", "--json", "--explain", "驻京办")]
    [InlineData(Cli, "search-answer", "search", "--json", "--all", "--facets", "驻京办")]
    [InlineData(Cli, "verification", "verify", "--json")]
    [InlineData(Cli, "clause-in-context", "show", "guobanfa-2010-8#sec_3__subsec_8", "--json")]
    [InlineData(Cli, "section-in-context", "show", "guobanfa-2010-8#sec_3", "--json")]
    [InlineData(Core, "document", "show", "guobanfa-2010-8", "--json")]
    public async Task Json_ConformsToItsSchema(string project, string schema, params string[] args) =>
        await AssertConformsAsync(project, schema, (await corpus.RunAsync(args)).Out);

    [Theory]
    [InlineData(Core, "document", "documents")]
    [InlineData(Cli, "exported-clause", "clauses")]
    public async Task EveryExportedLine_ConformsToItsSchema(string project, string schema, string records)
    {
        var run = await corpus.RunAsync("export", "--format", "jsonl", "--records", records);
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        foreach (var line in lines) await AssertConformsAsync(project, schema, line);
    }

    [Theory]
    [InlineData("--dry-run")]
    [InlineData("--json")]
    public async Task BuildReport_ConformsToItsSchema(string option) => await AssertConformsAsync(Cli, "build-report",
        (await CliRun.OfAsync([.. new[] { "build", FoundingCorpus.Pipeline, "--output", corpus.Folder, "--json", option }.Distinct()])).Out);

    private static async Task AssertConformsAsync(string project, string schema, string json)
    {
        var definition = await JsonSchema.FromFileAsync(RepositoryFiles.PathOf("src", project, "Records", "Schemas", schema + ".schema.json"));
        Assert.Empty(definition.Validate(json));
    }
}
