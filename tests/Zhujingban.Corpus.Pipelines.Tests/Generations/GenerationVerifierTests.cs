using FsCheck;
using FsCheck.Fluent;
using System.Text;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Tests.Fakes;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Pipelines.Tests.Generations;

public sealed class GenerationVerifierTests : IDisposable
{
    private static readonly string[] Paths =
    [
        GenerationFiles.Documents, GenerationFiles.Sources, GenerationFiles.Offsets, GenerationFiles.Diagnostics, GenerationFiles.Manifest,
        $"{GenerationFiles.Index}/{LinesIndexStore.FileName}",
    ];

    private readonly BuildFolder _build = new();

    public GenerationVerifierTests()
    {
        _build.Write("sources/a.txt", "甲\n1. 条\n\n2. 款\n");
        _build.Write("sources/b.txt", "乙\n");
        _build.Write("sources/c.txt", LinesReader.Throws);
        _build.Build();
    }

    public static TheoryData<string> Files => [.. Paths];

    public void Dispose() => _build.Dispose();

    [Fact]
    public void Verify_SoundGeneration_HasNoFaults()
    {
        var report = _build.Verify();
        Assert.Empty(report.Faults);
        Assert.Equal(new GenerationCounts { Documents = 2, Sections = 2, Clauses = 2, Entries = 6, Failed = 1, Diagnostics = 1 }, report.Counts);
    }

    [Fact]
    public void Verify_RebuiltNotice_IsSound()
    {
        var notice = HandMadeNotice.Example();
        using var build = new BuildFolder();
        build.Write("sources/a.txt", notice.Document.Source.Text);
        var report = new PipelineRunner(build.Indexes, (_, options) => DocumentStructure.Read(RebuiltDocument.Of(notice) with { Id = options.Id }))
            .Run(new BuildOptions(build.Inside("pipeline.yaml")));
        Assert.Equal(BuildOutcome.Published, report.Outcome);
        Assert.Empty(build.Verify().Faults);
        using var generation = build.Open();
        var clause = generation.FindClause("a#sec_2__subsec_2")!.Value.Clause;
        Assert.Equal(("（二）承办交办事项。", 0), (clause.Text, clause.Spans[0].Start));
        Assert.Equal(["title", "sec_2__subsec_2"], generation.FindDocument("a")!.Duplicates.Select(duplicate => duplicate.Of));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Verify_ByteFlipped_IsFound(string file)
    {
        var path = Path.Combine(_build.GenerationFolder, file);
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < bytes.Length; i += 1 + (bytes.Length / 100))
        {
            bytes[i] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(path, bytes);
            Assert.NotEmpty(_build.Verify().Faults);
            bytes[i] ^= (byte)(1 << (i % 8));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Verify_FileCutOff_IsFound(string file)
    {
        var path = Path.Combine(_build.GenerationFolder, file);
        var bytes = File.ReadAllBytes(path);
        foreach (var length in new[] { 0, 1, bytes.Length / 2, bytes.Length - 1 })
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Contains(_build.Verify().Faults, fault => fault.File == file);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Verify_FileGone_IsFound(string file)
    {
        File.Delete(Path.Combine(_build.GenerationFolder, file));
        Assert.Contains(_build.Verify().Faults, fault => fault.File == file);
    }

    [Theory]
    [InlineData("more.jsonl")]
    [InlineData("index/more")]
    [InlineData(".hidden/more")]
    public void Verify_FileMore_IsFound(string file)
    {
        _build.Write(Path.Combine(_build.GenerationFolder, file), "");
        Assert.Equal([new GenerationFault(file, null, "The file is not in the manifest.")], _build.Verify().Faults);
    }

    [Fact]
    public void Verify_AnyDamage_GivesFaultsAndNeverThrows()
    {
        var damage = (from file in Gen.Elements(Paths)
                      from at in Gen.Choose(0, 100_000)
                      from piece in Gen.Elements("", "\n", "null", "{}", "[]", "\"\\ud800\"", "\0", "{\"id\":null}", "[[[[", "-1", "9999999999", "\u00ff")
                      from length in Gen.Choose(0, 20)
                      select (file, at, piece, length)).ToArbitrary();
        Prop.ForAll(damage, change =>
        {
            var path = Path.Combine(_build.GenerationFolder, change.file);
            var bytes = File.ReadAllBytes(path);
            var at = change.at % (bytes.Length + 1);
            byte[] changed = [.. bytes[..at], .. Encoding.Latin1.GetBytes(change.piece), .. bytes[Math.Min(at + change.length, bytes.Length)..]];
            File.WriteAllBytes(path, changed);
            var faults = _build.Verify().Faults;
            File.WriteAllBytes(path, bytes);
            return faults.Count > 0 || changed.AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Verify_NoGeneration_IsMissingInput()
    {
        Assert.Equal(ExitCode.InputMissing, Assert.Throws<PipelineException>(() => new GenerationVerifier(_build.Indexes).VerifyCurrent(_build.Inside("nowhere"))).ExitCode);
        Assert.Equal(ExitCode.InputMissing, Assert.Throws<PipelineException>(() => new GenerationVerifier(_build.Indexes).Verify(_build.Output, "../sources")).ExitCode);
    }

    /// <summary>Damage that whoever wrote it gave fresh checksums: only the proof of each document can find it.</summary>
    [Theory]
    [InlineData("id")]
    [InlineData("sha256")]
    [InlineData("text")]
    [InlineData("source-text")]
    [InlineData("run-moved")]
    [InlineData("run-missing")]
    [InlineData("drop-missing")]
    [InlineData("drop-twice")]
    [InlineData("coverage")]
    [InlineData("section-span")]
    [InlineData("clause-span")]
    [InlineData("clause-text")]
    [InlineData("clause-hash")]
    [InlineData("clause-id")]
    [InlineData("clause-twice")]
    [InlineData("nothing")]
    public void Faults_RecordThatLies_AreFound(string lie)
    {
        using var generation = _build.Open();
        var (document, source) = (generation.FindDocument("a")!, generation.FindSource("a")!);
        Assert.Equal(lie == "nothing", !DocumentProof.Faults(Tell(document, lie), Tell(source, lie)).Any());
    }

    private static DocumentRecord Tell(DocumentRecord document, string lie) => lie switch
    {
        "id" => document with { Id = "b" },
        "sha256" => document with { Sha256 = new string('0', 64) },
        "text" => document with { Text = "乙" + document.Text[1..] },
        "drop-missing" => document with { Dropped = [] },
        "drop-twice" => document with { Dropped = [.. document.Dropped, .. document.Dropped] },
        "coverage" => document with { Coverage = document.Coverage with { Kept = 0 } },
        "section-span" => document with { Sections = [document.Sections[0] with { Spans = [new TextSpan(0, 1000)] }] },
        "clause-span" => WithClause(document, clause => clause with { Spans = [new TextSpan(3, 6)] }),
        "clause-text" => WithClause(document, clause => clause with { Text = "1. 项", Hash = ContentHash.Of(clause.Path, "1. 项") }),
        "clause-hash" => WithClause(document, clause => clause with { Hash = "" }),
        "clause-id" => WithClause(document, clause => clause with { Id = "b#" + clause.EId }),
        "clause-twice" => document with { Clauses = [document.Clauses[0], .. document.Clauses] },
        _ => document,
    };

    private static StoredSource Tell(StoredSource source, string lie) => lie switch
    {
        "source-text" => source with { Text = "乙" + source.Text[1..] },
        "run-moved" => source with { Runs = [.. source.Runs.Select((run, i) => i == 0 ? run with { Source = new TextSpan(1, 2) } : run)] },
        "run-missing" => source with { Runs = [.. source.Runs.Skip(1)] },
        _ => source,
    };

    private static DocumentRecord WithClause(DocumentRecord document, Func<ClauseRecord, ClauseRecord> change) =>
        document with { Clauses = [document.Clauses[0], change(document.Clauses[1]), .. document.Clauses.Skip(2)] };
}
