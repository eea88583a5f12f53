using System.Runtime.Intrinsics;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// A pattern that is proved in many entries at once: those that the blocks of all its terms have in common, the candidates. It counts in all fields.
/// </summary>
internal sealed class PatternInBlocks
{
    private readonly PostingsCursor[] _cursors;
    private readonly int[] _offsets;
    private readonly byte[][] _aheads;
    private readonly int[] _texts = new int[BitPacking.BlockSize];
    private int[] _starts = [];

    private PatternInBlocks(PostingsCursor[] cursors, int[] offsets, double idf)
    {
        (_cursors, _offsets, Idf) = (cursors, offsets, idf);
        _aheads = [.. cursors.Select(_ => new byte[BitPacking.BlockSize])];
    }

    /// <summary>The weight of the pattern.</summary>
    public double Idf { get; }

    /// <summary>The cursors of the terms that cover it.</summary>
    public IReadOnlyList<PostingsCursor> Cursors => _cursors;

    /// <summary>True when the texts of all candidates hold the pattern, whichever they are.</summary>
    public bool IsHeldByAll => _cursors.Length == 1 && _cursors[0].AreAllInText;

    /// <summary>How far ahead of each cursor the candidates stand in its block.</summary>
    public IReadOnlyList<byte[]> Aheads => _aheads;

    /// <summary>A pattern, or null when the segment does not know one of its terms.</summary>
    public static PatternInBlocks? Create(SearchContext context, TermPattern pattern) => PatternCursor.Create(context, pattern) is { } cursor
        ? new PatternInBlocks([.. cursor.Cursors.Cast<PostingsCursor>()], [.. cursor.Offsets], context.Ranking.Idf(cursor.Holders)) : null;

    /// <summary>Keeps the candidates whose text holds the pattern.</summary>
    /// <param name="candidates">Their numbers.</param>
    /// <param name="isCounted">True when it has to be known how often; else it is enough that it does.</param>
    /// <returns>How many were kept.</returns>
    public int KeepHeld(Span<byte> candidates, bool isCounted)
    {
        if (IsHeldByAll && !isCounted) return candidates.Length;
        var isQuick = !isCounted && _cursors.Length > 1;
        var kept = 0;
        foreach (var candidate in candidates)
        {
            var count = !isQuick ? CountIn(Field.Text, candidate) : IsHeld(candidate) ? 1 : 0;
            _texts[candidate] = count;
            candidates[kept] = candidate;
            kept += count > 0 ? 1 : 0;
        }

        return kept;
    }

    /// <summary>No candidate counts more in ranking than this.</summary>
    public float Bound()
    {
        var bound = float.PositiveInfinity;
        foreach (var cursor in _cursors) bound = Math.Min(bound, cursor.BoundHere);
        return bound;
    }

    /// <summary>What the pattern counts in a candidate that was kept.</summary>
    public FieldCounts Counts(int candidate) => new(_texts[candidate], CountIn(Field.Headings, candidate), CountIn(Field.Title, candidate));

    /// <summary>What it counts at the most: in headings and title no more often than the rarest of its terms.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="isExact">True when it counts just that.</param>
    public FieldCounts MostCounts(int candidate, out bool isExact)
    {
        var counts = new FieldCounts(_texts[candidate], MostIn(Field.Headings, candidate), MostIn(Field.Title, candidate));
        isExact = _cursors.Length == 1 || counts is { Headings: 0, Title: 0 };
        return counts;
    }

    private int MostIn(Field field, int candidate)
    {
        var most = int.MaxValue;
        for (var i = 0; i < _cursors.Length && most > 0; i++) most = Math.Min(most, _cursors[i].CountIn(field, _aheads[i][candidate]));
        return most;
    }

    private int CountIn(Field field, int candidate)
    {
        if (_cursors.Length == 1) return _cursors[0].CountIn(field, _aheads[0][candidate]);
        if (field != Field.Text && MostIn(field, candidate) == 0) return 0;
        return CountStarts(field, candidate);
    }

    /// <summary>
    /// Whether the text of a candidate holds the pattern. Most entries hold its rarest term once or twice and the others a few times: then the places
    /// are compared with all of these at once.
    /// </summary>
    private bool IsHeld(int candidate)
    {
        var places = _cursors[0].Positions(Field.Text, _aheads[0][candidate], out var count);
        if (count is 0 or > 2) return count > 0 && CountStarts(Field.Text, candidate) > 0;
        var (first, second) = (places[0] - _offsets[0], places[count - 1] - _offsets[0]);
        var (holdsFirst, holdsSecond) = (true, true);
        for (var i = 1; i < _cursors.Length; i++)
        {
            var others = _cursors[i].Positions(Field.Text, _aheads[i][candidate], out count);
            if (count > Vector256<int>.Count) return CountStarts(Field.Text, candidate) > 0;
            var (all, eight) = ((1u << count) - 1, Vector256.Create(others));
            holdsFirst &= (Vector256.Equals(eight, Vector256.Create(first + _offsets[i])).ExtractMostSignificantBits() & all) != 0;
            holdsSecond &= (Vector256.Equals(eight, Vector256.Create(second + _offsets[i])).ExtractMostSignificantBits() & all) != 0;
        }

        return holdsFirst | holdsSecond;
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
