using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup;

/// <summary>What the caller knows of a document before it is read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title, or null when the source is to give it.</param>
/// <param name="Variant">The Chinese variant to convert the text to (<c>zh-cn</c>, <c>zh-tw</c> …), or null to keep its script.</param>
public sealed record MarkupOptions(string Id, string? Title = null, string? Variant = null);

/// <summary>A kind of markup: reads a source into a document's text, blocks and data.</summary>
public interface IMarkupFormat
{
    /// <summary>The format this reads.</summary>
    SourceFormat Format { get; }

    /// <summary>
    /// Reads any source, in time proportional to its length: what cannot be understood gives a diagnostic, never an exception.
    /// The document's runs and drops tile the source; metadata, sections and clauses are still empty. A format whose source has no
    /// text positions (a page, an archive) gives the document a source of its own, the rendition that it reads.
    /// </summary>
    Document Read(SourceText source, MarkupOptions options);
}
