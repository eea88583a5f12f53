namespace Zhujingban.Corpus.Search.Query;

/// <summary>What a piece of a query is.</summary>
internal enum QueryTokenKind
{
    /// <summary>A term or phrase.</summary>
    Term,

    /// <summary>The parenthesis that opens a group.</summary>
    Open,

    /// <summary>The parenthesis that closes it.</summary>
    Close,

    /// <summary>A - before a term, or NOT.</summary>
    Not,

    /// <summary>OR.</summary>
    Or,

    /// <summary>AND.</summary>
    And,

    /// <summary>near/5.</summary>
    Near,

    /// <summary>The name of a field, with its colon.</summary>
    Field,
}

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is; a word between terms may turn out to be a term.</param>
/// <param name="Text">The term without its quotation marks and last *; of the others what was typed.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text)
{
    /// <summary>True for a phrase in quotation marks.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>True when a * stands behind.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>The positions of near/5.</summary>
    public int Distance { get; init; }

    /// <summary>The field.</summary>
    public QueryField Field { get; init; }

    /// <summary>How it can be typed as a value of a field.</summary>
    public string Typed => (IsQuoted || Text.Any(HasMeaning) ? $"\"{QueryPairs.Escape(Text)}\"" : Text) + (IsPrefix ? "*" : "");

    /// <summary>True for an operator, which joins or excludes what stands beside it, and may be meant as a word where nothing does.</summary>
    public bool IsOperatorWord => Kind is QueryTokenKind.Or or QueryTokenKind.And or QueryTokenKind.Near || (Kind == QueryTokenKind.Not && Text != "-");

    /// <summary>True for what something can be asked with: not for a word that joins two such, or excludes one.</summary>
    public bool StartsOperand => Kind is QueryTokenKind.Term or QueryTokenKind.Open or QueryTokenKind.Field;

    private static bool HasMeaning(char c) => char.IsWhiteSpace(c) || QueryCharacters.IsQuote(c) || QueryCharacters.Narrow(c) is '(' or ')';
}
