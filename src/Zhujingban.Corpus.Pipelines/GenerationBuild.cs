using System.Runtime.InteropServices;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Definitions;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Pipelines.Stages;

namespace Zhujingban.Corpus.Pipelines;

/// <summary>One build, whose lock is held.</summary>
internal sealed class GenerationBuild(
    PipelineDefinition definition, SourceCatalog catalog, OutputFolder output, ISearchIndexStore indexes, ReadDocument read)
{
    /// <summary>What the documents at hand may weigh together, in bytes of their sources.</summary>
    private const long HeaviestWindow = 64 << 20;

    /// <summary>How many diagnostics of one code the report names one by one; all are in the generation.</summary>
    private const int MostNoticed = 20;

    /// <summary>
    /// How many failures of one code the report lists of one file, likewise: manifests and folders of sources stay below, the lines of a
    /// file of records may all be wrong.
    /// </summary>
    private const int MostFailed = 1000;

    private readonly GenerationPublisher _publisher = new(output);
    private readonly DocumentCache _cache = new(output.Cache);
    private readonly RecordAccount _records = new(catalog.Items);
    private readonly List<FailedItem> _failed = [];
    private readonly Dictionary<(string File, string Code), int> _failures = [];
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
        int? total = catalog.Items.Any(item => item.Format == SourceFormat.Records) ? null : catalog.Items.Count;
        progress(new BuildProgress(BuildPhase.Reading, 0, total));
        var work = new ItemWork(_cache, read);
        var units = OrderedWork.Run(ItemWork.UnitsOf(catalog.Items), work.Run, unit => unit.Weight, parallelism, HeaviestWindow, cancel);
        foreach (var result in units.SelectMany(results => results))
        {
            Add(writer, _records.Check(result));
            progress(new BuildProgress(BuildPhase.Reading, ++done, total));
        }

        progress(new BuildProgress(BuildPhase.Indexing, done, total));
        return writer.Complete(definition.Name);
    }

    private void Add(GenerationWriter writer, SourceProblem problem)
    {
        var failed = BuildLog.FailedItemOf(problem);
        if (BuildLog.IsFailure(problem) && ++CollectionsMarshal.GetValueRefOrAddDefault(_failures, (failed.File, failed.Code), out _) <= MostFailed)
            _failed.Add(failed);
        Add(writer, BuildLog.DiagnosticOf(problem));
    }

    private void Add(GenerationWriter writer, ItemResult result)
    {
        foreach (var field in _records.UnknownFields(result)) Add(writer, field);
        if (result.Problem is { } problem)
        {
            Add(writer, problem);
            return;
        }

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
}
