using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Definitions;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Pipelines.Tests.Definitions;

public sealed class PipelineDefinitionReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, SpecExample> Examples => SpecFile.Load("Zhujingban.Corpus.Pipelines.Tests", "Specs");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Read_Example_GivesWhatTheSpecSays(string file, SpecExample example)
    {
        Assert.NotNull(file);
        var path = _folder.Write("test.yaml", example.Blocks["yaml"] + "\n");
        if (example.Blocks.TryGetValue("error", out var expected))
        {
            var wrong = Assert.Throws<PipelineException>(() => PipelineDefinitionReader.Read(path));
            Assert.Equal((ExitCode.Usage, expected), (wrong.ExitCode, wrong.Message.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));
        }
        else
        {
            Assert.Equal(example.Blocks["definition"], Describe(PipelineDefinitionReader.Read(path)));
        }
    }

    [Fact]
    public void Read_NoSuchFile_IsMissingInput() => AssertFails("gone.yaml", ExitCode.InputMissing, "there is no such file");

    [Fact]
    public void Read_Folder_IsMissingInput() => AssertFails("", ExitCode.InputMissing, "a folder was found");

    [Fact]
    public void Read_EmptyFile_IsAnError() => AssertFails(_folder.Write("a.yaml", ""), ExitCode.Usage, "a.yaml:1: nothing was found");

    [Fact]
    public void Read_Nul_NamesItsLine() => AssertFails(_folder.Write("a.yaml", "name: a\nsources: \0\n"), ExitCode.Usage, "a.yaml:2: a NUL was found");

    [Fact]
    public void Read_Gb18030_NamesTheLineThatIsNotUtf8() =>
        AssertFails(_folder.Write("a.yaml", [.. "name: a\n# "u8, 0xBE, 0xA9, (byte)'\n']), ExitCode.Usage, "a.yaml:2: bytes that are not UTF-8");

    [Fact]
    public void Read_Tab_IsOneLine() => AssertFails(_folder.Write("a.yaml", "name: a\nsources:\n\t- files: a.txt\n"), ExitCode.Usage, "a.yaml:3: ");

    [Fact]
    public void Read_HugeFile_IsRefused() => AssertFails(_folder.Write("a.yaml", new string('#', 5_000_000)), ExitCode.Usage, "a.yaml:1: more than 1048576 bytes");

    [Fact]
    public void Read_ManyBrackets_EndsAtTheFirst() => AssertFails(_folder.Write("a.yaml", new string('[', 1_000_000)), ExitCode.Usage, "a.yaml:1: a list was found");

    [Fact]
    public void Read_ManyOpenBraces_EndsAtOnce() => AssertFails(_folder.Write("a.yaml", new string('{', 1_000_000)), ExitCode.Usage, "a.yaml:1: ");

    [Fact]
    public void Read_ByteOrderMark_IsSkipped() =>
        Assert.Equal("a", PipelineDefinitionReader.Read(_folder.Write("a.yaml", "\uFEFFname: a\nsources: [{files: b}]\noutput: c\n")).Name);

    [Fact]
    public void Read_AnyPieces_GivesADefinitionOrOneLine()
    {
        string[] pieces =
        [
            "name", ": ", "\n", "  ", "- ", "sources", "files", "output", "a", "[", "]", "{", "}", "&a ", "*a", "!t ", "\"", "'", "|\n", ">", "---\n",
            "...\n", "\t", "#", "? ", ",", "%YAML 1.2\n", "驻京办", "\u2028", "true", "~", "clean", "format: notice", "\\x00", "\uFEFF", "@", "`", "<<",
        ];
        var texts = Gen.Elements(pieces).ListOf().Select(chosen => string.Concat(chosen)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            try
            {
                PipelineDefinitionReader.Read(_folder.Write("any.yaml", text));
            }
            catch (PipelineException wrong)
            {
                Assert.Matches(@"\A.*any\.yaml:[0-9]+: .+; .+ expected", wrong.Message);
                Assert.DoesNotContain('\n', wrong.Message);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private void AssertFails(string path, ExitCode exitCode, string message)
    {
        var wrong = Assert.Throws<PipelineException>(() => PipelineDefinitionReader.Read(Path.Combine(_folder.Path, path)));
        Assert.Equal(exitCode, wrong.ExitCode);
        Assert.True(wrong.Message.Contains(message, StringComparison.Ordinal), wrong.Message);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    private string Describe(PipelineDefinition definition) => string.Join('\n',
    [
        $"name: {definition.Name}",
        $"output: {Path.GetRelativePath(_folder.Path, definition.Output)}",
        .. definition.Sources.Select(source => $"line {source.FilesLine}: {source.Files} as "
            + (source.Format is { } format ? SourceFormats.NameOf(format) : "auto")
            + (source.Clean ? ", cleaned" : "")
            + (source.Manifest is { } manifest ? $", manifest {Path.GetRelativePath(_folder.Path, manifest)} on line {source.ManifestLine}" : "")),
    ]);
}
