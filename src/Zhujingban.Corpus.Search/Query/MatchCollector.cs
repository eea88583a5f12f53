using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Collects the entries of a segment that match.</summary>
/// <param name="segment">The segment.</param>
/// <param name="best">Keeps the best of them.</param>
/// <param name="matched">Takes down which they are, for counting facets; null when that is not asked.</param>
/// <param name="countsAll">False when only the best are asked for.</param>
internal sealed class MatchCollector(Segment segment, TopHits best, List<int>? matched = null, bool countsAll = true)
{
    private bool _isOffered;

    /// <summary>True when every entry that matches has to be counted; else what cannot be among the best may be passed over.</summary>
    public bool CountsAll => countsAll || best.Threshold == double.PositiveInfinity;

    /// <summary>True when an entry matched.</summary>
    public bool HasFound => Total > 0 || _isOffered;

    /// <summary>How many matched so far; fewer when not all are counted.</summary>
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
        _isOffered = true;
        if (score >= best.Threshold) best.Add(new ScoredEntry(segment.Start + entry, score, segment.RankOf(entry)));
    }
}
