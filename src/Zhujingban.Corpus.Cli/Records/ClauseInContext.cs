using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli;

/// <summary>A clause with what one needs to cite it, as JSON.</summary>
/// <param name="SchemaVersion">The version of this shape.</param>
/// <param name="Generation">The generation it was read from.</param>
/// <param name="DocumentId">Its document.</param>
/// <param name="Title">The document's title, or null.</param>
/// <param name="Metadata">The document's parts.</param>
/// <param name="Origin">Where the document comes from, or null.</param>
/// <param name="Sha256">SHA-256 of the source that the spans count in.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Duplicates">The repeats of it that were left out.</param>
internal sealed record ClauseInContext(
    int SchemaVersion, string Generation, string DocumentId, string? Title, DocumentMetadata Metadata, OriginRecord? Origin, string Sha256,
    ClauseRecord Clause, IReadOnlyList<DuplicateRecord> Duplicates)
{
    public static ClauseInContext Of(string generation, DocumentRecord document, ClauseRecord clause) => new(
        DocumentRecord.CurrentSchemaVersion, generation, document.PartOf ?? document.Id, document.Title, document.Metadata, document.Origin, document.Sha256,
        clause, [.. document.Duplicates.Where(duplicate => duplicate.OfSpans.Any(of => clause.Spans.Any(of.Overlaps)))]);
}
