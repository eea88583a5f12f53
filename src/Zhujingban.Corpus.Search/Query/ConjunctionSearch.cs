using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Finds the entries whose texts hold all of some patterns. Where the blocks of all their terms reach the same entries, what they have in common is
/// found at once; the positions are looked at of that alone. Where all are counted, every match is, and scored only when the bounds of the blocks allow it
/// to be among the best; else what the rarest term counts in its entries is looked at first, and most are never sought among those of the other terms.
/// </summary>
internal sealed class ConjunctionSearch
{
    private readonly SearchContext _context;
    private readonly ConjunctionCandidates _candidates;
    private readonly MatchCollector _found;

    private ConjunctionSearch(SearchContext context, ConjunctionCandidates candidates, MatchCollector found) =>
        (_context, _candidates, _found) = (context, candidates, found);

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
        var search = new ConjunctionSearch(context, new ConjunctionCandidates(patterns, filter), found);
        if (found.CountsAll) search.FindAll();
        else search.FindBest();
        return true;
    }

    private void FindAll()
    {
        for (var last = -1; _candidates.Common.MoveTo(last + 1, out last);)
        {
            var isScored = _candidates.FindBound() >= _found.Threshold;
            var isOnlyCounted = !isScored && !_found.NeedsEach && _candidates.AreAllMatching;
            var count = _candidates.Common.Find(last, isOnlyCounted);
            if (_context.Deadline.Passes(count)) return;
            if (isOnlyCounted) _found.CountUnnamed(count);
            else if (count > 0) CountMatching(_candidates.First(count), isScored);
        }
    }

    private void CountMatching(Span<byte> candidates, bool isScored)
    {
        candidates = candidates[.._candidates.KeepMatching(candidates)];
        if (!_found.NeedsEach) _found.CountUnnamed(candidates.Length);
        else foreach (var candidate in candidates) _found.Count(_candidates.EntryOf(candidate));
        if (isScored) Offer(candidates[.._candidates.KeepPromising(candidates, areProved: true, _found.Threshold)]);
    }

    private void FindBest()
    {
        var lead = new LeadTerm(_context, _candidates);
        for (var first = FirstPromising(0, out var last); first != TermCursor.End; first = FirstPromising(last + 1, out last))
        {
            if (_context.Deadline.Passes(BitPacking.BlockSize)) return;
            if (lead.Find(first, last, _found.Threshold))
            {
                var count = _candidates.Common.FindAmong(lead.Entries, lead.Aheads);
                if (count > 0) OfferMatching(_candidates.First(count));
            }

            if (last == TermCursor.End) return;
        }
    }

    /// <summary>Where not all need be counted, what candidates score at the most is asked before their positions: few are left to be proved.</summary>
    private void OfferMatching(Span<byte> candidates)
    {
        candidates = candidates[.._candidates.KeepPromising(candidates, areProved: false, _found.Threshold)];
        Offer(candidates[.._candidates.KeepMatching(candidates)]);
    }

    private void Offer(ReadOnlySpan<byte> candidates)
    {
        foreach (var candidate in candidates) _found.Offer(_candidates.EntryOf(candidate), _candidates.ScoreOf(candidate));
    }

    /// <summary>The first entry from one on that may be among the best, as far as the bounds of the blocks tell without reading these.</summary>
    /// <param name="first">The first entry.</param>
    /// <param name="last">The last entry that the bounds are of.</param>
    private int FirstPromising(int first, out int last)
    {
        last = TermCursor.End;
        while (first != TermCursor.End && _candidates.FindBoundFrom(first, out last) < _found.Threshold)
            first = last == TermCursor.End ? TermCursor.End : last + 1;
        return first;
    }
}
