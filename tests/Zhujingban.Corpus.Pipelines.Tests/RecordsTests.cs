using System.IO.Compression;
using System.Text;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;

namespace Zhujingban.Corpus.Pipelines.Tests;

/// <summary>Files of ready-made records, from their lines to a proved generation.</summary>
public sealed class RecordsTests
{
    private const string Definition = "name: test\nsources:\n  - files: sources/*.jsonl*\n    format: records\noutput: out\n";

    private const string Beside = "name: test\nsources:\n  - files: sources/*.jsonl\n    format: records\n  - files: sources/*.txt\n    format: notice\noutput: out\n";

    private const string Law = """
        {"id":"0","title":"刑法第一条","text":"为了惩罚犯罪。","document":"刑法","headings":["总则"]}
        {"id":"刑法#art_2","title":"刑法第二条","text":"任务。\n任务。","document":"刑法"}
        {"id":"x","title":null,"text":"\u7532"}

        """;

    [Fact]
    public void Build_Records_AreDocumentsOfOneClauseWithTheirOwnIds()
    {
        using var build = new BuildFolder(Definition);
        build.Write("sources/law.jsonl", Law);
        var report = build.Build();
        Assert.Equal((BuildOutcome.Published, ExitCode.Done), (report.Outcome, report.ExitCode));
        Assert.Equal(new GenerationCounts { Documents = 3, Clauses = 3, Entries = 3 }, report.Counts);
        Assert.Empty(build.Verify().Faults);
        using var generation = build.Open();
        foreach (var id in new[] { "0", "刑法#art_2", "x" }) Assert.Equal(id, generation.FindClause(id)!.Value.Clause.Id);
        var (document, clause) = generation.FindClause("刑法#art_2")!.Value;
        Assert.Equal(("刑法第二条", "刑法", "任务。\n任务。"), (document.Title, document.PartOf, clause.Text));
        Assert.Equal(("sources/law.jsonl", 2), (document.Origin!.Path, document.Origin.Line));
        Assert.Equal(Law.Split('\n')[1], generation.FindSource("刑法#art_2")!.Text);
        Assert.Equal(["0\tclause\t为了惩罚犯罪。", "刑法#art_2\tclause\t任务。 任务。", "x\tclause\t甲"],
            File.ReadAllLines(Path.Combine(generation.Folder, GenerationFiles.Index, LinesIndexStore.FileName)));
        Assert.False(Directory.Exists(build.Layout.Cache));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Build_AnyParallelism_GivesTheSameBytes(int parallelism)
    {
        using var first = Many(5000);
        using var second = Many(5000);
        Assert.Equal(5000, first.Build(parallelism: 3).Counts.Documents);
        second.Build(parallelism);
        Assert.Equal(first.GenerationBytes(), second.GenerationBytes());
        Assert.Equal(BuildOutcome.Unchanged, second.Build().Outcome);
    }

    [Fact]
    public void Build_OneMemberOrSeveral_GivesWhatThePlainFileGives()
    {
        using var build = new BuildFolder(Definition);
        build.Write("sources/a.jsonl", Law);
        build.Build();
        var ids = Ids(build);
        File.Delete(build.Inside("sources", "a.jsonl"));
        build.Write("sources/a.jsonl.gz", [.. Pack("\uFEFF" + Law[..40]), .. Pack(Law[40..])]);
        Assert.Equal(ExitCode.Done, build.Build().ExitCode);
        Assert.Equal(ids, Ids(build));
    }

    [Fact]
    public void Build_BadLines_FailAloneAndSayWhere()
    {
        using var build = new BuildFolder(Definition);
        var long1 = $$"""{"id":"long","title":null,"text":"{{new string('a', RecordSource.LongestLine)}}"}""";
        build.Write("sources/a.jsonl", $"{Record("a")}\r\n\n  \nnull\n{Record("a")}\n{Record("b b")}\n{long1}\n{{\"id\":\"c\"}}\n{Record("d")}");
        var report = build.Build();
        Assert.Equal((BuildOutcome.Published, ExitCode.SomeFailed), (report.Outcome, report.ExitCode));
        Assert.Equal(["a", "d"], Ids(build));
        Assert.Equal(
            [(4, "record-bad-json", null), (5, "repeated-id", "a"), (6, "record-bad-id", null), (7, "record-too-long", null), (8, "record-missing-field", "c")],
            report.Failed.Select(item => (item.Line!.Value, item.Code, item.Id)));
        Assert.All(report.Failed, item => Assert.Equal("sources/a.jsonl", item.File));
        Assert.Equal((5, 5), (report.Counts.Failed, report.Counts.Diagnostics));
        Assert.Empty(build.Verify().Faults);
    }

    [Fact]
    public void Build_IdsOfDocuments_AreTaken()
    {
        using var build = new BuildFolder(Beside);
        build.Write("sources/a.jsonl", $"{Record("文")}\n{Record("文#p_1")}\n{Record("文字")}\n{Record("a")}\n");
        build.Write("sources/文.txt", "文\n1. 条\n");
        var report = build.Build();
        Assert.Equal(["文字", "a", "文"], Ids(build));
        Assert.Equal(["repeated-id", "repeated-id"], report.Failed.Select(item => item.Code));
        Assert.Empty(build.Verify().Faults);
    }

    [Fact]
    public void Build_FieldsThatAreNotKnown_AreToldOnce()
    {
        using var build = new BuildFolder(Definition);
        build.Write("sources/a.jsonl", string.Concat(Enumerable.Range(0, 10).Select(i => $$"""{"id":"{{i}}","title":null,"text":"甲","year":1,"n{{i % 2}}":2}""" + "\n")));
        var report = build.Build();
        Assert.Equal(ExitCode.Done, report.ExitCode);
        Assert.Equal([(1, "year"), (1, "n0"), (2, "n1")], report.Noticed.Select(item => (item.Line!.Value, item.Message.Split('"')[1])));
    }

    [Fact]
    public void Build_NothingButBadLines_PublishesNothingAndListsTheFirst()
    {
        using var build = new BuildFolder(Definition);
        build.Write("sources/a.jsonl", string.Concat(Enumerable.Repeat("甲\n", 3000)));
        var report = build.Build();
        Assert.Equal((BuildOutcome.NothingToPublish, ExitCode.InputMissing, 1000), (report.Outcome, report.ExitCode, report.Failed.Count));
        Assert.Equal(3000, Assert.Single(report.Diagnostics).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n")]
    public void Build_FileWithoutRecords_IsToldOf(string text)
    {
        using var build = new BuildFolder(Definition);
        build.Write("sources/a.jsonl", Law);
        build.Write("sources/b.jsonl", text);
        var report = build.Build();
        Assert.Equal((ExitCode.SomeFailed, 3), (report.ExitCode, report.Counts.Documents));
        Assert.Equal(("sources/b.jsonl", "empty-source"), (report.Failed[0].File, report.Failed[0].Code));
    }

    [Fact]
    public void Build_PackedFileCutOffAnywhere_KeepsWhatStandsBeforeAndSaysSo()
    {
        var lines = string.Concat(Enumerable.Range(0, 200).Select(i => Record($"{i * 7919}") + "\n"));
        var packed = Pack(lines);
        foreach (var length in new[] { 3, 20, packed.Length / 3, packed.Length / 2, packed.Length - 8, packed.Length - 1 })
        {
            using var build = new BuildFolder(Definition);
            build.Write("sources/a.jsonl.gz", packed[..length]);
            build.Write("sources/b.jsonl", Record("b"));
            var report = build.Build();
            Assert.Equal(ExitCode.SomeFailed, report.ExitCode);
            Assert.Contains(report.Failed, item => item.Code == "unreadable-file");
            Assert.Equal("b", Ids(build)[^1]);
        }
    }

    [Fact]
    public void Build_PackedFileDamaged_SaysSo()
    {
        var packed = Pack(string.Concat(Enumerable.Range(0, 200).Select(i => Record($"{i * 7919}") + "\n")));
        packed[packed.Length / 2] ^= 0x55;
        using var build = new BuildFolder(Definition);
        build.Write("sources/a.jsonl.gz", packed);
        Assert.Contains(build.Build().Failed, item => item.Code == "unreadable-file");
    }

    [Fact]
    public void Build_FileThatIsNotItsManifests_IsNotRead()
    {
        using var build = new BuildFolder("name: test\nsources:\n  - files: sources/*.jsonl\n    format: records\n    manifest: manifest.jsonl\noutput: out\n");
        build.Write("sources/a.jsonl", Law);
        build.Write("sources/b.jsonl", Record("b"));
        build.Write("manifest.jsonl", $$"""{"id":"laws","path":"sources/a.jsonl","sha256":"{{new string('0', 64)}}"}""" + "\n");
        var report = build.Build();
        Assert.Equal(["b"], Ids(build));
        Assert.Equal("sha256-mismatch", Assert.Single(report.Failed).Code);
    }

    [Fact]
    public void Build_CleanedRecords_AreWrongUsage()
    {
        using var build = new BuildFolder("name: test\nsources:\n  - files: a.jsonl\n    format: records\n    clean: true\noutput: out\n");
        var wrong = Assert.Throws<PipelineException>(() => build.Build());
        Assert.Equal(ExitCode.Usage, wrong.ExitCode);
        Assert.Contains("pipeline.yaml:3: ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Cancelled_EndsBetweenRecords()
    {
        using var build = Many(50_000);
        using var cancel = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => build.Build(progress: progress =>
        {
            Assert.Null(progress.Total);
            if (progress.Done > 100) cancel.Cancel();
        }, cancel: cancel.Token));
        Assert.False(Directory.Exists(build.Layout.Building));
    }

    private static BuildFolder Many(int count)
    {
        var build = new BuildFolder(Definition);
        build.Write("sources/a.jsonl", string.Concat(Enumerable.Range(0, count).Select(i => Record($"{i}") + "\n")));
        return build;
    }

    private static string Record(string id) => $$"""{"id":"{{id}}","title":"第{{id}}条","text":"{{id}}、撤销驻京办。\n其他。","document":"办法"}""";

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest)) stream.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static List<string> Ids(BuildFolder build)
    {
        using var generation = build.Open();
        return [.. generation.Documents().Select(document => document.Id)];
    }
}
