namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>What a token of a flow is.</summary>
internal enum TokenKind : byte
{
    Text,
    Newline,

    /// <summary>A node of the first pass.</summary>
    Hidden,

    /// <summary>A comment or a tag that steers transclusion: it is as if it were not there.</summary>
    Transparent,
    HtmlTag,
    Entity,
    Quotes,
    OpenBracket,
    CloseBracket,
    Pipe,
    Bangs,
    Switch,

    /// <summary>The scheme of an address, with its colon and slashes.</summary>
    Scheme,
}

/// <summary>A token of a flow.</summary>
internal struct Token
{
    public TokenKind Kind;

    /// <summary>True where a table's markup begins: a link cannot reach over it.</summary>
    public bool Boundary;
    public int Start;
    public int End;

    /// <summary>Hidden, transparent, HTML tags: the node.</summary>
    public int Node;

    /// <summary>
    /// Brackets: on the first bracket of a link the token of its first closing bracket, and back; on the second bracket of a
    /// link the pipe behind its target. Quotes: the number of apostrophes that are text. Else -1.
    /// </summary>
    public int Match;

    public readonly int Length => End - Start;
}
