namespace Zhujingban.Corpus.Search.Query;

/// <summary>Entries that pass a test without being worth anything by it; all entries when there is no test.</summary>
/// <param name="count">The number of entries of the segment.</param>
/// <param name="test">The test; null for none.</param>
internal sealed class EveryMatcher(int count, Predicate<int>? test = null) : Matcher
{
    private int _entry;

    /// <inheritdoc/>
    public override int Candidates => count;

    /// <inheritdoc/>
    public override int Advance(int target) => _entry = target < count ? target : End;

    /// <inheritdoc/>
    public override bool Matches() => test is null || test(_entry);

    /// <inheritdoc/>
    public override double Score() => 0;

    /// <inheritdoc/>
    public override double Bound(int target, out int last)
    {
        last = End;
        return 0;
    }
}
