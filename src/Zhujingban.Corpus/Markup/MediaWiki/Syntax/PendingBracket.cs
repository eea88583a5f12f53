namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>Brackets that are open while the preprocessor goes on: <c>{{</c>, <c>[[</c>, <c>-{</c>, or a line that may be a heading.</summary>
internal struct PendingBracket
{
    public const char Heading = '\n';
    public const char Variant = '-';

    /// <summary>The kind: <c>{</c>, <c>[</c>, <see cref="Variant"/> or <see cref="Heading"/>.</summary>
    public char Open;

    /// <summary>Braces: true when a hyphen stands before them, which makes a variant of the last one.</summary>
    public bool HyphenBefore;

    /// <summary>Where the brackets that are still unmatched begin.</summary>
    public int Start;

    /// <summary>How many are still unmatched.</summary>
    public int Count;

    /// <summary>What has been found since the last pipe.</summary>
    public ChildList Current;

    /// <summary>Where the part since the last pipe begins.</summary>
    public int PartStart;

    /// <summary>The first equals sign of the part; -1 when there is none.</summary>
    public int EqualsSign;

    /// <summary>The finished parts, as nodes.</summary>
    public ChildList Parts;

    public readonly bool TakesPipes => Open is '{' or Variant;

    public readonly bool TakesEquals => TakesPipes && Parts.First != 0 && EqualsSign < 0;
}
