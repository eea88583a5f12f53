using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// A pattern that is proved in many entries at once: those that the blocks of all its terms have in common, the candidates. It counts in all fields.
/// </summary>
internal sealed class PatternInBlocks
{
    private readonly PatternCursor _pattern;
    private readonly PostingsCursor[] _cursors;
    private readonly byte[][] _aheads;
    private readonly SearchContext _context;

    /// <summary>Its terms, where they are more than one.</summary>
    private readonly AdjoiningTerms? _adjoining;

    private PatternInBlocks(SearchContext context, PatternCursor pattern)
    {
        (_context, _pattern, Idf) = (context, pattern, context.Ranking.Idf(pattern.Holders));
        _cursors = [.. pattern.Cursors.Cast<PostingsCursor>()];
        _aheads = [.. _cursors.Select(_ => new byte[BitPacking.BlockSize])];
        _adjoining = _cursors.Length > 1 ? new AdjoiningTerms(_cursors, [.. pattern.Offsets], _aheads) : null;
    }

    /// <summary>The weight of the pattern.</summary>
    public double Idf { get; }

    /// <summary>The cursors of the terms that cover it.</summary>
    public IReadOnlyList<PostingsCursor> Cursors => _cursors;

    /// <summary>No candidate scores more by it than this.</summary>
    public double BoundScore { get; private set; }

    /// <summary>True when the texts of all candidates hold the pattern, whichever they are.</summary>
    public bool IsHeldByAll => _cursors.Length == 1 && _cursors[0].AreAllInText;

    /// <summary>How far ahead of each cursor the candidates stand in its block.</summary>
    public IReadOnlyList<byte[]> Aheads => _aheads;

    /// <summary>A pattern, or null when the segment does not know one of its terms.</summary>
    public static PatternInBlocks? Create(SearchContext context, TermPattern pattern) =>
        PatternCursor.Create(context, pattern) is { } cursor ? new PatternInBlocks(context, cursor) : null;

    /// <summary>Keeps the candidates whose text holds the pattern.</summary>
    /// <param name="candidates">Their numbers.</param>
    /// <returns>How many were kept.</returns>
    public int KeepHeld(Span<byte> candidates)
    {
        if (IsHeldByAll) return candidates.Length;
        return _adjoining is { } adjoining ? adjoining.Keep(candidates) : KeepCounted(candidates);
    }

    /// <summary>Finds <see cref="BoundScore"/> of the blocks that the cursors stand in now.</summary>
    public double FindBoundScore()
    {
        var bound = float.PositiveInfinity;
        foreach (var cursor in _cursors) bound = Math.Min(bound, cursor.BoundHere);
        return BoundScore = Bm25F.Score(Idf, bound);
    }

    /// <summary>Finds <see cref="BoundScore"/> of the blocks that a target would be in; see <see cref="TermCursor.Bound"/>.</summary>
    public double FindBoundScoreFrom(int target, out int last) => BoundScore = Bm25F.Score(Idf, _pattern.Bound(target, out last));

    /// <summary>
    /// Adds to the scores of candidates what the pattern is worth at the most: as if a field held it as often as the rarest of its terms there. How often
    /// the texts of those that were kept hold it is known.
    /// </summary>
    /// <param name="candidates">Their numbers.</param>
    /// <param name="entries">Which entries they are.</param>
    /// <param name="areKept">True when they were kept.</param>
    /// <param name="scratch">What is written to in between.</param>
    /// <param name="scores">What is added to.</param>
    public void AddMostScores(ReadOnlySpan<byte> candidates, ReadOnlySpan<uint> entries, bool areKept, ScoreScratch scratch, Span<double> scores)
    {
        var counts = scratch.Counts.AsSpan(0, candidates.Length);
        var frequencies = scratch.Frequencies.AsSpan(0, candidates.Length);
        var lengths = _context.Segment.Lengths;
        frequencies.Clear();
        for (var field = Field.Text; (int)field < Fields.Count; field++)
        {
            if (TryCountMost(field, candidates, areKept, counts)) _context.Ranking.AddFrequencies(field, entries, counts, lengths, frequencies);
        }

        Bm25F.AddScores(Idf, frequencies, scores);
    }

    /// <summary>What the pattern is worth in a candidate that was kept.</summary>
    public double Score(int candidate, int entry)
    {
        var counts = new FieldCounts(CountIn(Field.Text, candidate), CountIn(Field.Headings, candidate), CountIn(Field.Title, candidate));
        return Bm25F.Score(Idf, _context.Ranking.Frequency(counts, _context.Segment.LengthsOf(entry)));
    }

    /// <summary>How often a field of each candidate holds the pattern at the most; false when none of them does.</summary>
    private bool TryCountMost(Field field, ReadOnlySpan<byte> candidates, bool areKept, Span<uint> counts)
    {
        if (areKept && field == Field.Text && _adjoining is { } adjoining)
        {
            var texts = adjoining.InTexts;
            for (var i = 0; i < counts.Length; i++) counts[i] = texts[candidates[i]];
            return true;
        }

        counts.Fill(uint.MaxValue);
        for (var i = 0; i < _cursors.Length; i++)
        {
            var held = _cursors[i].CountsIn(field);
            if (held.IsEmpty) return false;
            var aheads = _aheads[i];
            for (var j = 0; j < counts.Length; j++) counts[j] = Math.Min(counts[j], held[aheads[candidates[j]]]);
        }

        return true;
    }

    private int CountIn(Field field, int candidate) =>
        _adjoining is { } adjoining ? adjoining.CountIn(field, candidate) : _cursors[0].CountIn(field, _aheads[0][candidate]);

    private int KeepCounted(Span<byte> candidates)
    {
        var counts = _cursors[0].CountsIn(Field.Text);
        if (counts.IsEmpty) return 0;
        var aheads = _aheads[0];
        var kept = 0;
        foreach (var candidate in candidates)
        {
            candidates[kept] = candidate;
            kept += counts[aheads[candidate]] > 0 ? 1 : 0;
        }

        return kept;
    }
}
