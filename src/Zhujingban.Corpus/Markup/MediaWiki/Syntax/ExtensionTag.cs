using System.Collections.Frozen;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>What the body of an extension element is.</summary>
internal enum ExtensionBodyKind : byte
{
    /// <summary>Characters that are kept as they are.</summary>
    Raw,

    /// <summary>Wikitext.</summary>
    Flow,

    /// <summary>Lines of files with captions.</summary>
    Gallery,
}

/// <summary>What an extension element gives a reader.</summary>
internal enum ExtensionRole : byte
{
    /// <summary>Characters as written, character references read.</summary>
    Literal,

    /// <summary>A block of characters as written, character references read.</summary>
    Preformatted,

    /// <summary>A block of source code, nothing read.</summary>
    Code,

    /// <summary>A formula in TeX.</summary>
    Formula,

    /// <summary>Its body, in place.</summary>
    Flow,

    /// <summary>Its body, each line of its own.</summary>
    Poem,

    /// <summary>A footnote.</summary>
    Reference,

    /// <summary>A list of footnotes.</summary>
    ReferenceList,

    /// <summary>Captions.</summary>
    Gallery,

    /// <summary>Nothing to read.</summary>
    Hidden,
}

/// <summary>An element that the preprocessor takes whole, before any other markup.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Role">What it gives a reader.</param>
/// <param name="Body">What its body is.</param>
internal sealed record ExtensionTag(string Name, ExtensionRole Role, ExtensionBodyKind Body = ExtensionBodyKind.Raw)
{
    private static readonly ExtensionTag[] Tags = Read();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers = Tags
        .Select((tag, number) => (tag, number))
        .ToFrozenDictionary(pair => pair.tag.Name, pair => pair.number, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static ExtensionTag Of(int number) => Tags[number];

    /// <summary>The number of the tag of a name, in any case; -1 when there is none.</summary>
    public static int Find(ReadOnlySpan<char> name) => Numbers.TryGetValue(name, out var number) ? number : -1;

    private static ExtensionTag[] Read() =>
    [
        .. EmbeddedTable.Read("mediawiki-extension-tags.tsv").Select(row => new ExtensionTag(
            row[0], Enum.Parse<ExtensionRole>(row[1]), Enum.Parse<ExtensionBodyKind>(row[2]))),
    ];
}
