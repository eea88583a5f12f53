using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Finds what two blocks of rising numbers have in common: four of the rarer are compared with eight of the other at once, whatever comes of it, so
/// that the processor has nothing to guess (after Schlegel, Willhalm, Lehner 2011).
/// </summary>
internal static class BlockIntersection
{
    private const int Few = 4;
    private const int Many = 8;

    /// <summary>Finds the common numbers.</summary>
    /// <param name="rare">Rising numbers, and behind those that count four greater ones.</param>
    /// <param name="rareCount">How many of them count; a block's at the most.</param>
    /// <param name="others">Others, with eight greater ones behind.</param>
    /// <param name="otherCount">How many of these count.</param>
    /// <param name="onOther">Which of the others they are.</param>
    /// <returns>Which of the rare they are.</returns>
    public static BlockPlaces Find(ReadOnlySpan<uint> rare, int rareCount, ReadOnlySpan<uint> others, int otherCount, out BlockPlaces onOther)
    {
        rare = rare[..((rareCount + Few - 1) / Few * Few)];
        others = others[..((otherCount + Many - 1) / Many * Many)];
        var groups = MemoryMarshal.Cast<uint, Vector256<uint>>(others);
        ulong rareLow = 0, rareHigh = 0, otherLow = 0, otherHigh = 0;
        for (int i = 0, j = 0; i + Few <= rare.Length && j < groups.Length;)
        {
            var many = groups[j];
            var first = Vector256.Equals(many, Vector256.Create(rare[i]));
            var second = Vector256.Equals(many, Vector256.Create(rare[i + 1]));
            var third = Vector256.Equals(many, Vector256.Create(rare[i + 2]));
            var fourth = Vector256.Equals(many, Vector256.Create(rare[i + 3]));
            ulong held = (first | second | third | fourth).ExtractMostSignificantBits();
            var holding = Bit(first, 0) | Bit(second, 1) | Bit(third, 2) | Bit(fourth, 3);
            if (i < BlockPlaces.WordBits) rareLow |= holding << i;
            else rareHigh |= holding << i;
            if (j * Many < BlockPlaces.WordBits) otherLow |= held << (j * Many);
            else otherHigh |= held << (j * Many);
            var (rareLast, otherLast) = (rare[i + Few - 1], others[(j * Many) + Many - 1]);
            i += rareLast <= otherLast ? Few : 0;
            j += otherLast <= rareLast ? 1 : 0;
        }

        onOther = new BlockPlaces(otherLow, otherHigh).Below(otherCount);
        return new BlockPlaces(rareLow, rareHigh).Below(rareCount);
    }

    /// <summary>A bit for whether anything was found, without a jump.</summary>
    private static ulong Bit(Vector256<uint> found, int bit) => (ulong)(-(int)found.ExtractMostSignificantBits() >>> 31) << bit;
}

/// <summary>Places in a block, a bit each.</summary>
/// <param name="Low">The first half of the block.</param>
/// <param name="High">The second half.</param>
internal readonly record struct BlockPlaces(ulong Low, ulong High)
{
    /// <summary>The bits of a half.</summary>
    public const int WordBits = 64;

    /// <summary>How many there are.</summary>
    public int Count => BitOperations.PopCount(Low) + BitOperations.PopCount(High);

    /// <summary>Those below a place.</summary>
    public BlockPlaces Below(int place) => place switch
    {
        >= 2 * WordBits => this,
        >= WordBits => new BlockPlaces(Low, High & ((1UL << (place - WordBits)) - 1)),
        _ => new BlockPlaces(Low & ((1UL << place) - 1), 0),
    };

    /// <summary>Writes them in order.</summary>
    public void WriteTo(Span<byte> places)
    {
        var written = 0;
        for (var bits = Low; bits != 0; bits &= bits - 1) places[written++] = (byte)BitOperations.TrailingZeroCount(bits);
        for (var bits = High; bits != 0; bits &= bits - 1) places[written++] = (byte)(WordBits + BitOperations.TrailingZeroCount(bits));
    }
}
