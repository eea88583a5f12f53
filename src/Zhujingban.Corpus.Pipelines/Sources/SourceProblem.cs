using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>What is to be said of a source before it is read, or of a line of its manifest.</summary>
/// <param name="File">The file, never as an absolute path.</param>
/// <param name="Line">Its line, from 1; null where it is about the whole.</param>
/// <param name="Id">The document's id, or null where it has none.</param>
/// <param name="Code">A stable kebab-case name.</param>
/// <param name="Message">One English sentence for a person.</param>
internal sealed record SourceProblem(string File, int? Line, string? Id, string Code, string Message)
{
    /// <summary>How much it matters: an item fails by an error, and goes on with a warning.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;
}
