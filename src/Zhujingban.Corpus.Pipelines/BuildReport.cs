using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Generations;

namespace Zhujingban.Corpus.Pipelines;

/// <summary>How a build ended.</summary>
public enum BuildOutcome
{
    /// <summary>A new generation is live.</summary>
    Published,

    /// <summary>The live generation says the same already; nothing was written.</summary>
    Unchanged,

    /// <summary>There was no document to publish; what was live stays live.</summary>
    NothingToPublish,

    /// <summary>The new generation is not sound; what was live stays live.</summary>
    VerificationFailed,

    /// <summary>Nothing was read or written; the report tells what would be.</summary>
    DryRun,
}

/// <summary>What came of a build.</summary>
public sealed record BuildReport
{
    /// <summary>How it ended.</summary>
    public required BuildOutcome Outcome { get; init; }

    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The folder that holds the generations.</summary>
    public required string Output { get; init; }

    /// <summary>The id of the generation that was published or stays; null where there is none.</summary>
    public string? GenerationId { get; init; }

    /// <summary>How much the generation holds.</summary>
    public GenerationCounts Counts { get; init; } = new();

    /// <summary>How many of its documents were taken from the cache.</summary>
    public int Cached { get; init; }

    /// <summary>The documents in their order; filled by a dry run only.</summary>
    public IReadOnlyList<PlannedItem> Items { get; init; } = [];

    /// <summary>What could not be read, and why; of many lines of one file that fail alike, the first.</summary>
    public IReadOnlyList<FailedItem> Failed { get; init; } = [];

    /// <summary>Diagnostics of documents that were read, from warnings on: the first of each code, with their files.</summary>
    public IReadOnlyList<BuildDiagnostic> Noticed { get; init; } = [];

    /// <summary>How often each diagnostic was given, by code.</summary>
    public IReadOnlyList<DiagnosticCount> Diagnostics { get; init; } = [];

    /// <summary>What verification found; empty for a sound generation.</summary>
    public IReadOnlyList<GenerationFault> Faults { get; init; } = [];

    /// <summary>What the command tells the shell.</summary>
    public ExitCode ExitCode => Outcome switch
    {
        BuildOutcome.NothingToPublish => ExitCode.InputMissing,
        BuildOutcome.VerificationFailed => ExitCode.VerificationFailed,
        _ => Failed.Count > 0 || Diagnostics.Any(count => count.Severity == DiagnosticSeverity.Error) ? ExitCode.SomeFailed : ExitCode.Done,
    };
}

/// <summary>A document that a build would read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">Its file, relative to the manifest or the definition.</param>
/// <param name="Format">The markup it is read as; null where the text is to tell.</param>
/// <param name="Clean">True where repeated, shuffled text is rebuilt.</param>
/// <param name="Title">The title that its manifest gives, or null.</param>
public sealed record PlannedItem(string Id, string File, SourceFormat? Format, bool Clean, string? Title);

/// <summary>A document, or a line of a manifest, that could not be read.</summary>
/// <param name="Id">The document's id, or null where it has none.</param>
/// <param name="File">The file: a source, or a manifest.</param>
/// <param name="Line">The line of the file, from 1; null where it is about the whole.</param>
/// <param name="Code">A stable kebab-case name, such as <c>sha256-mismatch</c>.</param>
/// <param name="Message">One English sentence for a person.</param>
public sealed record FailedItem(string? Id, string File, int? Line, string Code, string Message);

/// <summary>How often a diagnostic was given.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Count">How often.</param>
public sealed record DiagnosticCount(string Code, DiagnosticSeverity Severity, int Count);
