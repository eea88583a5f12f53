using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>What a generation is and holds: <c>manifest.json</c>.</summary>
public sealed record GenerationManifest
{
    /// <summary>The version of the records' shape.</summary>
    public int SchemaVersion { get; init; } = DocumentRecord.CurrentSchemaVersion;

    /// <summary>The generation's id: a hash over the rest of this manifest, and so over every file.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the pipeline that made it.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>How much it holds.</summary>
    public required GenerationCounts Counts { get; init; }

    /// <summary>Every other file, by path.</summary>
    public required IReadOnlyList<GenerationFile> Files { get; init; }
}

/// <summary>How much a generation holds.</summary>
public sealed record GenerationCounts
{
    /// <summary>Documents.</summary>
    public int Documents { get; init; }

    /// <summary>Sections.</summary>
    public int Sections { get; init; }

    /// <summary>Clauses of kind clause, the numbered ones.</summary>
    public int Clauses { get; init; }

    /// <summary>Entries of the search index: a document each, and clauses of every kind.</summary>
    public int Entries { get; init; }

    /// <summary>Items that could not be read.</summary>
    public int Failed { get; init; }

    /// <summary>Diagnostics, those of failed items included.</summary>
    public int Diagnostics { get; init; }
}

/// <summary>A file of a generation.</summary>
/// <param name="Path">Its path inside the generation, with <c>/</c>.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hex.</param>
public sealed record GenerationFile(string Path, long Size, string Sha256);

/// <summary>What is wrong with a generation.</summary>
/// <param name="File">The file, relative to the generation's folder.</param>
/// <param name="Place">Where in it: a document's or clause's id, a line; null where it is about the whole.</param>
/// <param name="Message">One English sentence for a person.</param>
public sealed record GenerationFault(string File, string? Place, string Message);
