using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>What a build has to say of a source: a line of <c>diagnostics.jsonl</c>.</summary>
public sealed record BuildDiagnostic
{
    /// <summary>The version of the records' shape.</summary>
    public int SchemaVersion { get; init; } = DocumentRecord.CurrentSchemaVersion;

    /// <summary>The document's id; null where the item has none.</summary>
    public string? Document { get; init; }

    /// <summary>The file: the source, or its manifest where that is at fault.</summary>
    public required string File { get; init; }

    /// <summary>The line of the file, from 1; null where the spans tell the place or it is about the whole.</summary>
    public int? Line { get; init; }

    /// <summary>A stable kebab-case name.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>One English sentence for a person.</summary>
    public required string Message { get; init; }

    /// <summary>Where, as spans of the source text.</summary>
    public IReadOnlyList<TextSpan> Spans { get; init; } = [];

    /// <summary>True when the item failed by it, and the generation is without it.</summary>
    public bool Failed { get; init; }
}
