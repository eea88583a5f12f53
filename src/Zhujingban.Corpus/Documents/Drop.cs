namespace Zhujingban.Corpus.Documents;

/// <summary>Why a part of the source is not part of the text.</summary>
public enum DropReason
{
    /// <summary>Characters that are markup only: brackets, tags, list marks, link targets, attributes.</summary>
    Markup,

    /// <summary>White space that a reader does not see.</summary>
    Whitespace,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A footnote and its mark; kept in <see cref="Document.References"/>.</summary>
    Reference,

    /// <summary>The place where footnotes are listed.</summary>
    ReferenceList,

    /// <summary>An infobox; kept in <see cref="Document.Infoboxes"/>.</summary>
    Infobox,

    /// <summary>A template without text of its own; kept in <see cref="Document.Templates"/>.</summary>
    Template,

    /// <summary>Navigation: boxes, menus, edit links.</summary>
    Navigation,

    /// <summary>A category; kept in <see cref="Document.Categories"/>.</summary>
    Category,

    /// <summary>A picture or another file without a caption; kept in <see cref="Document.Links"/>.</summary>
    File,

    /// <summary>A language-variant rule or an alternative that is not chosen.</summary>
    Variant,

    /// <summary>A list item or another block without content.</summary>
    Empty,

    /// <summary>Text of the page around a document: menus, share bars, related links, scripts.</summary>
    Boilerplate,

    /// <summary>A part that the program does not know how to read; a diagnostic says which.</summary>
    Unsupported,

    /// <summary>A field of a ready-made record that is no text: its id, its document, its headings, what is not known.</summary>
    Field,
}

/// <summary>A range of the source that is not part of the text, and why.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Span">The range of the source.</param>
public readonly record struct Drop(DropReason Reason, TextSpan Span);

/// <summary>A range of the source that says again what the text keeps elsewhere.</summary>
/// <param name="Span">The range of the source that is left out.</param>
/// <param name="Of">The range of the source that is kept instead.</param>
/// <param name="Similarity">1 for equal texts, below for near ones.</param>
/// <param name="Reason">The rule that decided, in kebab-case.</param>
public readonly record struct Duplicate(TextSpan Span, TextSpan Of, double Similarity, string Reason);
