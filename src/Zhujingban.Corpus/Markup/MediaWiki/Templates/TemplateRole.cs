namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>What a template is to a reader.</summary>
internal enum TemplateRole : byte
{
    /// <summary>Not in the catalogue: in a sentence its only unnamed parameter is its text; else it has none.</summary>
    Unknown,

    /// <summary>Text in a sentence, as its pattern says.</summary>
    Inline,

    /// <summary>Text of its own lines, as its pattern says.</summary>
    Block,

    /// <summary>Items of a list: its unnamed parameters.</summary>
    List,

    /// <summary>A cell of a table with attributes of its own, and text.</summary>
    Cell,

    /// <summary>Fields and values beside the text.</summary>
    Infobox,

    /// <summary>A work that is cited.</summary>
    Citation,

    /// <summary>A footnote with the text of its first parameter.</summary>
    Note,

    /// <summary>A footnote with an author, a year and a page, as its pattern says: the same one again where they are the same.</summary>
    ShortNote,

    /// <summary>Marks of footnotes that are defined elsewhere.</summary>
    NamedNote,

    /// <summary>The place where footnotes are listed.</summary>
    ReferenceList,

    /// <summary>A notice to editors or readers about the page.</summary>
    Maintenance,

    /// <summary>Links to other pages: boxes, portals, see-alsos.</summary>
    Navigation,

    /// <summary>Rules for language variants that hold for the whole page.</summary>
    Conversion,

    /// <summary>What shapes a page without adding text: columns, spaces, anchors, sort keys.</summary>
    Layout,
}
