using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Puts the repeats of a unit's sentences together: sentences that stand together again are one repeat.</summary>
internal static class UnitDuplicates
{
    /// <summary>The repeats, each as long as it goes on.</summary>
    public static IReadOnlyList<UnitDuplicate> Joined(List<UnitDuplicate> duplicates)
    {
        if (duplicates.Count < 2) return duplicates;
        var joined = new List<UnitDuplicate>(duplicates.Count);
        foreach (var duplicate in duplicates.OrderBy(duplicate => duplicate.Spans.Count > 0 ? duplicate.Spans[0].Start : 0))
        {
            if (joined.Count > 0 && Touch(joined[^1], duplicate)) joined[^1] = Join(joined[^1], duplicate);
            else joined.Add(duplicate);
        }

        return joined;
    }

    private static bool Touch(UnitDuplicate one, UnitDuplicate other) =>
        one.Spans.Count > 0 && other.Spans.Count > 0 && one.Of.Count > 0 && other.Of.Count > 0
        && one.Spans[^1].End == other.Spans[0].Start && one.Of[^1].End == other.Of[0].Start;

    private static UnitDuplicate Join(UnitDuplicate one, UnitDuplicate other)
    {
        var (a, b) = (one.Spans.Sum(span => span.Length), other.Spans.Sum(span => span.Length));
        var worse = one.Similarity <= other.Similarity ? one : other;
        return new UnitDuplicate(TextSpans.Flatten(one.Spans.Concat(other.Spans)), TextSpans.Flatten(one.Of.Concat(other.Of)),
            Math.Round(((one.Similarity * a) + (other.Similarity * b)) / (a + b), 4), worse.Reason);
    }
}
