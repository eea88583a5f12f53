namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Two pieces that say the same.</summary>
/// <param name="One">The one.</param>
/// <param name="Other">The other.</param>
/// <param name="Similarity">How alike they are, up to 1.</param>
/// <param name="Reason">The rule that tells.</param>
internal readonly record struct PieceCopy(int One, int Other, double Similarity, string Reason);
