namespace Zhujingban.Corpus.Structure;

/// <summary>A unit of the outline while it is open, and what it hands down to the units inside.</summary>
internal sealed class OutlineUnit
{
    private readonly int[] _last = new int[(int)NumberingKind.Fifth + 1];

    private OutlineUnit(NumberingKind? kind, string eId, IReadOnlyList<string> path, IReadOnlyList<string> headings, bool underArticle) =>
        (Kind, EId, Path, Headings, UnderArticle) = (kind, eId, path, headings, underArticle);

    /// <summary>The kind of its mark; null for the root of a part.</summary>
    public NumberingKind? Kind { get; }

    public string EId { get; }

    public IReadOnlyList<string> Path { get; }

    public IReadOnlyList<string> Headings { get; set; }

    /// <summary>True for an article and what it holds, where （一） is 项 and 1. is 目.</summary>
    public bool UnderArticle { get; }

    /// <summary>The number of its section, or -1.</summary>
    public int Section { get; set; } = -1;

    /// <summary>The number of unnumbered paragraphs so far.</summary>
    public int Paragraphs { get; set; }

    /// <summary>What holds a document, or an attachment of it.</summary>
    public static OutlineUnit Root(string eId) => new(null, eId, [], [], false);

    /// <summary>A unit inside this one.</summary>
    public OutlineUnit Child(NumberingKind kind, string eId, string mark) =>
        new(kind, eId, [.. Path, mark], Headings, UnderArticle || kind == NumberingKind.Article);

    /// <summary>The id of something inside.</summary>
    public string Below(string name) => EId.Length == 0 ? name : $"{EId}__{name}";

    /// <summary>The last number of a kind directly inside; 0 for none.</summary>
    public int Last(NumberingKind kind) => _last[(int)kind];

    public void SetLast(NumberingKind kind, int value) => _last[(int)kind] = value;

    /// <summary>A new paragraph (款) has items of its own.</summary>
    public void ForgetNumbers() => Array.Clear(_last);
}
