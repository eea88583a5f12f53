using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// The patterns of a conjunction and the entries that all their terms have in common: these are the candidates, numbered within the blocks that are looked at. It says
/// which of them match, and what they score.
/// </summary>
internal sealed class ConjunctionCandidates
{
    private readonly PatternInBlocks[] _patterns;
    private readonly Matcher? _filter;
    private readonly byte[] _candidates = new byte[BitPacking.BlockSize];
    private readonly uint[] _entries = new uint[BitPacking.BlockSize];
    private readonly double[] _scores = new double[BitPacking.BlockSize];
    private readonly ScoreScratch _scratch = new();

    /// <summary>Prepares a conjunction.</summary>
    /// <param name="patterns">What texts have to hold.</param>
    /// <param name="filter">What has to match besides, without being worth anything; null for nothing.</param>
    public ConjunctionCandidates(IEnumerable<PatternInBlocks> patterns, Matcher? filter)
    {
        _patterns = [.. patterns.OrderByDescending(pattern => pattern.Idf)];
        _filter = filter;
        Common = new CommonEntries(_patterns.SelectMany(pattern => pattern.Cursors.Zip(pattern.Aheads)));
    }

    /// <summary>The patterns, the weightiest first.</summary>
    public ReadOnlySpan<PatternInBlocks> Patterns => _patterns;

    /// <summary>Finds the candidates.</summary>
    public CommonEntries Common { get; }

    /// <summary>No candidate scores more than this.</summary>
    public double Bound { get; private set; }

    /// <summary>True when whatever the terms have in common matches.</summary>
    public bool AreAllMatching => _filter is null && Array.TrueForAll(_patterns, pattern => pattern.IsHeldByAll);

    /// <summary>The numbers of so many candidates.</summary>
    public Span<byte> First(int count)
    {
        var candidates = _candidates.AsSpan(0, count);
        CommonEntries.FirstPlaces[..count].CopyTo(candidates);
        return candidates;
    }

    /// <summary>Which entry a candidate is.</summary>
    public int EntryOf(int candidate) => (int)Common.Entries[candidate];

    /// <summary>Finds the <see cref="Bound"/> of the blocks that the cursors stand in.</summary>
    public double FindBound()
    {
        Bound = 0;
        foreach (var pattern in _patterns) Bound += pattern.FindBoundScore();
        return Bound;
    }

    /// <summary>Finds the <see cref="Bound"/> of the blocks that an entry would be in, without reading these.</summary>
    /// <param name="first">The entry; never less than before.</param>
    /// <param name="last">The last entry that it is the bound of.</param>
    public double FindBoundFrom(int first, out int last)
    {
        (Bound, last) = (0, TermCursor.End);
        foreach (var pattern in _patterns)
        {
            Bound += pattern.FindBoundScoreFrom(first, out var reach);
            last = Math.Min(last, reach);
        }

        return Bound;
    }

    /// <summary>Keeps the candidates that match.</summary>
    /// <returns>How many were kept.</returns>
    public int KeepMatching(Span<byte> candidates)
    {
        foreach (var pattern in _patterns) candidates = candidates[..pattern.KeepHeld(candidates)];
        return _filter is null ? candidates.Length : KeepFiltered(candidates, _filter);
    }

    private int KeepFiltered(Span<byte> candidates, Matcher filter)
    {
        var kept = 0;
        foreach (var candidate in candidates)
        {
            var entry = EntryOf(candidate);
            if (filter.Advance(entry) == entry && filter.Matches()) candidates[kept++] = candidate;
        }

        return kept;
    }

    /// <summary>
    /// Scores candidates by what they hold at the most, from the weightiest pattern to the least, and keeps those only that the bounds of the other patterns can
    /// still bring among the best.
    /// </summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="areProved">True when they are known to hold every pattern.</param>
    /// <param name="least">The least score that is of interest.</param>
    /// <returns>How many were kept.</returns>
    public int KeepPromising(Span<byte> candidates, bool areProved, double least)
    {
        var entries = _entries.AsSpan(0, candidates.Length);
        var scores = _scores.AsSpan(0, candidates.Length);
        for (var i = 0; i < entries.Length; i++) entries[i] = Common.Entries[candidates[i]];
        scores.Clear();
        var left = Bound;
        foreach (var pattern in _patterns)
        {
            pattern.AddMostScores(candidates, entries, areProved, _scratch, scores);
            left -= pattern.BoundScore;
            var kept = KeepPromising(least - left, candidates, entries, scores);
            if (kept == 0) return 0;
            candidates = candidates[..kept];
            entries = entries[..kept];
            scores = scores[..kept];
        }

        return candidates.Length;
    }

    private static int KeepPromising(double least, Span<byte> candidates, Span<uint> entries, Span<double> scores)
    {
        var kept = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            (candidates[kept], entries[kept], scores[kept]) = (candidates[i], entries[i], scores[i]);
            kept += scores[i] >= least ? 1 : 0;
        }

        return kept;
    }

    /// <summary>What a candidate that matches scores.</summary>
    public double ScoreOf(int candidate)
    {
        var score = 0d;
        foreach (var pattern in _patterns) score += pattern.Score(candidate, EntryOf(candidate));
        return score;
    }
}
