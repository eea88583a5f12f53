using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// The rarest term of a conjunction. What it counts in its entries says of most that they cannot be among the best, before the other terms are looked at.
/// </summary>
internal sealed class LeadTerm
{
    private readonly SearchContext _context;
    private readonly ConjunctionCandidates _candidates;
    private readonly PostingsCursor _cursor;
    private readonly PatternInBlocks _pattern;
    private readonly double[] _frequencies = new double[BitPacking.BlockSize];
    private readonly uint[] _entries = new uint[BitPacking.BlockSize];
    private readonly byte[] _aheads = new byte[BitPacking.BlockSize];
    private int _block = -1;
    private int _known;
    private int _count;

    /// <summary>Starts before the first entry.</summary>
    /// <param name="context">Where to search.</param>
    /// <param name="candidates">The conjunction.</param>
    public LeadTerm(SearchContext context, ConjunctionCandidates candidates)
    {
        (_context, _candidates, _cursor) = (context, candidates, candidates.Common.Rarest);
        _pattern = candidates.Patterns[0];
        foreach (var pattern in candidates.Patterns)
        {
            if (pattern.Cursors.Contains(_cursor)) _pattern = pattern;
        }
    }

    /// <summary>The entries that were found.</summary>
    public ReadOnlySpan<uint> Entries => _entries.AsSpan(0, _count);

    /// <summary>How far ahead of the cursor each of them stands in its block.</summary>
    public ReadOnlySpan<byte> Aheads => _aheads.AsSpan(0, _count);

    /// <summary>
    /// Finds the <see cref="Entries"/> of a range that may score so much: no entry holds the pattern that the term is of more often than the term, and
    /// what the other patterns are worth there at the most is known.
    /// </summary>
    /// <param name="first">The first entry of the range.</param>
    /// <param name="last">The last entry that the bounds of the candidates are of.</param>
    /// <param name="least">The least score.</param>
    /// <returns>True when there are any.</returns>
    public bool Find(int first, int last, double least)
    {
        _count = 0;
        if (_cursor.Advance(first) > last || _cursor.Entry == TermCursor.End) return false;
        var held = _cursor.Rest(TermCursor.End);
        if (_block != _cursor.LastHere)
        {
            _context.FindFrequencies(_cursor, held, _frequencies);
            (_block, _known) = (_cursor.LastHere, held.Length);
        }

        var frequencies = _frequencies.AsSpan(_known - held.Length, held.Length);
        var leastFrequency = Bm25F.LeastFrequency(_pattern.Idf, least - (_candidates.Bound - _pattern.BoundScore));
        for (var i = 0; i < held.Length && held[i] <= (uint)last; i++)
        {
            (_entries[_count], _aheads[_count]) = (held[i], (byte)i);
            _count += frequencies[i] >= leastFrequency ? 1 : 0;
        }

        return _count > 0;
    }
}
