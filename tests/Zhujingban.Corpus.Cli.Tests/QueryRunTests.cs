namespace Zhujingban.Corpus.Cli.Tests;

/// <summary>Files of queries, answered into run files.</summary>
public class QueryRunTests(RecordsCorpus corpus) : IClassFixture<RecordsCorpus>
{
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

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("no-such-folder/q.run")]
    [InlineData("/")]
    public async Task Queries_IntoWhatCannotBeWritten_AreWrongUsageAndSayWhy(string path)
    {
        if (path == "/dev/full" && !File.Exists(path)) return;
        var queries = corpus.PathOf("unwritable.tsv");
        await File.WriteAllTextAsync(queries, "q\t驻京办\n");
        var run = await corpus.RunAsync("search", "--queries", queries, "--run", path);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Matches($@"^zhujingban: {path}: cannot be written \(.+\); expected a place that can be\n$", run.Error);
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
        var run = await corpus.RunAsync("search", "--queries", queries, "--run", link);
        Assert.Equal((2, $"zhujingban: --run {link} is the file of queries; expected another\n"), (run.ExitCode, run.Error));
        Assert.Equal("q\t备案\n", await File.ReadAllTextAsync(queries));
    }

    [Theory]
    [InlineData("an earlier run\n")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Queries_IntoALink_AreWrittenWhereItLeads(string? before)
    {
        var (queries, link, target) = (corpus.PathOf("linked.tsv"), corpus.PathOf($"{before?.Length}.link"), corpus.PathOf($"{before?.Length}.run"));
        await File.WriteAllTextAsync(queries, "q\t备案\n");
        if (before is not null) await File.WriteAllTextAsync(target, before);
        File.CreateSymbolicLink(link, target);
        Assert.Equal(0, (await corpus.RunAsync("search", "--queries", queries, "--run", link)).ExitCode);
        Assert.Equal(target, File.ResolveLinkTarget(link, returnFinalTarget: false)!.FullName);
        Assert.StartsWith("q Q0 办法#art_2 1 ", await File.ReadAllTextAsync(target));
        Assert.Empty(Directory.GetFiles(corpus.PathOf("."), "*.unfinished"));
    }
}
