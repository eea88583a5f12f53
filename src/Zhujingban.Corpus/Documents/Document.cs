using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Documents;

/// <summary>
/// One document on its way through the stages. Markup fills <see cref="Text"/>, <see cref="Blocks"/>, the data and
/// <see cref="Dropped"/>; reuse moves repeats to <see cref="Duplicates"/>; structure fills <see cref="Metadata"/>,
/// <see cref="Sections"/> and <see cref="Clauses"/>. Every stage gives a new document and adds its diagnostics.
/// </summary>
/// <param name="Id">The document's id in its corpus; without <c>#</c>, but for a ready-made record.</param>
/// <param name="Source">What it was read from.</param>
/// <param name="Format">The markup it was read as.</param>
/// <param name="Text">The readable text and its map to the source.</param>
public sealed record Document(string Id, SourceText Source, SourceFormat Format, MappedText Text)
{
    /// <summary>The title, or null when neither the caller nor the source gives one.</summary>
    public string? Title { get; init; }

    /// <summary>The range of the text that is the title; null when the title does not stand in the text.</summary>
    public TextSpan? TitleSpan { get; init; }

    /// <summary>The document that a ready-made record says it is part of; null for every other document.</summary>
    public string? PartOf { get; init; }

    /// <summary>The blocks of the text.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>The parts of an official document.</summary>
    public DocumentMetadata Metadata { get; init; } = DocumentMetadata.None;

    /// <summary>The sections, in document order.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>The clauses, in document order.</summary>
    public IReadOnlyList<Clause> Clauses { get; init; } = [];

    /// <summary>Infoboxes, in source order.</summary>
    public IReadOnlyList<Infobox> Infoboxes { get; init; } = [];

    /// <summary>Tables, in source order.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Every template use, in source order.</summary>
    public IReadOnlyList<TemplateUse> Templates { get; init; } = [];

    /// <summary>Links, in source order.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Categories, in source order.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>Footnotes, in the order of their first use.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>What is not part of the text, and why; no two overlap.</summary>
    public IReadOnlyList<Drop> Dropped { get; init; } = [];

    /// <summary>What repeats the text and is left out of it.</summary>
    public IReadOnlyList<Duplicate> Duplicates { get; init; } = [];

    /// <summary>What the stages have to say, decoding first.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
