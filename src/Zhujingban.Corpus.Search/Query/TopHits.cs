namespace Zhujingban.Corpus.Search.Query;

/// <summary>An entry that matches.</summary>
/// <param name="Entry">Its number in the whole index.</param>
/// <param name="Score">Its score.</param>
/// <param name="Rank">Its place in the order of ids, which decides between equal scores.</param>
internal readonly record struct ScoredEntry(int Entry, double Score, int Rank) : IComparable<ScoredEntry>
{
    /// <summary>The worse entry is the lesser.</summary>
    public int CompareTo(ScoredEntry other)
    {
        var order = Score.CompareTo(other.Score);
        return order != 0 ? order : other.Rank.CompareTo(Rank);
    }
}

/// <summary>Keeps the best of the entries that match.</summary>
/// <param name="limit">How many.</param>
/// <param name="after">Only entries that are worse than this are kept; null for all.</param>
internal sealed class TopHits(int limit, ScoredEntry? after = null)
{
    private readonly PriorityQueue<ScoredEntry, ScoredEntry> _queue = new();

    /// <summary>A score below this is of no more interest; an equal one may be, by its id.</summary>
    public double Threshold { get; private set; } = limit > 0 ? double.NegativeInfinity : double.PositiveInfinity;

    /// <summary>How many entries are sought from the first on; 0 when those of a later page are, or none.</summary>
    public int Sought => after is null ? limit : 0;

    /// <summary>Raises the threshold to a score that as many entries as are sought are known to reach.</summary>
    public void Raise(double score) => Threshold = Math.Max(Threshold, score);

    /// <summary>Adds an entry.</summary>
    public void Add(ScoredEntry entry)
    {
        if (after is { } last && entry.CompareTo(last) >= 0) return;
        if (_queue.Count < limit) _queue.Enqueue(entry, entry);
        else if (limit > 0 && entry.CompareTo(_queue.Peek()) > 0) _queue.DequeueEnqueue(entry, entry);
        if (limit > 0 && _queue.Count == limit) Raise(_queue.Peek().Score);
    }

    /// <summary>The best, best first; empties it.</summary>
    public ScoredEntry[] Take()
    {
        var best = new ScoredEntry[_queue.Count];
        for (var i = best.Length - 1; i >= 0; i--) best[i] = _queue.Dequeue();
        return best;
    }
}
