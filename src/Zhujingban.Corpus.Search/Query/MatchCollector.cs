using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Collects the entries of a segment that match.</summary>
/// <param name="segment">The segment.</param>
/// <param name="best">Keeps the best of them.</param>
/// <param name="matched">Takes down which they are, for counting facets; null when that is not asked.</param>
internal sealed class MatchCollector(Segment segment, TopHits best, List<int>? matched = null)
{
    /// <summary>How many matched so far.</summary>
    public int Total { get; private set; }

    /// <summary>A score below this is of no more interest.</summary>
    public double Threshold => best.Threshold;

    /// <summary>How many of the best are sought; 0 when that is not known beforehand.</summary>
    public int Sought => best.Sought;

    /// <summary>Raises the threshold to a score that as many matching entries as are sought are known to reach.</summary>
    public void Raise(double score) => best.Raise(score);

    /// <summary>True when every entry that matches has to be named, not only counted.</summary>
    public bool NeedsEach => matched is not null;

    /// <summary>Counts an entry that matches.</summary>
    public void Count(int entry)
    {
        Total++;
        matched?.Add(entry);
    }

    /// <summary>Counts entries that need not be named.</summary>
    public void CountUnnamed(int entries) => Total += entries;

    /// <summary>Proposes an entry that was counted for the best.</summary>
    public void Offer(int entry, double score)
    {
        if (score >= best.Threshold) best.Add(new ScoredEntry(segment.Start + entry, score, segment.RankOf(entry)));
    }
}
