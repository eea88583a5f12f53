using System.Numerics;
using System.Runtime.Intrinsics;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// A pattern that is proved in many entries at once: those that the blocks of all its terms have in common, the candidates. It counts in all fields.
/// </summary>
internal sealed class PatternInBlocks
{
    /// <summary>What stays of the first eight places of a term that nothing was compared with yet.</summary>
    private static readonly byte[] AllPlaces = [.. Enumerable.Repeat(byte.MaxValue, BitPacking.BlockSize)];

    private readonly PatternCursor _pattern;
    private readonly PostingsCursor[] _cursors;
    private readonly int[] _offsets;
    private readonly byte[][] _aheads;
    private readonly uint[] _texts;
    private readonly byte[] _places;
    private readonly SearchContext _context;
    private int[] _starts = [];

    private PatternInBlocks(SearchContext context, PatternCursor pattern)
    {
        (_context, _pattern, Idf) = (context, pattern, context.Ranking.Idf(pattern.Holders));
        _cursors = [.. pattern.Cursors.Cast<PostingsCursor>()];
        _offsets = [.. pattern.Offsets];
        _aheads = [.. _cursors.Select(_ => new byte[BitPacking.BlockSize])];
        _texts = _cursors.Length > 1 ? new uint[BitPacking.BlockSize] : [];
        _places = _cursors.Length > 1 ? new byte[BitPacking.BlockSize] : [];
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
        return _cursors.Length == 1 ? KeepCounted(candidates) : KeepAdjoining(candidates);
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
        if (areKept && field == Field.Text && _cursors.Length > 1)
        {
            for (var i = 0; i < counts.Length; i++) counts[i] = _texts[candidates[i]];
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

    private int CountIn(Field field, int candidate)
    {
        if (_cursors.Length == 1) return _cursors[0].CountIn(field, _aheads[0][candidate]);
        for (var i = 0; i < _cursors.Length; i++)
        {
            if (_cursors[i].CountIn(field, _aheads[i][candidate]) == 0) return 0;
        }

        return CountStarts(field, candidate);
    }

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

    /// <summary>
    /// Keeps those at whose places of the rarest term all others stand, term by term: the positions of one are not even read when the one before it
    /// has left no candidate.
    /// </summary>
    private int KeepAdjoining(Span<byte> candidates)
    {
        for (var other = 1; other < _cursors.Length && !candidates.IsEmpty; other++) candidates = candidates[..KeepAdjoining(candidates, other)];
        return candidates.Length;
    }

    private int KeepAdjoining(Span<byte> candidates, int other)
    {
        var rare = _cursors[0].AllPositions(Field.Text, out var rareStarts);
        var others = _cursors[other].AllPositions(Field.Text, out var otherStarts);
        var (rareAheads, otherAheads, distance) = (_aheads[0], _aheads[other], _offsets[other] - _offsets[0]);
        var isOnly = _cursors.Length == 2;
        ReadOnlySpan<byte> earlier = other > 1 ? _places : AllPlaces;
        var (texts, places) = (_texts, _places);
        var kept = 0;
        foreach (var candidate in candidates)
        {
            var (at, otherAt) = (rareAheads[candidate], otherAheads[candidate]);
            var (start, count) = (rareStarts[at], rareStarts[at + 1] - rareStarts[at]);
            var (otherStart, otherCount) = (otherStarts[otherAt], otherStarts[otherAt + 1] - otherStarts[otherAt]);
            if (isOnly && rare[start] + distance == others[otherStart] && Math.Min(count, otherCount) > 0)
            {
                texts[candidate] = (uint)Math.Min(count, otherCount);
            }
            else if (count <= Vector256<int>.Count)
            {
                var wanted = Vector256.Create(rare[start..]) + Vector256.Create(distance);
                var met = Among(wanted, others.Slice(otherStart, otherCount)) & ((1u << count) - 1) & earlier[candidate];
                places[candidate] = (byte)met;
                texts[candidate] = (uint)BitOperations.PopCount(met);
            }
            else if (other == 1)
            {
                texts[candidate] = (uint)CountStarts(Field.Text, candidate);
            }

            candidates[kept] = candidate;
            kept += texts[candidate] > 0 ? 1 : 0;
        }

        return kept;
    }

    /// <summary>Which of eight numbers are among others, a bit each.</summary>
    private static uint Among(Vector256<int> numbers, ReadOnlySpan<int> others)
    {
        var found = Vector256<int>.Zero;
        foreach (var other in others) found |= Vector256.Equals(numbers, Vector256.Create(other));
        return found.ExtractMostSignificantBits();
    }

    private int CountStarts(Field field, int candidate)
    {
        var positions = _cursors[0].Positions(field, _aheads[0][candidate]);
        if (_starts.Length < positions.Length) _starts = new int[Math.Max(positions.Length, 16)];
        var starts = _starts.AsSpan(0, positions.Length);
        for (var i = 0; i < starts.Length; i++) starts[i] = positions[i] - _offsets[0];
        for (var i = 1; i < _cursors.Length && !starts.IsEmpty; i++)
            starts = starts[..PatternCursor.Keep(starts, _cursors[i].Positions(field, _aheads[i][candidate]), _offsets[i])];
        return starts.Length;
    }
}
