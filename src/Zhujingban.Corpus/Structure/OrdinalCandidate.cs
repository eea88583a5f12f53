namespace Zhujingban.Corpus.Structure;

/// <summary>What stands before a 第…条, 第…章 and so on, from the surest sign of a new unit to none.</summary>
internal enum OrdinalPlace
{
    /// <summary>A line begins with it.</summary>
    LineStart,

    /// <summary>A sentence has just ended.</summary>
    SentenceEnd,

    /// <summary>The heading of a container (第一章总则) runs up to it, or the document's title.</summary>
    Headed,

    /// <summary>A numbered heading runs up to it: 二、企业公司制改造.</summary>
    Marked,

    /// <summary>A semicolon, a colon or a closing bracket.</summary>
    ClauseEnd,

    /// <summary>What may be a heading, behind a sentence that has lost its full stop.</summary>
    MaybeHeaded,

    /// <summary>The middle of a sentence.</summary>
    Inside,
}

/// <summary>A place where 第 and a number and 编, 分编, 章, 节 or 条 stand: a mark, or words that speak of a unit.</summary>
/// <param name="Mark">The mark that it would be.</param>
/// <param name="Place">What stands before it.</param>
/// <param name="IsReference">True when what follows speaks of the unit: 的规定, 第二款, 、第四条.</param>
/// <param name="IsQuoted">True inside quotation marks.</param>
/// <param name="HeadingEnd">Containers: where the next candidate begins when only a heading lies between; else -1.</param>
internal readonly record struct OrdinalCandidate(NumberingMark Mark, OrdinalPlace Place, bool IsReference, bool IsQuoted, int HeadingEnd)
{
    /// <summary>True for what a text with its line breaks says without doubt.</summary>
    public bool IsCertain => Place == OrdinalPlace.LineStart && !IsReference && !IsQuoted;
}
