using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>A mark that numbers a unit.</summary>
/// <param name="Kind">What it numbers.</param>
/// <param name="Value">Its number.</param>
/// <param name="Branch">The number behind 之 (第十条之一), else 0.</param>
/// <param name="Span">Its range of the text: <c>（一）</c>, <c>1.</c>.</param>
/// <param name="AtLineStart">True when a line begins with it.</param>
internal readonly record struct NumberingMark(NumberingKind Kind, int Value, int Branch, TextSpan Span, bool AtLineStart)
{
    /// <summary>The mark as a text writes it, without a line break that stands inside it.</summary>
    public string WrittenIn(string text) => Span.Of(text).ReplaceLineEndings("");
}
