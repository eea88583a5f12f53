using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli;

/// <summary>A section with what one needs to cite it, as JSON.</summary>
/// <param name="SchemaVersion">The version of this shape.</param>
/// <param name="Generation">The generation it was read from.</param>
/// <param name="Id"><c>documentId#eId</c>.</param>
/// <param name="DocumentId">Its document.</param>
/// <param name="Title">The document's title, or null.</param>
/// <param name="Metadata">The document's parts.</param>
/// <param name="Origin">Where the document comes from, or null.</param>
/// <param name="Sha256">SHA-256 of the source that the spans count in.</param>
/// <param name="Headings">The headings above it, outermost first.</param>
/// <param name="Section">The section.</param>
/// <param name="Sections">The sections in it, in document order.</param>
/// <param name="Clauses">The clauses in it and in them, in document order.</param>
internal sealed record SectionInContext(
    int SchemaVersion, string Generation, string Id, string DocumentId, string? Title, DocumentMetadata Metadata, OriginRecord? Origin, string Sha256,
    IReadOnlyList<string> Headings, SectionRecord Section, IReadOnlyList<SectionRecord> Sections, IReadOnlyList<ClauseRecord> Clauses)
{
    /// <summary>Ids tell what stands in what, also in a rebuilt notice.</summary>
    public static SectionInContext Of(string generation, DocumentRecord document, SectionRecord section)
    {
        bool Holds(string outer, string inner) => inner.StartsWith(outer + "__", StringComparison.Ordinal);
        return new SectionInContext(
            DocumentRecord.CurrentSchemaVersion, generation, ClauseRecord.IdOf(document.Id, section.EId), document.Id, document.Title, document.Metadata,
            document.Origin, document.Sha256,
            [.. document.Sections.Where(outer => Holds(outer.EId, section.EId)).Select(outer => outer.Num + outer.Heading)],
            section,
            [.. document.Sections.Where(inner => Holds(section.EId, inner.EId))],
            [.. document.Clauses.Where(clause => Holds(section.EId, clause.EId))]);
    }
}
