namespace Zhujingban.Corpus.Documents;

/// <summary>What a clause is.</summary>
public enum ClauseKind
{
    /// <summary>A numbered unit: 条, （一）, 1., an item of an ordered list.</summary>
    Clause,

    /// <summary>An unnumbered paragraph.</summary>
    Paragraph,

    /// <summary>An item of an unordered list.</summary>
    Item,

    /// <summary>A row of a table.</summary>
    Row,
}

/// <summary>The smallest unit that can be cited and found.</summary>
/// <param name="EId">Its Akoma Ntoso id, unique in the document: <c>sec_3__subsec_8</c>; empty where it is the whole document, a ready-made record.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Num">Its mark as written, the counted number of an ordered item, or null.</param>
/// <param name="Level">Its depth in its numbering scheme or list, from 1; 0 for paragraphs and rows.</param>
/// <param name="Path">The marks of the numbered units around it, its own included, as written: <c>["三、", "(八)"]</c>.</param>
/// <param name="Headings">The headings of the sections around it, outermost first.</param>
/// <param name="Span">Its range of the text: from its mark to where its first child begins.</param>
public sealed record Clause(
    string EId, ClauseKind Kind, string? Num, int Level, IReadOnlyList<string> Path, IReadOnlyList<string> Headings, TextSpan Span);
