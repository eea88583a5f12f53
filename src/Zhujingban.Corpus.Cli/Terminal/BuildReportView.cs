using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Pipelines.Generations;

namespace Zhujingban.Corpus.Cli;

/// <summary>Tells a person, or a night's log, what came of a build.</summary>
internal static class BuildReportView
{
    /// <summary>Standard output: what there is now.</summary>
    public static void Write(CommandHost host, BuildReport report)
    {
        var counts = report.Counts;
        var summary = report.Outcome switch
        {
            BuildOutcome.Published => $"published generation {report.GenerationId}",
            BuildOutcome.Unchanged => $"unchanged: generation {report.GenerationId} stays",
            BuildOutcome.NothingToPublish => "nothing to publish: no document could be read",
            BuildOutcome.VerificationFailed => "not published: verification failed",
            _ => $"dry run: {report.Items.Count} documents would be read",
        };
        host.Out.WriteLine($"{SafeText.ForTerminal(report.Pipeline)}: {summary}");
        foreach (var item in report.Items) host.Out.WriteLine($"  {SafeText.ForTerminal(Describe(item))}");
        if (report.Outcome is not (BuildOutcome.Published or BuildOutcome.Unchanged)) return;
        host.Out.WriteLine($"  {counts.Documents} documents ({report.Cached} unchanged since they were last read), {counts.Sections} sections, "
            + $"{counts.Clauses} clauses, {counts.Entries} entries to search");
        host.Out.WriteLine($"  in {SafeText.ForTerminal(report.Output)}");
    }

    /// <summary>Standard error: what could not be read, what was noticed, what is not sound.</summary>
    public static void WriteFailures(CommandHost host, BuildReport report)
    {
        foreach (var item in report.Failed)
            host.Error.WriteLine($"zhujingban: {SafeText.ForTerminal($"{item.File}{(item.Line is { } line ? $":{line}" : "")}: {item.Message}")}");
        foreach (var fault in report.Faults) WriteFault(host, fault);
        foreach (var noticed in report.Noticed)
        {
            host.Error.WriteLine($"zhujingban: {noticed.Severity.ToString().ToLowerInvariant()}: "
                + SafeText.ForTerminal($"{noticed.File}{(noticed.Line is { } line ? $":{line}" : "")}: {noticed.Code}: {noticed.Message}"));
        }

        foreach (var count in report.Diagnostics)
        {
            var named = report.Noticed.Count(noticed => noticed.Code == count.Code && noticed.Severity == count.Severity)
                + (count.Severity == DiagnosticSeverity.Error ? report.Failed.Count(item => item.Code == count.Code) : 0);
            if (named > 0 && named < count.Count) host.Error.WriteLine($"zhujingban: {count.Code}: {count.Count - named} more");
        }
    }

    /// <summary>One fault of a generation.</summary>
    public static void WriteFault(CommandHost host, GenerationFault fault)
    {
        var place = fault.Place is null ? fault.File : $"{fault.File}: {fault.Place}";
        host.Error.WriteLine($"zhujingban: {SafeText.ForTerminal($"{place}: {fault.Message}")}");
    }

    private static string Describe(PlannedItem item) =>
        $"{item.Id}: {item.File} ({(item.Format is { } format ? SourceFormats.NameOf(format) : "auto")}{(item.Clean ? ", clean" : "")})";
}
