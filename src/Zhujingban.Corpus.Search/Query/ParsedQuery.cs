namespace Zhujingban.Corpus.Search.Query;

/// <summary>A query as it was understood.</summary>
/// <param name="Terms">What is sought literally, all of it; empty when the query holds nothing that can be sought.</param>
/// <param name="LooseTerms">What any of which is sought in a loose reading: bigrams, words, document numbers.</param>
/// <param name="Characters">The single ideographs, for when no bigram is known.</param>
/// <param name="ReadsAsQuestion">True when it is a sentence rather than terms.</param>
/// <param name="Notes">How it was read, where that may surprise.</param>
internal sealed record ParsedQuery(
    IReadOnlyList<TermPattern> Terms, IReadOnlyList<TermPattern> LooseTerms, IReadOnlyList<TermPattern> Characters,
    bool ReadsAsQuestion, IReadOnlyList<string> Notes);
