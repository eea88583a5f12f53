using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Pipelines.Generations;

namespace Zhujingban.Corpus.Cli;

/// <summary>The report of a build as JSON.</summary>
/// <param name="SchemaVersion">The version of this shape.</param>
/// <param name="Outcome">published, unchanged, nothing-to-publish, verification-failed or dry-run.</param>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Output">The folder that holds the generations.</param>
/// <param name="Generation">The generation that was published or stays, or null.</param>
/// <param name="Counts">How much it holds.</param>
/// <param name="Cached">How many documents were taken from the cache.</param>
/// <param name="Items">What would be read; filled by a dry run.</param>
/// <param name="Failed">What could not be read.</param>
/// <param name="Noticed">What was noticed of documents that were read, from warnings on: the first of each code.</param>
/// <param name="Diagnostics">How often each diagnostic was given.</param>
/// <param name="Faults">What verification found.</param>
internal sealed record BuildReportRecord(
    int SchemaVersion, BuildOutcome Outcome, string Pipeline, string Output, string? Generation, GenerationCounts Counts, int Cached,
    IReadOnlyList<PlannedItem> Items, IReadOnlyList<FailedItem> Failed, IReadOnlyList<BuildDiagnostic> Noticed,
    IReadOnlyList<DiagnosticCount> Diagnostics, IReadOnlyList<GenerationFault> Faults)
{
    public static BuildReportRecord Of(BuildReport report) => new(1, report.Outcome, report.Pipeline, report.Output, report.GenerationId,
        report.Counts, report.Cached, report.Items, report.Failed, report.Noticed, report.Diagnostics, report.Faults);
}
