using System.Diagnostics;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;

namespace Zhujingban.Corpus.Pipelines.Tests.Sources;

public sealed class SourceFileTests
{
    [Fact]
    public void Read_NamedPipe_IsNotWaitedFor()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var folder = new TemporaryFolder();
        using (var made = Process.Start("mkfifo", folder.Inside("pipe"))) made.WaitForExit();
        var (bytes, _, problem) = SourceFile.Read(new SourceItem("pipe", folder.Inside("pipe"), "pipe"));
        Assert.Empty(bytes);
        Assert.Null(problem);
    }

    [Fact]
    public void Read_NoSuchFile_IsAProblem()
    {
        var (_, _, problem) = SourceFile.Read(new SourceItem("a", "/nowhere/a.txt", "a.txt"));
        Assert.Equal(("unreadable-file", "a", "a.txt"), (problem!.Code, problem.Id, problem.File));
    }
}
