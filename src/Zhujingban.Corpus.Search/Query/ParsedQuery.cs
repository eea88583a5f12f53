namespace Zhujingban.Corpus.Search.Query;

/// <summary>A query as it was understood.</summary>
/// <param name="Exact">What an entry has to hold; null when the query holds nothing that can be sought.</param>
/// <param name="Conditions">What an entry has to meet in a loose reading too (fields, exclusions); null for nothing.</param>
/// <param name="Loose">What any of which is sought in a loose reading.</param>
/// <param name="ReadsAsQuestion">True when it is a sentence rather than terms.</param>
/// <param name="Notes">How it was read, where that may surprise.</param>
internal sealed record ParsedQuery(
    QueryNode? Exact, QueryNode? Conditions, LooseTerms Loose, bool ReadsAsQuestion, IReadOnlyList<string> Notes)
{
    /// <summary>What any of which is sought in a loose reading: bigrams, words, document numbers, dates.</summary>
    public IReadOnlyList<TermPattern> LooseTerms => Loose.Terms;

    /// <summary>The single ideographs, for when no bigram is known.</summary>
    public IReadOnlyList<TermPattern> Characters => Loose.Characters;
}
