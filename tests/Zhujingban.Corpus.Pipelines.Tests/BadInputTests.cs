using System.Security.Cryptography;
using System.Text;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;

namespace Zhujingban.Corpus.Pipelines.Tests;

/// <summary>Bad input is normal input: each of these is one bad file or line beside a good one, which is published all the same.</summary>
public sealed class BadInputTests
{
    private const string Good = "好\n";

    [Theory]
    [InlineData("gb18030", "")]
    [InlineData("utf-16le", "")]
    [InlineData("utf-16be", "")]
    [InlineData("empty", "empty-source")]
    [InlineData("nul", "nul-characters")]
    [InlineData("binary", "bad-encoding")]
    public void Build_Encoding_IsReadAndSaid(string kind, string code)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = kind switch
        {
            "gb18030" => Encoding.GetEncoding("gb18030").GetBytes("驻京办事处\n"),
            "utf-16le" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("驻京办事处\n")],
            "utf-16be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("驻京办事处\n")],
            "empty" => [],
            "nul" => new byte[1000],
            _ => (byte[])[0x80, 0xFF, 0xFF, 0x80, .. "驻京办"u8],
        };
        using var build = new BuildFolder();
        build.Write("sources/good.txt", Good);
        build.Write("sources/other.txt", bytes);

        var report = build.Build();

        Assert.Equal([], report.Faults);
        Assert.Equal((code.Length == 0 ? ExitCode.Done : ExitCode.SomeFailed, 2), (report.ExitCode, report.Counts.Documents));
        Assert.Equal(code.Length == 0 ? [] : [code], report.Diagnostics.Select(diagnostic => diagnostic.Code));
        using var opened = build.Open();
        Assert.Equal(code.Length == 0 ? [] : ["other"], opened.Diagnostics().Select(diagnostic => diagnostic.Document));
        if (code.Length == 0) Assert.Equal("驻京办事处", opened.FindDocument("other")!.Text);
        Assert.Empty(build.Verify().Faults);
    }

    [Fact]
    public void Build_DanglingLink_FailsAlone()
    {
        using var build = new BuildFolder();
        build.Write("sources/good.txt", Good);
        File.CreateSymbolicLink(build.Inside("sources", "gone.txt"), build.Inside("nowhere.txt"));
        AssertFails(build, "gone", "sources/gone.txt", null, "unreadable-file");
    }

    [Fact]
    public void Build_ExtremelyLongFile_FailsAlone()
    {
        using var build = new BuildFolder();
        build.Write("sources/good.txt", Good);
        using (var file = File.Create(build.Inside("sources", "long.txt"))) file.SetLength(10_000_000_000);
        AssertFails(build, "long", "sources/long.txt", null, "source-too-long");
    }

    [Fact]
    public void Build_HashOfOtherBytes_FailsAtItsManifestLine() =>
        AssertManifest(Line("bad", "sources/bad.txt", "0"), "bad", "sha256-mismatch", documents: 1);

    [Fact]
    public void Build_MissingFile_FailsAtItsManifestLine() => AssertManifest(Line("gone", "sources/gone.txt", "0"), "gone", "missing-file", documents: 2);

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("sources/../../outside.txt")]
    [InlineData("C:/outside.txt")]
    [InlineData("sources//bad.txt")]
    [InlineData("./sources/bad.txt")]
    public void Build_PathOutside_FailsAtItsManifestLine(string path) => AssertManifest(Line("bad", path, "0"), "bad", "path-outside-corpus", documents: 2);

    [Theory]
    [InlineData("""{"id":"bad\ud800","path":"sources/bad.txt","sha256":"0"}""", null, "lone-surrogate", 1)]
    [InlineData("""{"id":"bad","path":"sources/bad\udc00.txt","sha256":"0"}""", "bad", "lone-surrogate", 2)]
    [InlineData("""{"id":"bad","path":"sources/bad.txt","sha256":"0","t\ud800":"x"}""", "bad", "lone-surrogate", 1)]
    [InlineData("""{"id":"bad","path":"sources/bad.txt""", null, "manifest-bad-json", 2)]
    [InlineData("""["bad"]""", null, "manifest-bad-json", 2)]
    [InlineData("""{"id":"bad","path":"sources/bad.txt"}""", "bad", "manifest-missing-field", 1)]
    [InlineData("""{"id":"bad","path":"sources/bad.txt","sha256":"12"}""", "bad", "manifest-bad-field", 1)]
    [InlineData("""{"id":"bad","path":"sources/bad.txt","sha256":12}""", "bad", "manifest-bad-field", 1)]
    [InlineData("""{"id":"b#d","path":"sources/bad.txt","sha256":"0000000000000000000000000000000000000000000000000000000000000000"}""", null, "manifest-bad-id", 1)]
    [InlineData("""{"id":"bad","id":"worse","path":"sources/bad.txt"}""", "bad", "manifest-repeated-field", 1)]
    public void Build_BadManifestLine_Fails(string line, string? id, string code, int documents) => AssertManifest(line, id, code, documents);

    [Fact]
    public void Build_DeepManifestLine_Fails() => AssertManifest(new string('[', 100_000), null, "manifest-bad-json", 2);

    [Fact]
    public void Build_EndlessManifestLine_Fails() => AssertManifest(new string(' ', 3_000_000), null, "manifest-bad-json", 2);

    [Fact]
    public void Build_NulManifestLine_Fails() => AssertManifest("\0\0\0", null, "manifest-bad-json", 2);

    [Fact]
    public void Build_IdTwice_TheSecondLineFails() => AssertManifest(Line("good", "sources/bad.txt", "0"), "good", "manifest-repeated-id", 1);

    [Fact]
    public void Build_PathTwice_TheSecondLineFails() => AssertManifest(Line("again", "sources/good.txt", "0"), "again", "manifest-repeated-path", 2);

    [Fact]
    public void Build_UnknownField_IsAWarning()
    {
        using var build = WithManifest("""{"id":"x","path":"sources/bad.txt","sha256":"HASH","license":"MIT"}"""
            .Replace("HASH", HashOf("坏\n").ToUpperInvariant(), StringComparison.Ordinal));
        var report = build.Build();
        Assert.Equal((ExitCode.Done, 2), (report.ExitCode, report.Counts.Documents));
        Assert.Equal(["manifest-unknown-field"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Build_LinkOutOfTheCorpus_IsNotOpened()
    {
        using var build = new BuildFolder("name: test\nsources:\n  - files: corpus/*.txt\n    format: notice\n    manifest: corpus/manifest.jsonl\noutput: out\n");
        build.Write("corpus/good.txt", Good);
        build.Write("secret.txt", "密\n");
        build.Write("corpus/manifest.jsonl", Line("good", "good.txt", HashOf(Good)) + "\n" + Line("bad", "link.txt", HashOf("密\n")) + "\n");
        File.CreateSymbolicLink(build.Inside("corpus", "link.txt"), Path.Combine("..", "secret.txt"));
        AssertFails(build, "bad", "corpus/manifest.jsonl", 2, "path-outside-corpus");
    }

    [Fact]
    public void Build_LinkInsideTheCorpus_IsFollowed()
    {
        using var build = WithManifest(Line("bad", "sources/link.txt", HashOf(Good)));
        File.CreateSymbolicLink(build.Inside("sources", "link.txt"), "good.txt");
        var report = build.Build();
        Assert.Equal((ExitCode.Done, 3), (report.ExitCode, report.Counts.Documents));
    }

    [Fact]
    public void Build_NoManifest_IsMissingInput()
    {
        using var build = new BuildFolder(BuildFolder.WithManifest);
        build.Write("sources/good.txt", Good);
        var wrong = Assert.Throws<PipelineException>(() => build.Build());
        Assert.Equal(ExitCode.InputMissing, wrong.ExitCode);
        Assert.Contains("pipeline.yaml:5: the manifest", wrong.Message, StringComparison.Ordinal);
    }

    private static void AssertManifest(string secondLine, string? id, string code, int documents)
    {
        using var build = WithManifest(secondLine);
        AssertFails(build, id, "manifest.jsonl", 2, code, documents);
    }

    private static void AssertFails(BuildFolder build, string? id, string file, int? line, string code, int documents = 1)
    {
        var report = build.Build();
        Assert.Equal((ExitCode.SomeFailed, documents), (report.ExitCode, report.Counts.Documents));
        var failed = Assert.Single(report.Failed);
        Assert.Equal((id, file, line, code), (failed.Id, failed.File, failed.Line, failed.Code));
        Assert.DoesNotContain('\n', failed.Message);
        using var opened = build.Open();
        Assert.Equal("好", opened.FindDocument("good")!.Title);
        Assert.Empty(build.Verify().Faults);
    }

    private static BuildFolder WithManifest(string secondLine)
    {
        var build = new BuildFolder(BuildFolder.WithManifest);
        build.Write("sources/good.txt", Good);
        build.Write("sources/bad.txt", "坏\n");
        build.Write("manifest.jsonl", Line("good", "sources/good.txt", HashOf(Good)) + "\n" + secondLine + "\n");
        return build;
    }

    private static string Line(string id, string path, string hash) => $$"""{"id":"{{id}}","path":"{{path}}","sha256":"{{hash.PadLeft(64, '0')}}"}""";

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
