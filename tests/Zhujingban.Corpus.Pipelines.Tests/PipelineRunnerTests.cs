using System.Text;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Pipelines.Tests;

public sealed class PipelineRunnerTests
{
    [Fact]
    public void Run_ThreeFiles_PublishesThemInOrder()
    {
        using var build = new BuildFolder();
        build.Write("sources/b.txt", "乙\n1. 条\n");
        build.Write("sources/a.txt", "甲\n");
        build.Write("sources/丙.txt", "丙\n\n1. 条\n二\n");

        var report = build.Build();

        Assert.Equal((BuildOutcome.Published, ExitCode.Done), (report.Outcome, report.ExitCode));
        Assert.Equal(new GenerationCounts { Documents = 3, Sections = 3, Clauses = 2, Entries = 9 }, report.Counts);
        using var opened = build.Open();
        Assert.Equal(report.GenerationId, opened.Id);
        Assert.Equal(["a", "b", "丙"], opened.Documents().Select(document => document.Id));
        Assert.Empty(build.Verify().Faults);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Run_AnyParallelismAndPlace_GivesTheSameBytes(int parallelism)
    {
        using var first = ManyFiles();
        using var second = ManyFiles();
        first.Build(parallelism: 3);
        second.Build(parallelism);
        Assert.Equal(first.GenerationBytes(), second.GenerationBytes());
        Assert.Equal(first.Layout.CurrentId(), second.Layout.CurrentId());
        Assert.DoesNotContain(first.Inside(), string.Concat(first.GenerationBytes().Values.Select(hex => Encoding.UTF8.GetString(Convert.FromHexString(hex)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnchangedInput_WritesNothingAndSaysSo()
    {
        using var build = ManyFiles();
        var first = build.Build();
        var written = WriteTimes(build);

        var second = build.Build();

        Assert.Equal((BuildOutcome.Unchanged, first.GenerationId, 40), (second.Outcome, second.GenerationId, second.Cached));
        Assert.Equal(written, WriteTimes(build));
        Assert.False(Directory.Exists(build.Layout.Building));
    }

    [Fact]
    public void Run_OneFileChanged_ReadsOnlyThat()
    {
        using var build = ManyFiles();
        var first = build.Build();
        build.Write("sources/7.txt", "七\n");
        var second = build.Build();
        Assert.Equal((BuildOutcome.Published, 39), (second.Outcome, second.Cached));
        Assert.NotEqual(first.GenerationId, second.GenerationId);
        Assert.Equal(40, Directory.GetFiles(build.Layout.Cache, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void Run_DamagedCache_IsWorkedAnew()
    {
        using var build = ManyFiles();
        build.Build();
        var before = build.GenerationBytes();
        foreach (var (path, i) in Directory.GetFiles(build.Layout.Cache, "*", SearchOption.AllDirectories).Select((path, i) => (path, i)))
        {
            var bytes = File.ReadAllBytes(path);
            if (i % 3 == 0) bytes[^5] ^= 1;
            else if (i % 3 == 1) bytes = bytes[..(i % 200)];
            File.WriteAllBytes(path, bytes);
        }

        Directory.Delete(build.GenerationFolder, recursive: true);
        var report = build.Build();
        Assert.Equal((BuildOutcome.Published, 13), (report.Outcome, report.Cached));
        Assert.Equal(before, build.GenerationBytes());
    }

    [Fact]
    public void Run_DamagedLiveGeneration_IsReplaced()
    {
        using var build = ManyFiles();
        build.Build();
        File.AppendAllText(Path.Combine(build.GenerationFolder, GenerationFiles.Documents), "x");
        Assert.NotEmpty(build.Verify().Faults);
        Assert.Equal(BuildOutcome.Published, build.Build().Outcome);
        Assert.Empty(build.Verify().Faults);
    }

    [Fact]
    public void Run_ReaderThrows_OneItemFails()
    {
        using var build = new BuildFolder();
        build.Write("sources/a.txt", "甲\n");
        build.Write("sources/b.txt", LinesReader.Throws);
        var report = build.Build();
        Assert.Equal((ExitCode.SomeFailed, 1), (report.ExitCode, report.Counts.Documents));
        Assert.Equal([("b", "sources/b.txt", "reading-failed")], report.Failed.Select(failed => (failed.Id!, failed.File, failed.Code)));
        using var opened = build.Open();
        Assert.Equal(["reading-failed"], opened.Diagnostics().Where(diagnostic => diagnostic.Failed).Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Run_ReaderLosesText_PublishesNothing()
    {
        using var build = new BuildFolder();
        build.Write("sources/a.txt", "甲\n");
        var good = build.Build().GenerationId;
        build.Write("sources/a.txt", $"甲\n{LinesReader.Loses}\n乙\n");

        var report = build.Build();

        Assert.Equal((BuildOutcome.VerificationFailed, ExitCode.VerificationFailed, good), (report.Outcome, report.ExitCode, report.GenerationId));
        Assert.Contains(report.Faults, fault => fault.Place == "a" && fault.Message.StartsWith("Nothing accounts for [2,9)", StringComparison.Ordinal));
        Assert.Equal(good, build.Layout.CurrentId());
        Assert.Single(Directory.GetDirectories(Path.GetDirectoryName(build.GenerationFolder)!));
    }

    [Fact]
    public void Run_TwoClausesOfOneId_PublishesNothing()
    {
        using var build = new BuildFolder();
        build.Write("sources/a.txt", $"甲\n{LinesReader.Repeats}\n");
        var report = build.Build();
        Assert.Equal(ExitCode.VerificationFailed, report.ExitCode);
        Assert.Contains(new GenerationFault(GenerationFiles.Documents, "a#p_1", "Another clause has the same id."), report.Faults);
    }

    [Fact]
    public void Run_EveryItemFails_KeepsWhatIsLive()
    {
        using var build = new BuildFolder();
        build.Write("sources/a.txt", "甲\n");
        var good = build.Build().GenerationId;
        build.Write("sources/a.txt", LinesReader.Throws);
        var report = build.Build();
        Assert.Equal((BuildOutcome.NothingToPublish, ExitCode.InputMissing, good), (report.Outcome, report.ExitCode, report.GenerationId));
        Assert.Equal(good, build.Layout.CurrentId());
        Assert.Single(report.Failed);
    }

    [Fact]
    public void Run_NoFileForASource_IsMissingInputAtItsLine()
    {
        using var build = new BuildFolder();
        var wrong = Assert.Throws<PipelineException>(() => build.Build());
        Assert.Equal(ExitCode.InputMissing, wrong.ExitCode);
        Assert.EndsWith("pipeline.yaml:3: no file was found for \"sources/*.txt\"; at least one is expected", wrong.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(build.Output));
    }

    [Fact]
    public void Run_LockHeld_IsRefused()
    {
        using var build = ManyFiles();
        Directory.CreateDirectory(build.Output);
        using (BuildLock.Take(build.Layout))
            Assert.Equal(ExitCode.Locked, Assert.Throws<PipelineException>(() => build.Build()).ExitCode);
        Assert.Equal(BuildOutcome.Published, build.Build().Outcome);
    }

    [Fact]
    public void Run_LeftoversOfADeadBuild_AreCleared()
    {
        using var build = ManyFiles();
        build.Write("out/build.lock", "");
        build.Write("out/building/documents.jsonl", "half a li");
        build.Write("out/current.new", "0123");
        build.Write("out/cache/ab/abcd.new", "half");
        Assert.Equal(BuildOutcome.Published, build.Build().Outcome);
        Assert.Equal(["build.lock", "cache", "current", "generations"],
            Directory.GetFileSystemEntries(build.Output).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFiles(build.Layout.Cache, "*.new", SearchOption.AllDirectories));
    }

    [Fact]
    public void Run_Cancelled_LeavesTheOldOneAndGoesOnFromTheCache()
    {
        using var build = ManyFiles();
        using var cancel = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => build.Build(progress: progress =>
        {
            if (progress.Done == 10) cancel.Cancel();
        }, cancel: cancel.Token));
        Assert.Null(build.Layout.CurrentId());
        Assert.False(Directory.Exists(build.Layout.Building));
        Assert.InRange(build.Build().Cached, 10, 15);
    }

    [Fact]
    public void Run_WhileAReaderIsOpen_LetsItSeeItsOwnGeneration()
    {
        using var build = ManyFiles();
        build.Build();
        using var old = build.Open();
        build.Write("sources/7.txt", "七\n");
        build.Build();
        Assert.Equal("旧", old.FindDocument("7")!.Title);
        Assert.Equal(2, old.Index.Search(new SearchRequest("旧")).Total);
        using var live = build.Open();
        Assert.Equal("七", live.FindDocument("7")!.Title);
    }

    [Fact]
    public void Run_DryRun_ListsWithoutWriting()
    {
        using var build = new BuildFolder(BuildFolder.WithManifest);
        build.Write("sources/a.txt", "甲\n");
        build.Write("sources/b.txt", "乙\n");
        build.Write("manifest.jsonl", $$"""{"id":"first","path":"sources/a.txt","sha256":"{{new string('0', 64)}}","title":"题"}""");
        var report = build.DryRun();
        Assert.Equal((BuildOutcome.DryRun, ExitCode.Done), (report.Outcome, report.ExitCode));
        Assert.Equal(
            [new PlannedItem("first", "sources/a.txt", SourceFormat.Notice, false, "题"), new PlannedItem("b", "sources/b.txt", SourceFormat.Notice, false, null)],
            report.Items);
        Assert.Equal([new DiagnosticCount("not-in-manifest", DiagnosticSeverity.Warning, 1)], report.Diagnostics);
        Assert.False(Directory.Exists(build.Output));
    }

    [Fact]
    public void Run_SourcesInTheOutputFolder_AreRefused()
    {
        using var build = new BuildFolder("name: test\nsources:\n  - files: '**/*.jsonl'\noutput: out\n");
        build.Write("out/generations/x/documents.jsonl", "{}");
        Assert.Equal(ExitCode.Usage, Assert.Throws<PipelineException>(() => build.Build()).ExitCode);
    }

    [Fact]
    public void Run_OutputIsAFile_IsAConfigurationError()
    {
        using var build = ManyFiles();
        build.Write("out", "");
        Assert.Equal(ExitCode.Usage, Assert.Throws<PipelineException>(() => build.Build()).ExitCode);
    }

    private static BuildFolder ManyFiles()
    {
        var build = new BuildFolder();
        for (var i = 0; i < 40; i++) build.Write($"sources/{i}.txt", string.Concat(Enumerable.Repeat($"{i} 驻京办\n一\n", 1 + ((i * 7) % 40))));
        build.Write("sources/7.txt", "旧\n");
        return build;
    }

    private static Dictionary<string, DateTime> WriteTimes(BuildFolder build) =>
        Directory.GetFiles(build.Output, "*", SearchOption.AllDirectories).Where(path => path != build.Layout.Lock).ToDictionary(path => path, File.GetLastWriteTimeUtc);
}
