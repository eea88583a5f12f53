using System.Numerics;
using System.Runtime.Intrinsics;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Tells by the positions of several terms in which candidates they stand beside each other, as a pattern has them.</summary>
/// <param name="cursors">The cursors of the terms, the rarest first; the candidates are in the blocks that they stand in.</param>
/// <param name="offsets">Where in the pattern the terms stand.</param>
/// <param name="aheads">How far ahead of each cursor the candidates stand in its block.</param>
internal sealed class AdjoiningTerms(PostingsCursor[] cursors, int[] offsets, byte[][] aheads)
{
    /// <summary>What stays of the first eight places of a term that nothing was compared with yet.</summary>
    private static readonly byte[] AllPlaces = [.. Enumerable.Repeat(byte.MaxValue, BitPacking.BlockSize)];

    private readonly uint[] _texts = new uint[BitPacking.BlockSize];
    private readonly byte[] _places = new byte[BitPacking.BlockSize];
    private int[] _starts = [];

    /// <summary>How often the text of each candidate that was kept holds them so.</summary>
    public ReadOnlySpan<uint> InTexts => _texts;

    /// <summary>
    /// Keeps those at whose places of the rarest term all others stand, term by term: the positions of one are not even read when the one before it
    /// has left no candidate.
    /// </summary>
    /// <returns>How many were kept.</returns>
    public int Keep(Span<byte> candidates)
    {
        for (var other = 1; other < cursors.Length && !candidates.IsEmpty; other++) candidates = candidates[..Keep(candidates, other)];
        return candidates.Length;
    }

    /// <summary>How often a field of a candidate holds them so.</summary>
    public int CountIn(Field field, int candidate)
    {
        for (var i = 0; i < cursors.Length; i++)
        {
            if (cursors[i].CountIn(field, aheads[i][candidate]) == 0) return 0;
        }

        return CountStarts(field, candidate);
    }

    private int Keep(Span<byte> candidates, int other)
    {
        var rare = cursors[0].AllPositions(Field.Text, out var rareStarts);
        var others = cursors[other].AllPositions(Field.Text, out var otherStarts);
        var (rareAheads, otherAheads, distance) = (aheads[0], aheads[other], offsets[other] - offsets[0]);
        var isOnly = cursors.Length == 2;
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
        var positions = cursors[0].Positions(field, aheads[0][candidate]);
        if (_starts.Length < positions.Length) _starts = new int[Math.Max(positions.Length, 16)];
        var starts = _starts.AsSpan(0, positions.Length);
        for (var i = 0; i < starts.Length; i++) starts[i] = positions[i] - offsets[0];
        for (var i = 1; i < cursors.Length && !starts.IsEmpty; i++)
            starts = starts[..PatternCursor.Keep(starts, cursors[i].Positions(field, aheads[i][candidate]), offsets[i])];
        return starts.Length;
    }
}
