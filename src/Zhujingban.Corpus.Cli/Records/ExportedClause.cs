using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli;

/// <summary>A clause that stands alone, as JSON: with what tells its document.</summary>
/// <param name="SchemaVersion">The version of this shape.</param>
/// <param name="Id"><c>documentId#eId</c>.</param>
/// <param name="DocumentId">Its document.</param>
/// <param name="Title">The document's title, or null.</param>
/// <param name="DocumentNumber">The document's 发文字号, or null.</param>
/// <param name="Kind">clause, paragraph, item or row.</param>
/// <param name="Num">Its mark, or null.</param>
/// <param name="Level">Its depth.</param>
/// <param name="Path">Its number path.</param>
/// <param name="Headings">The headings above.</param>
/// <param name="Text">Its text.</param>
/// <param name="Spans">Its source.</param>
/// <param name="Hash">The hash of its path and text.</param>
internal sealed record ExportedClause(
    int SchemaVersion, string Id, string DocumentId, string? Title, string? DocumentNumber, ClauseKind Kind, string? Num, int Level,
    IReadOnlyList<string> Path, IReadOnlyList<string> Headings, string Text, IReadOnlyList<TextSpan> Spans, string Hash)
{
    public static ExportedClause Of(DocumentRecord document, ClauseRecord clause) => new(
        DocumentRecord.CurrentSchemaVersion, clause.Id, document.PartOf ?? document.Id, document.Title, document.Metadata.DocumentNumber, clause.Kind,
        clause.Num, clause.Level, clause.Path, clause.Headings, clause.Text, clause.Spans, clause.Hash);
}
