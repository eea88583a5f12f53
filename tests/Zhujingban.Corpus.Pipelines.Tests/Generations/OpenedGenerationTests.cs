using System.Text;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;

namespace Zhujingban.Corpus.Pipelines.Tests.Generations;

public sealed class OpenedGenerationTests : IDisposable
{
    private readonly BuildFolder _build = new();

    public OpenedGenerationTests()
    {
        for (var i = 0; i < 100; i++) _build.Write($"sources/文{i}.txt", $"题{i}\n1. 条{i}\n");
        _build.Build();
    }

    public void Dispose() => _build.Dispose();

    [Fact]
    public void Find_EveryId_GivesItsRecord()
    {
        using var generation = _build.Open();
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal($"题{i}", generation.FindDocument($"文{i}")!.Title);
            Assert.Equal($"题{i}\n1. 条{i}\n", generation.FindSource($"文{i}")!.Text);
            Assert.Equal($"1. 条{i}", generation.FindClause($"文{i}#p_2")!.Value.Clause.Text);
        }
    }

    [Theory]
    [InlineData("x\n", "it holds")]
    [InlineData("", "it holds")]
    [InlineData("0d86ebee736f929b668db9d5dac47bd\n", "it holds")]
    [InlineData(null, "it has 4096 bytes")]
    public void Open_DamagedPointer_NamesItAndSaysWhatIsWrong(string? pointer, string fault)
    {
        File.WriteAllText(_build.Layout.Pointer, pointer ?? new string('0', 4096));
        var error = Assert.Throws<PipelineException>(_build.Open);
        Assert.StartsWith($"{_build.Layout.Pointer}: {fault}", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.InputMissing, error.ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("文100")]
    [InlineData("文1#p_3")]
    [InlineData("文1#")]
    [InlineData("#p_1")]
    [InlineData("\ud800")]
    public void Find_NoSuchId_GivesNull(string id)
    {
        using var generation = _build.Open();
        Assert.Null(generation.FindDocument(id));
        Assert.Null(generation.FindSource(id));
        Assert.Null(generation.FindClause(id));
    }

    [Fact]
    public void DocumentLines_AreTheFile()
    {
        using var generation = _build.Open();
        Assert.Equal(File.ReadAllText(Path.Combine(generation.Folder, GenerationFiles.Documents)),
            string.Concat(generation.DocumentLines().Select(line => Encoding.UTF8.GetString(line.Span) + "\n")));
    }

    [Theory]
    [InlineData("one title is another", "题4\",", "题5\",", "documents.jsonl: The file's SHA-256 is not the manifest's.")]
    [InlineData("a clause is another", "\"text\":\"1. 条7\"", "\"text\":\"1. 条8\"", "documents.jsonl:68: 文7")]
    [InlineData("no JSON", "\"clauses\":[", "\"clauses\":(", "documents.jsonl:1: The record cannot be read")]
    [InlineData("a part is null", "\"clauses\":[", "\"clauses\":null,\"x\":[", "documents.jsonl:1: The record lacks a part that it must have.")]
    public void Documents_OfAnAlteredFile_NameItsFirstBadLineAndGiveNone(string what, string from, string to, string message)
    {
        var path = Path.Combine(_build.GenerationFolder, GenerationFiles.Documents);
        var before = File.ReadAllText(path);
        var at = before.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, what);
        File.WriteAllText(path, before[..at] + to + before[(at + from.Length)..]);
        AssertDamaged(message);
    }

    [Theory]
    [InlineData(0, "documents.jsonl:0: The file ends behind this line, at byte 0 of ")]
    [InlineData(1, "documents.jsonl:1: The line is cut off.")]
    [InlineData(-1, "documents.jsonl:100: The line is cut off.")]
    public void Documents_OfAFileThatWasCutOff_NameTheLineAndGiveNone(int length, string message)
    {
        using (var file = File.OpenWrite(Path.Combine(_build.GenerationFolder, GenerationFiles.Documents))) file.SetLength(length < 0 ? file.Length + length : length);
        AssertDamaged(message);
    }

    [Fact]
    public void Documents_OfAFileThatWasCutOffBetweenTwoLines_NameTheLineAndGiveNone()
    {
        var path = Path.Combine(_build.GenerationFolder, GenerationFiles.Documents);
        File.WriteAllLines(path, File.ReadLines(path).Take(40).ToList());
        AssertDamaged("documents.jsonl:40: The file ends behind this line, at byte ");
    }

    private void AssertDamaged(string message)
    {
        using var generation = _build.Open();
        foreach (var read in (Func<object>[])[() => generation.Documents().First(), () => generation.DocumentLines().First()])
        {
            var wrong = Assert.Throws<PipelineException>(read);
            Assert.Equal(ExitCode.InputMissing, wrong.ExitCode);
            Assert.Contains(message, wrong.Message);
        }
    }

    [Fact]
    public void Find_ManyThreads_EachGetsItsOwn()
    {
        using var generation = _build.Open();
        Parallel.For(0, 400, i => Assert.Equal($"题{i % 100}", generation.FindDocument($"文{i % 100}")!.Title));
    }

    [Theory]
    [InlineData(GenerationFiles.Documents)]
    [InlineData(GenerationFiles.Offsets)]
    [InlineData(GenerationFiles.Manifest)]
    public void Open_DamagedFile_IsOneLine(string file)
    {
        var path = Path.Combine(_build.GenerationFolder, file);
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path).Select(b => (byte)(b ^ 0x55))]);
        try
        {
            using var generation = _build.Open();
            for (var i = 0; i < 100; i++) generation.FindDocument($"文{i}");
            Assert.Equal(GenerationFiles.Offsets, file);
        }
        catch (PipelineException wrong)
        {
            Assert.Equal(ExitCode.InputMissing, wrong.ExitCode);
            Assert.DoesNotContain('\n', wrong.Message);
        }
    }

    [Fact]
    public void Index_OfAnotherGeneration_IsRefusedByItsName()
    {
        using var other = new BuildFolder();
        other.Write("sources/别的.txt", "别的\n");
        other.Build();
        const string Entries = $"{GenerationFiles.Index}/{LinesIndexStore.FileName}";
        File.Copy(Path.Combine(other.GenerationFolder, Entries), Path.Combine(_build.GenerationFolder, Entries), overwrite: true);
        using var generation = _build.Open();
        var wrong = Assert.Throws<PipelineException>(() => generation.Index);
        Assert.Equal(ExitCode.InputMissing, wrong.ExitCode);
        Assert.Contains($"{Entries}: The file has ", wrong.Message);
    }

    [Fact]
    public void Index_DamagedFile_IsRefusedByItsNameAndReason()
    {
        new PipelineRunner(new SearchIndexStore(), LinesReader.Read).Run(new BuildOptions(_build.Inside("pipeline.yaml")));
        using var generation = new GenerationReader(new SearchIndexStore()).OpenCurrent(_build.Output);
        var file = Path.Combine(generation.Folder, GenerationFiles.Index, "terms-1.zji");
        File.WriteAllBytes(file, [.. File.ReadAllBytes(file).Select((value, at) => at == 8 ? (byte)0 : value)]);
        Assert.StartsWith($"{file}: its header is damaged; ", Assert.Throws<PipelineException>(() => generation.Index).Message);
    }

    [Fact]
    public void OpenCurrent_NoneOrDamagedPointer_IsMissingInput()
    {
        foreach (var pointer in new[] { "", "../../etc\n", new string('0', 32), new string('0', 1000) })
        {
            _build.Write("out/current", pointer);
            Assert.Equal(ExitCode.InputMissing, Assert.Throws<PipelineException>(() => _build.Open()).ExitCode);
        }
    }
}
