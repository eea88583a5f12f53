using Zhujingban.Corpus.Pipelines.Generations;

namespace Zhujingban.Corpus.Pipelines.Tests.Fakes;

/// <summary>A folder with sources, a definition and its output, and builds over them.</summary>
internal sealed class BuildFolder : IDisposable
{
    public const string Definition = "name: test\nsources:\n  - files: sources/*.txt\n    format: notice\noutput: out\n";

    public const string WithManifest = "name: test\nsources:\n  - files: sources/*.txt\n    format: notice\n    manifest: manifest.jsonl\noutput: out\n";

    private readonly TemporaryFolder _folder = new();

    public BuildFolder(string definition = Definition) => _folder.Write("pipeline.yaml", definition);

    public LinesIndexStore Indexes { get; } = new();

    public string Output => Inside("out");

    public OutputFolder Layout => new(Output);

    public string GenerationFolder => Layout.Generation(Layout.CurrentId()!);

    public string Inside(params string[] parts) => _folder.Inside(parts);

    public string Write(string relative, string text) => _folder.Write(relative, text);

    public string Write(string relative, byte[] bytes) => _folder.Write(relative, bytes);

    public BuildReport Build(int parallelism = 2, Action<BuildProgress>? progress = null, CancellationToken cancel = default) =>
        new PipelineRunner(Indexes, LinesReader.Read).Run(new BuildOptions(Inside("pipeline.yaml")) { Parallelism = parallelism }, progress, cancel);

    public BuildReport DryRun() =>
        new PipelineRunner(Indexes, LinesReader.Read).Run(new BuildOptions(Inside("pipeline.yaml"), DryRun: true));

    public OpenedGeneration Open() => new GenerationReader(Indexes).OpenCurrent(Output);

    public VerificationReport Verify() => new GenerationVerifier(Indexes).VerifyCurrent(Output);

    /// <summary>Every file of the live generation with its bytes as text that can be compared.</summary>
    public Dictionary<string, string> GenerationBytes() => GenerationFiles.Below(GenerationFolder)
        .ToDictionary(path => path, path => Convert.ToHexString(File.ReadAllBytes(Path.Combine(GenerationFolder, path))));

    public void Dispose() => _folder.Dispose();
}
