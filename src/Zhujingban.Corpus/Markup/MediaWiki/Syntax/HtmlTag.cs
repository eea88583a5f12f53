using System.Collections.Frozen;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>What an HTML element does to the text around it.</summary>
internal enum HtmlRole : byte
{
    /// <summary>Nothing.</summary>
    Inline,

    /// <summary>It starts on a line of its own.</summary>
    Block,

    /// <summary>A line break.</summary>
    LineBreak,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An ordered list.</summary>
    OrderedList,

    /// <summary>An unordered or definition list.</summary>
    List,

    /// <summary>An item, term or definition.</summary>
    Item,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A caption of a table.</summary>
    Caption,

    /// <summary>A row.</summary>
    Row,

    /// <summary>A cell.</summary>
    Cell,

    /// <summary>A heading cell.</summary>
    HeaderCell,

    /// <summary>Nothing to see: meta data.</summary>
    Metadata,

    /// <summary>Text whose script is never converted.</summary>
    Code,
}

/// <summary>An HTML element that wikitext allows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it does to the text around it.</param>
/// <param name="Void">True when it has no end tag.</param>
internal sealed record HtmlTag(string Name, HtmlRole Role, bool Void)
{
    private static readonly HtmlTag[] Tags = Read();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers = Tags
        .Select((tag, number) => (tag, number))
        .ToFrozenDictionary(pair => pair.tag.Name, pair => pair.number, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static HtmlTag Of(int number) => Tags[number];

    /// <summary>The number of the element of a name, in any case; -1 when wikitext does not allow it.</summary>
    public static int Find(ReadOnlySpan<char> name) => Numbers.TryGetValue(name, out var number) ? number : -1;

    private static HtmlTag[] Read() =>
    [
        .. EmbeddedTable.Read("mediawiki-html-tags.tsv").Select(row => new HtmlTag(
            row[0], Enum.Parse<HtmlRole>(row[1]), row.Length > 2 && row[2] == "void")),
    ];
}
