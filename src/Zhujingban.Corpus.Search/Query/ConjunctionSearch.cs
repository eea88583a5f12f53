using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Finds the entries whose texts hold all of some patterns. Where the blocks of all their terms reach the same entries, what they have in common is
/// found at once; the positions are looked at of that alone. Every match is counted, and scored only when the bounds of the blocks allow it
/// to be among the best.
/// </summary>
internal sealed class ConjunctionSearch
{
    private readonly SearchContext _context;
    private readonly PatternInBlocks[] _patterns;
    private readonly Matcher? _filter;
    private readonly MatchCollector _found;
    private readonly CommonEntries _common;
    private readonly byte[] _candidates = new byte[BitPacking.BlockSize];
    private readonly uint[] _entries = new uint[BitPacking.BlockSize];
    private readonly double[] _scores = new double[BitPacking.BlockSize];
    private readonly ScoreScratch _scratch = new();
    private readonly bool _isExact;
    private double _bound;

    private ConjunctionSearch(SearchContext context, PatternInBlocks[] patterns, Matcher? filter, MatchCollector found)
    {
        (_context, _patterns, _filter, _found) = (context, patterns, filter, found);
        _common = new CommonEntries(patterns.SelectMany(pattern => pattern.Cursors.Zip(pattern.Aheads)));
        _isExact = Array.TrueForAll(patterns, pattern => pattern.Cursors.Count == 1);
    }

    /// <summary>Collects the entries that match, until the deadline passes.</summary>
    /// <returns>False when the node asks for more than patterns in the text, with a filter: then nothing was done.</returns>
    public static bool TryRun(SearchContext context, QueryNode node, MatchCollector found)
    {
        var all = node as AllNode ?? new AllNode([node], []);
        var terms = all.Required.OfType<TermNode>().ToArray();
        var others = all.Required.Where(part => part is not TermNode).ToArray();
        if (terms.Length == 0 || others.Any(part => part is not FacetNode)) return false;
        if (terms.Any(term => term is not { Field: Field.Text, AtStart: false, Pattern.IsPrefix: false })) return false;
        var patterns = new List<PatternInBlocks>();
        foreach (var term in terms)
        {
            if (PatternInBlocks.Create(context, term.Pattern) is not { } pattern) return true;
            patterns.Add(pattern);
        }

        var isFiltered = others.Length + all.Excluded.Count > 0;
        var filter = isFiltered ? QueryTree.Matcher(context, new AllNode(others, all.Excluded)) : null;
        if (isFiltered && filter is null) return true;
        patterns.Sort((left, right) => right.Idf.CompareTo(left.Idf));
        new ConjunctionSearch(context, [.. patterns], filter, found).Run();
        return true;
    }

    private void Run()
    {
        for (var last = -1; _common.MoveTo(_found.CountsAll ? last + 1 : FirstPromising(last + 1), out last);)
        {
            _bound = FindBound();
            var isScored = _bound >= _found.Threshold;
            if (!isScored && !_found.CountsAll) continue;
            var isOnlyCounted = !isScored && IsHeldByAll();
            var count = _common.Find(last, isOnlyCounted);
            if (_context.Deadline.Passes(count)) return;
            if (isOnlyCounted) _found.CountUnnamed(count);
            else if (count > 0) Collect(count, isScored);
        }
    }

    /// <summary>The first entry from one on that may be among the best, as far as the bounds of the blocks tell without reading these.</summary>
    private int FirstPromising(int first)
    {
        while (first != TermCursor.End)
        {
            var bound = 0d;
            var last = TermCursor.End;
            foreach (var pattern in _patterns)
            {
                bound += pattern.BoundScoreFrom(first, out var reach);
                last = Math.Min(last, reach);
            }

            if (bound >= _found.Threshold) break;
            first = last == TermCursor.End ? TermCursor.End : last + 1;
        }

        return first;
    }

    /// <summary>No entry of the blocks that the cursors stand in scores more than this.</summary>
    private double FindBound()
    {
        var bound = 0d;
        foreach (var pattern in _patterns) bound += pattern.FindBoundScore();
        return bound;
    }

    /// <summary>True when whatever the blocks have in common matches, and only their number is asked.</summary>
    private bool IsHeldByAll()
    {
        if (_filter is not null || _found.NeedsEach) return false;
        foreach (var pattern in _patterns)
        {
            if (!pattern.IsHeldByAll) return false;
        }

        return true;
    }

    private void Collect(int count, bool isScored)
    {
        var candidates = _candidates.AsSpan(0, count);
        CommonEntries.FirstPlaces[..count].CopyTo(candidates);
        if (!_isExact && !_found.CountsAll)
        {
            CollectBest(candidates);
            return;
        }

        candidates = candidates[..KeepMatching(candidates)];
        if (!_found.NeedsEach) _found.CountUnnamed(candidates.Length);
        else foreach (var candidate in candidates) _found.Count((int)_common.Entries[candidate]);
        if (!isScored) return;
        candidates = candidates[..KeepPromising(candidates, areProved: true)];
        for (var i = 0; i < candidates.Length; i++)
        {
            if (_scores[i] >= _found.Threshold) _found.Offer((int)_entries[i], _isExact ? _scores[i] : ScoreOf(candidates[i]));
        }
    }

    /// <summary>Where not all need be counted, what candidates score at the most is asked before their positions: few are left to be proved.</summary>
    private void CollectBest(Span<byte> candidates)
    {
        candidates = candidates[..KeepPromising(candidates, areProved: false)];
        candidates = candidates[..KeepMatching(candidates)];
        foreach (var candidate in candidates) _found.Offer((int)_common.Entries[candidate], ScoreOf(candidate));
    }

    private int KeepMatching(Span<byte> candidates)
    {
        foreach (var pattern in _patterns) candidates = candidates[..pattern.KeepHeld(candidates)];
        return _filter is null ? candidates.Length : KeepFiltered(candidates, _filter);
    }

    private int KeepFiltered(Span<byte> candidates, Matcher filter)
    {
        var kept = 0;
        foreach (var candidate in candidates)
        {
            var entry = (int)_common.Entries[candidate];
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
    private int KeepPromising(Span<byte> candidates, bool areProved)
    {
        var entries = _entries.AsSpan(0, candidates.Length);
        var scores = _scores.AsSpan(0, candidates.Length);
        for (var i = 0; i < entries.Length; i++) entries[i] = _common.Entries[candidates[i]];
        scores.Clear();
        var left = _bound;
        foreach (var pattern in _patterns)
        {
            pattern.AddMostScores(candidates, entries, areProved, _scratch, scores);
            left -= pattern.BoundScore;
            var kept = KeepPromising(_found.Threshold - left, candidates, entries, scores);
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

    private double ScoreOf(int candidate)
    {
        var score = 0d;
        foreach (var pattern in _patterns) score += pattern.Score(candidate, (int)_common.Entries[candidate]);
        return score;
    }
}
