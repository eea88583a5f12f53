using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Pipelines.Sources;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines;

/// <summary>What a build has to say, on its way into the report and the generation.</summary>
internal static class BuildLog
{
    /// <summary>True when an item or a manifest line failed.</summary>
    public static bool IsFailure(SourceProblem problem) => problem.Severity == DiagnosticSeverity.Error;

    /// <summary>A failure as the report lists it.</summary>
    public static FailedItem FailedItemOf(SourceProblem problem) =>
        new(problem.Id, problem.File, problem.Line, problem.Code, problem.Message);

    /// <summary>A problem as the generation keeps it.</summary>
    public static BuildDiagnostic DiagnosticOf(SourceProblem problem) => new()
    {
        Document = problem.Id,
        File = problem.File,
        Line = problem.Line,
        Code = problem.Code,
        Severity = problem.Severity,
        Message = problem.Message,
        Failed = IsFailure(problem),
    };

    /// <summary>A document's diagnostics as the generation keeps them.</summary>
    public static IEnumerable<BuildDiagnostic> DiagnosticsOf(SourceItem item, DocumentRecord record) =>
        record.Diagnostics.Select(diagnostic => new BuildDiagnostic
        {
            Document = record.Id,
            File = item.Shown,
            Line = record.Origin?.Line,
            Code = diagnostic.Code,
            Severity = diagnostic.Severity,
            Message = diagnostic.Message,
            Spans = diagnostic.Spans,
        });

    /// <summary>Counts diagnostics by code and severity, the gravest first.</summary>
    public static IReadOnlyList<DiagnosticCount> Count(IEnumerable<BuildDiagnostic> diagnostics) =>
        InOrder(diagnostics.CountBy(diagnostic => (diagnostic.Code, diagnostic.Severity)));

    /// <summary>Counts in the order of a report.</summary>
    public static IReadOnlyList<DiagnosticCount> InOrder(
        IEnumerable<KeyValuePair<(string Code, DiagnosticSeverity Severity), int>> counts) =>
    [
        .. counts.Select(count => new DiagnosticCount(count.Key.Code, count.Key.Severity, count.Value))
            .OrderByDescending(count => count.Severity).ThenBy(count => count.Code, StringComparer.Ordinal),
    ];
}
