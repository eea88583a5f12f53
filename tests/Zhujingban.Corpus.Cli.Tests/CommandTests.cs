using System.Text.Json;

namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>The commands over the founding corpus, as a person runs them.</summary>
[Collection(nameof(FoundingCorpus))]
public class CommandTests(FoundingCorpus corpus)
{
    [Fact]
    public void Build_OfTheFoundingCorpus_PublishesFiveDocuments()
    {
        Assert.Equal(0, corpus.Build.ExitCode);
        Assert.Contains("liaison-offices: published generation", corpus.Build.Out);
        Assert.Contains("5 documents", corpus.Build.Out);
    }

    [Fact]
    public async Task Build_OfUnchangedInput_LeavesTheGenerationAsItIs()
    {
        var run = await CliRun.OfAsync("build", FoundingCorpus.Pipeline, "--output", corpus.Folder);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("unchanged: generation", run.Out);
    }

    [Fact]
    public async Task Verify_OfTheFoundingCorpus_FindsItSound()
    {
        var run = await CliRun.OfAsync("verify", corpus.Folder);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("is sound: 5 documents", run.Out);
    }

    [Theory]
    [InlineData("extract", "FILE")]
    [InlineData("clean", "FILE")]
    [InlineData("show", "ID")]
    [InlineData("verify", "DIR")]
    public async Task UnknownOption_WhereSomethingMayStand_IsWrongUsage(string command, string meaning)
    {
        var run = await CliRun.OfAsync(command, "--colour");
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"unknown option --colour; expected one of those that --help lists; -- before it makes it {meaning}\n", run.Error);
    }

    [Fact]
    public async Task Show_OfAClause_TellsItsPlace()
    {
        var run = await corpus.RunAsync("show", "guobanfa-2010-8#sec_3__subsec_8");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("国办发〔2010〕8号", run.Out);
        Assert.Contains("三、(八)", run.Out);
        Assert.Contains("sources/notices/guobanfa-2010-8.txt", run.Out);
    }

    [Fact]
    public async Task Show_OfASection_ShowsAllItHoldsAndItsPlace()
    {
        var run = await corpus.RunAsync("show", "guobanfa-2010-8#sec_3");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("国务院办公厅关于加强和规范各地政府驻北京办事机构管理的意见 国办发〔2010〕8号\n\n三、严格规范驻京办事机构职能\n", run.Out);
        Assert.Contains("(八)驻京办事机构主要承担", run.Out);
        Assert.DoesNotContain("(七)撤销", run.Out);
        Assert.Contains("\nguobanfa-2010-8#sec_3 (section, ", run.Out);
        Assert.Contains("\nsources/notices/guobanfa-2010-8.txt, characters [", run.Out);
    }

    [Fact]
    public async Task Show_OfASectionWithSectionsInIt_HasThemAndTheirClauses()
    {
        var document = JsonDocument.Parse((await corpus.RunAsync("show", "zhujing-banshichu", "--json")).Out).RootElement;
        foreach (var eId in document.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("eId").GetString()!))
        {
            var section = JsonDocument.Parse((await corpus.RunAsync("show", $"zhujing-banshichu#{eId}", "--json")).Out).RootElement;
            foreach (var list in new[] { "sections", "clauses" })
            {
                Assert.Equal(
                    document.GetProperty(list).EnumerateArray().Select(part => part.GetProperty("eId").GetString()).Where(id => id!.StartsWith(eId + "__", StringComparison.Ordinal)),
                    section.GetProperty(list).EnumerateArray().Select(part => part.GetProperty("eId").GetString()));
            }
        }
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("guobanfa-2010-8#")]
    [InlineData("guobanfa-2010-8#sec_99")]
    [InlineData("nobody#sec_1")]
    public async Task Show_OfNothing_EndsWithInputMissing(string id)
    {
        var run = await corpus.RunAsync("show", id);
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains(id, run.Error);
    }

    [Fact]
    public async Task Export_OfClauses_WritesEveryClauseOfEveryDocument()
    {
        var documents = await corpus.RunAsync("export", "--format", "jsonl");
        var clauses = await corpus.RunAsync("export", "--format", "jsonl", "--records", "clauses");
        Assert.Equal(
            documents.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Sum(line => JsonDocument.Parse(line).RootElement.GetProperty("clauses").GetArrayLength()),
            clauses.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Build_OfAMissingDefinition_EndsWithInputMissing()
    {
        var run = await CliRun.OfAsync("build", "no-such-pipeline.yaml");
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains("no-such-pipeline.yaml", run.Error);
    }

    [Fact]
    public async Task Build_OfAWrongKey_NamesFileLineAndWhatWasExpected()
    {
        var definition = Path.Combine(corpus.Folder, "wrong.yaml");
        await File.WriteAllTextAsync(definition, "name: wrong\nsauces: []\noutput: out\n");
        var run = await CliRun.OfAsync("build", definition);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Matches(@"^zhujingban: .*wrong\.yaml:2: .*sauces.*expected.*\n$", run.Error);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("extract")]
    [InlineData("clean")]
    [InlineData("search")]
    [InlineData("show")]
    [InlineData("export")]
    [InlineData("verify")]
    public async Task Help_OfEveryCommand_EndsWithExamples(string command)
    {
        var run = await CliRun.OfAsync(command, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Examples:\n  zhujingban {command}", run.Out);
    }

    [Theory]
    [InlineData("build", "")]
    [InlineData("build", "p.yaml", "--output", "")]
    [InlineData("extract", "")]
    [InlineData("verify", "")]
    [InlineData("show", "")]
    [InlineData("search", "x", "--corpus", "")]
    public async Task EmptyPath_IsWrongUsage(params string[] args)
    {
        var run = await CliRun.OfAsync(args);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("an empty value for ", run.Error);
    }

    [Theory]
    [InlineData("empty-source", new byte[0])]
    [InlineData("nul-characters", new byte[] { 0, 0, 0, 0 })]
    [InlineData("bad-encoding", new byte[] { 0xE9, 0xFF, 0xFF, 0x80 })]
    public async Task Build_OfADamagedSource_NamesItAndSaysSoInItsExitCode(string code, byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("zhujingban-");
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "damaged.txt"), bytes);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "sound.txt"), "一、总则\n（一）撤销驻京办。");
        var definition = Path.Combine(folder.FullName, "p.yaml");
        await File.WriteAllTextAsync(definition, "name: damaged\nsources:\n  - files: '*.txt'\n    format: notice\noutput: out\n");
        var run = await CliRun.OfAsync("build", definition);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"error: damaged.txt: {code}: ", run.Error);
        Assert.Contains("2 documents", run.Out);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("search", "驻京办", "--all")]
    [InlineData("export")]
    [InlineData("extract", "--help")]
    public async Task StandardOutput_ThatIsFull_IsWrongUsageAndSaysWhy(params string[] args)
    {
        using var error = new StringWriter { NewLine = "\n" };
        await using var full = new StreamWriter(new OutputStream(new FullStream(), "standard output"));
        var host = new CommandHost(Stream.Null, full, error, IsOutTerminal: false, IsErrorTerminal: false);
        Assert.Equal(2, await CommandLine.RunAsync(args[^1] == "--help" ? args : [.. args, "--corpus", corpus.Folder], host));
        Assert.Equal("zhujingban: standard output: cannot be written (No space left); expected a place that can be\n", error.ToString());
    }

    [Fact]
    public async Task NoCommand_IsWrongUsage() => Assert.Equal(2, (await CliRun.OfAsync()).ExitCode);

    /// <summary>A disk without room.</summary>
    private sealed class FullStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left");
    }
}
