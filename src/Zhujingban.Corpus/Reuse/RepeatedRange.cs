using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse;

/// <summary>A range of a document's text that is to be left out, because it says again what the text keeps.</summary>
/// <param name="Range">What is left out.</param>
/// <param name="Of">What is kept instead.</param>
/// <param name="Similarity">1 for equal texts, below for near ones.</param>
/// <param name="Reason">The rule that decided, in kebab-case.</param>
internal readonly record struct RepeatedRange(TextSpan Range, TextSpan Of, double Similarity, string Reason);
