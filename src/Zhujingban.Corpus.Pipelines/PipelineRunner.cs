using Zhujingban.Corpus.Pipelines.Definitions;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Pipelines.Stages;

namespace Zhujingban.Corpus.Pipelines;

/// <summary>
/// Runs a pipeline: definition → sources → documents → generation → verification → publication. Whatever goes wrong on the
/// way, the live generation stays as it is until a whole new one takes its place.
/// </summary>
public sealed class PipelineRunner
{
    private readonly ISearchIndexStore _indexes;
    private readonly ReadDocument _read;

    /// <summary>A runner that reads documents as <see cref="DocumentReader"/> does.</summary>
    /// <param name="indexes">Where search indexes come from.</param>
    public PipelineRunner(ISearchIndexStore indexes)
        : this(indexes, DocumentReader.Read)
    {
    }

    internal PipelineRunner(ISearchIndexStore indexes, ReadDocument read)
    {
        _indexes = indexes;
        _read = read;
    }

    /// <summary>Builds and publishes a generation.</summary>
    /// <param name="options">What to build, and how.</param>
    /// <param name="progress">Takes how far the build is; called from the calling thread.</param>
    /// <param name="cancel">Ends the build between documents; what was read stays in the cache for the next one.</param>
    /// <returns>What came of it; <see cref="BuildReport.ExitCode"/> sums it up.</returns>
    /// <exception cref="PipelineException">The definition is wrong, input is missing, another build holds the lock, or the
    /// output folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    public BuildReport Run(BuildOptions options, Action<BuildProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var definition = PipelineDefinitionReader.Read(options.DefinitionPath);
        if (options.Output is { } output) definition = definition with { Output = Path.GetFullPath(output) };
        var catalog = SourceCatalog.Load(definition);
        if (options.DryRun) return Plan(definition, catalog);
        try
        {
            Directory.CreateDirectory(definition.Output);
            var folder = new OutputFolder(definition.Output);
            using var held = BuildLock.Take(folder);
            var build = new GenerationBuild(definition, catalog, folder, _indexes, _read);
            return build.Run(Math.Max(options.Parallelism, 1), progress ?? (_ => { }), cancel);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Usage, $"{OneLine.Escape(definition.Output)}: the output folder cannot be written "
                + $"({OneLine.Escape(wrong.Message)}); nothing was published", wrong);
        }
    }

    private static BuildReport Plan(PipelineDefinition definition, SourceCatalog catalog) => new()
    {
        Outcome = BuildOutcome.DryRun,
        Pipeline = definition.Name,
        Output = definition.Output,
        Items = [.. catalog.Items.Select(item => new PlannedItem(item.Id, item.Shown, item.Format, item.Clean, item.Entry?.Title))],
        Failed = [.. catalog.Problems.Where(BuildLog.IsFailure).Select(BuildLog.FailedItemOf)],
        Diagnostics = BuildLog.Count(catalog.Problems.Select(BuildLog.DiagnosticOf)),
    };
}
