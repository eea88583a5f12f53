using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>A mark that numbers a unit.</summary>
/// <param name="Kind">What it numbers.</param>
/// <param name="Value">Its number.</param>
/// <param name="Branch">The number behind 之 (第十条之一), else 0.</param>
/// <param name="Span">Its range of the text: <c>（一）</c>, <c>1.</c>.</param>
/// <param name="AtLineStart">True when a line begins with it.</param>
internal readonly record struct NumberingMark(NumberingKind Kind, int Value, int Branch, TextSpan Span, bool AtLineStart);
