using System.Runtime.InteropServices;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Definitions;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Pipelines.Stages;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines;

/// <summary>One build, whose lock is held.</summary>
internal sealed class GenerationBuild(
    PipelineDefinition definition, SourceCatalog catalog, OutputFolder output, ISearchIndexStore indexes, ReadDocument read)
{
    /// <summary>What the documents at hand may weigh together, in bytes of their sources.</summary>
    private const long HeaviestWindow = 64 << 20;

    /// <summary>How many diagnostics of one code the report names one by one; all are in the generation.</summary>
    private const int MostNoticed = 20;

    private readonly GenerationPublisher _publisher = new(output);
    private readonly DocumentCache _cache = new(output.Cache);
    private readonly List<FailedItem> _failed = [];
    private readonly List<BuildDiagnostic> _noticed = [];
    private readonly Dictionary<(string Code, DiagnosticSeverity Severity), int> _codes = [];
    private int _cached;

    /// <summary>Writes, proves and publishes the generation.</summary>
    public BuildReport Run(int parallelism, Action<BuildProgress> progress, CancellationToken cancel)
    {
        _publisher.Clean();
        try
        {
            var manifest = Write(parallelism, progress, cancel);
            if (manifest.Counts.Documents == 0) return Report(BuildOutcome.NothingToPublish, output.CurrentId(), manifest.Counts);
            if (_publisher.IsLive(manifest)) return Report(BuildOutcome.Unchanged, manifest.Id, manifest.Counts);

            var total = manifest.Counts.Documents;
            var proof = new GenerationVerifier(indexes).VerifyFolder(output.Building, manifest.Id,
                done => progress(new BuildProgress(BuildPhase.Verifying, done, total)), cancel);
            if (proof.Faults.Count > 0)
                return Report(BuildOutcome.VerificationFailed, output.CurrentId(), manifest.Counts) with { Faults = proof.Faults };

            progress(new BuildProgress(BuildPhase.Publishing, total, total));
            _publisher.Publish(manifest);
            _cache.Prune();
            return Report(BuildOutcome.Published, manifest.Id, manifest.Counts);
        }
        finally
        {
            _publisher.Clean();
        }
    }

    private GenerationManifest Write(int parallelism, Action<BuildProgress> progress, CancellationToken cancel)
    {
        using var writer = new GenerationWriter(output.Building, indexes);
        foreach (var problem in catalog.Problems) Add(writer, problem);
        var done = 0;
        var total = catalog.Items.Count;
        progress(new BuildProgress(BuildPhase.Reading, 0, total));
        foreach (var result in OrderedWork.Run(catalog.Items, Work, WeightOf, parallelism, HeaviestWindow, cancel))
        {
            if (result.Problem is not null) Add(writer, result.Problem);
            else Add(writer, result);
            progress(new BuildProgress(BuildPhase.Reading, ++done, total));
        }

        progress(new BuildProgress(BuildPhase.Indexing, done, total));
        return writer.Complete(definition.Name);
    }

    /// <summary>One item, from its file to its records; on any thread.</summary>
    private ItemResult Work(SourceItem item)
    {
        var (bytes, hash, problem) = SourceFile.Read(item);
        if (problem is not null) return new ItemResult(item, problem, null, default, false);
        var options = StageOptions.Of(item);
        var key = options.KeyFor(hash, CodeVersion.OfStages);
        if (_cache.Find(key) is { } known && GenerationJson.TryRead<DocumentRecord>(known.Document.Span, out _) is { } kept)
            return new ItemResult(item, null, kept, known, true);
        try
        {
            var (record, lines) = DocumentStage.Run(read, bytes, options);
            _cache.Keep(key, lines);
            return new ItemResult(item, null, record, lines, false);
        }
        catch (Exception wrong) when (wrong is not (OutOfMemoryException or IOException or UnauthorizedAccessException))
        {
            // Reading is total by its contract; where it is not after all, one document fails and not the night's build.
            var failure = item.Problem("reading-failed", $"The program failed to read it ({wrong.GetType().Name}).");
            return new ItemResult(item, failure, null, default, false);
        }
    }

    private void Add(GenerationWriter writer, SourceProblem problem)
    {
        if (BuildLog.IsFailure(problem)) _failed.Add(BuildLog.FailedItemOf(problem));
        Add(writer, BuildLog.DiagnosticOf(problem));
    }

    private void Add(GenerationWriter writer, ItemResult result)
    {
        writer.Add(result.Record!, result.Lines);
        if (result.FromCache) _cached++;
        foreach (var diagnostic in BuildLog.DiagnosticsOf(result.Item, result.Record!)) Add(writer, diagnostic);
    }

    private void Add(GenerationWriter writer, BuildDiagnostic diagnostic)
    {
        writer.Add(diagnostic);
        var count = ++CollectionsMarshal.GetValueRefOrAddDefault(_codes, (diagnostic.Code, diagnostic.Severity), out _);
        if (!diagnostic.Failed && diagnostic.Severity > DiagnosticSeverity.Info && count <= MostNoticed) _noticed.Add(diagnostic);
    }

    private BuildReport Report(BuildOutcome outcome, string? id, GenerationCounts counts) => new()
    {
        Outcome = outcome,
        Pipeline = definition.Name,
        Output = output.Path,
        GenerationId = id,
        Counts = counts,
        Cached = _cached,
        Failed = _failed,
        Noticed = _noticed,
        Diagnostics = BuildLog.InOrder(_codes),
    };

    private static long WeightOf(SourceItem item)
    {
        try
        {
            return new FileInfo(item.FullPath).Length;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>What came of one item: a problem, or its record and lines.</summary>
    private sealed record ItemResult(SourceItem Item, SourceProblem? Problem, DocumentRecord? Record, StageResult Lines, bool FromCache);
}
