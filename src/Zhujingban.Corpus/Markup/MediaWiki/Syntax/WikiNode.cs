using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>
/// A node of a <see cref="WikiTree"/>. Nodes live in one array and name each other by index; 0 is the page and, as a
/// child or sibling, none. Characters of a node that none of its children covers are its own delimiters.
/// </summary>
internal struct WikiNode
{
    public NodeKind Kind;

    /// <summary>A property of the kind: see <see cref="NodeFlags"/>.</summary>
    public NodeFlags Flags;

    /// <summary>A number of the kind: a heading's level, an extension's or HTML tag's number, a table's indentation.</summary>
    public ushort Data;

    /// <summary>A position of the kind: where the opening delimiter or the address ends, or an argument's equals sign (-1: none).</summary>
    public int Mark;

    public int Start;
    public int End;
    public int FirstChild;
    public int NextSibling;

    public readonly TextSpan Span => new(Start, End);
}

/// <summary>Properties of single node kinds.</summary>
[Flags]
internal enum NodeFlags : byte
{
    None = 0,

    /// <summary>An HTML tag that closes.</summary>
    Closing = 1,

    /// <summary>An HTML tag that is void or closes itself.</summary>
    SelfClosing = 2,

    /// <summary>A comment, tag or table without its end.</summary>
    Unclosed = 4,

    /// <summary>A cell that stands behind another on its line.</summary>
    SameLine = 8,
}

/// <summary>The children of a node that is still being built.</summary>
internal struct ChildList
{
    public int First;
    public int Last;
}
