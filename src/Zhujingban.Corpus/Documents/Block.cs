namespace Zhujingban.Corpus.Documents;

/// <summary>What a block is to a reader.</summary>
public enum BlockKind
{
    /// <summary>A heading of the markup.</summary>
    Heading,

    /// <summary>A paragraph, or a line of plain text.</summary>
    Paragraph,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A row of a table, its cells one after another.</summary>
    TableRow,

    /// <summary>The caption of a table or a file.</summary>
    Caption,

    /// <summary>Text whose line breaks and spaces are its own.</summary>
    Preformatted,
}

/// <summary>
/// A block of a document's text, as markup gives it. Blocks stand in document order and do not overlap; <see cref="Level"/>
/// and order make the tree: a heading holds what follows up to the next of its level or a higher one, an item holds the
/// deeper items behind it.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its range of the document's text, without separators.</param>
public sealed record Block(BlockKind Kind, TextSpan Span)
{
    /// <summary>Headings: 1 (highest) to 6. Items: their depth, from 1. Other blocks inside an item: that item's depth. Else 0.</summary>
    public int Level { get; init; }

    /// <summary>The counted number of an ordered item, such as <c>2.</c>, which stands in no text; else null.</summary>
    public string? Num { get; init; }

    /// <summary>Table rows and captions of tables: the table's number in <see cref="Document.Tables"/>; else -1.</summary>
    public int Table { get; init; } = -1;
}
