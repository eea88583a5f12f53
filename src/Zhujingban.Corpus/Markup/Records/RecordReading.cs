using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Records;

/// <summary>What came of one line of ready-made records: a document, or what is wrong with the line.</summary>
public sealed record RecordReading
{
    /// <summary>The record as a document of one clause, which has the document's id; null when the line is no record.</summary>
    public Document? Document { get; init; }

    /// <summary>The id that the line gives, however wrong the rest is; null where it gives none.</summary>
    public string? Id { get; init; }

    /// <summary>A stable kebab-case name of what is wrong; null for a record.</summary>
    public string? FaultCode { get; init; }

    /// <summary>One English sentence on what is wrong; null for a record.</summary>
    public string? Fault { get; init; }

    /// <summary>The names of the fields that are not known; they are left out.</summary>
    public IReadOnlyList<string> UnknownFields { get; init; } = [];
}
