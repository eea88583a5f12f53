using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>A source as a generation keeps it: what proves that a document lost nothing of it.</summary>
public sealed record StoredSource
{
    /// <summary>The version of the records' shape.</summary>
    public int SchemaVersion { get; init; } = DocumentRecord.CurrentSchemaVersion;

    /// <summary>The document's id.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the bytes as they came in, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The encoding that was read.</summary>
    public required string Encoding { get; init; }

    /// <summary>The decoded text, which every span counts in.</summary>
    public required string Text { get; init; }

    /// <summary>The runs of the document's text, each <c>[textStart,textEnd,sourceStart,sourceEnd,kind]</c>.</summary>
    public required IReadOnlyList<MappedRun> Runs { get; init; }
}
