using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Records;

/// <summary>A document as JSON: what <c>extract</c> prints and what a generation keeps. Spans are of the source text.</summary>
public sealed record DocumentRecord
{
    /// <summary>The version of the records' shape; it changes when a field changes its meaning or goes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The version of this record's shape.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The document's id.</summary>
    public required string Id { get; init; }

    /// <summary>The title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The document that a ready-made record says it is part of; null for every other document.</summary>
    public string? PartOf { get; init; }

    /// <summary>The markup it was read as.</summary>
    public required SourceFormat Format { get; init; }

    /// <summary>SHA-256 of the source's bytes, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where the source comes from; null where nobody said.</summary>
    public OriginRecord? Origin { get; init; }

    /// <summary>The readable text.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of an official document.</summary>
    public required DocumentMetadata Metadata { get; init; }

    /// <summary>The sections, flat, in document order.</summary>
    public required IReadOnlyList<SectionRecord> Sections { get; init; }

    /// <summary>The clauses, flat, in document order.</summary>
    public required IReadOnlyList<ClauseRecord> Clauses { get; init; }

    /// <summary>Infoboxes.</summary>
    public required IReadOnlyList<Infobox> Infoboxes { get; init; }

    /// <summary>Tables.</summary>
    public required IReadOnlyList<Table> Tables { get; init; }

    /// <summary>Template uses.</summary>
    public required IReadOnlyList<TemplateUse> Templates { get; init; }

    /// <summary>Links.</summary>
    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>Categories.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>Footnotes.</summary>
    public required IReadOnlyList<Reference> References { get; init; }

    /// <summary>Citations of other documents.</summary>
    public required IReadOnlyList<CitationRecord> Citations { get; init; }

    /// <summary>What repeats the text and is left out.</summary>
    public required IReadOnlyList<DuplicateRecord> Duplicates { get; init; }

    /// <summary>What else is left out: one entry a reason.</summary>
    public required IReadOnlyList<DropRecord> Dropped { get; init; }

    /// <summary>How the source's code units are accounted for.</summary>
    public required SourceCoverage Coverage { get; init; }

    /// <summary>What the stages have to say.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}

/// <summary>Where a source comes from, as its manifest says.</summary>
/// <param name="Path">The file, relative to the pipeline's manifest or definition.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Origin">Where it was taken from: an address or a sentence.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="Language">Its language, BCP 47.</param>
public sealed record OriginRecord(string? Path, string? MediaType, string? Origin, string? Licence, string? Language)
{
    /// <summary>The line of the file that is a ready-made record, from 1; null where the file is the document.</summary>
    public int? Line { get; init; }
}

/// <summary>A section as JSON.</summary>
/// <param name="EId">Its Akoma Ntoso id.</param>
/// <param name="Num">Its mark as written, or null.</param>
/// <param name="Heading">Its heading without the mark, or null.</param>
/// <param name="Level">Its depth, from 1.</param>
/// <param name="Spans">The source of all it holds.</param>
public sealed record SectionRecord(string EId, string? Num, string? Heading, int Level, IReadOnlyList<TextSpan> Spans);

/// <summary>A clause as JSON.</summary>
/// <param name="Id"><c>documentId#eId</c>; the document's id for a ready-made record.</param>
/// <param name="EId">Its Akoma Ntoso id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Num">Its mark as written, the counted number of an ordered item, or null.</param>
/// <param name="Level">Its depth.</param>
/// <param name="Path">The marks around it, its own included.</param>
/// <param name="Headings">The headings around it, outermost first.</param>
/// <param name="Text">Its text.</param>
/// <param name="Spans">Its source.</param>
/// <param name="Hash">The hash of path and text that names its content: see <see cref="ContentHash"/>.</param>
public sealed record ClauseRecord(
    string Id, string EId, ClauseKind Kind, string? Num, int Level, IReadOnlyList<string> Path, IReadOnlyList<string> Headings,
    string Text, IReadOnlyList<TextSpan> Spans, string Hash)
{
    /// <summary>The id of a clause.</summary>
    /// <param name="documentId">The id of its document.</param>
    /// <param name="eId">Its id there; empty where the document is a ready-made record.</param>
    public static string IdOf(string documentId, string eId)
    {
        ArgumentNullException.ThrowIfNull(eId);
        return eId.Length == 0 ? documentId : $"{documentId}#{eId}";
    }
}

/// <summary>A citation of a document, as JSON.</summary>
/// <param name="Text">The citation as written.</param>
/// <param name="Kind">What is cited, in kebab-case.</param>
/// <param name="DocumentNumber">The 发文字号 it names, or null.</param>
/// <param name="Title">The title it names, or null.</param>
/// <param name="Article">The article it names, or null.</param>
/// <param name="Target">The id it leads to in the corpus, or null.</param>
/// <param name="Spans">Its source.</param>
public sealed record CitationRecord(
    string Text, string Kind, string? DocumentNumber, string? Title, string? Article, string? Target, IReadOnlyList<TextSpan> Spans);

/// <summary>A repeat that is left out, as JSON.</summary>
/// <param name="Of">The eId of the unit that keeps the text; <c>title</c> for the title, null where it is no unit.</param>
/// <param name="Spans">The source that is left out.</param>
/// <param name="OfSpans">The source that is kept.</param>
/// <param name="Similarity">1 for equal texts.</param>
/// <param name="Reason">The rule that decided.</param>
public sealed record DuplicateRecord(
    string? Of, IReadOnlyList<TextSpan> Spans, IReadOnlyList<TextSpan> OfSpans, double Similarity, string Reason);

/// <summary>What is left out for one reason, as JSON.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Spans">The source that is left out.</param>
public sealed record DropRecord(DropReason Reason, IReadOnlyList<TextSpan> Spans);
