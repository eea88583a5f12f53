using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Blocks of 128 numbers in as many bits each as the largest needs. The numbers stand in four lanes, the i-th in lane i mod 4,
/// so that four are unpacked at once.
/// </summary>
internal static class BitPacking
{
    /// <summary>The numbers in a block.</summary>
    public const int BlockSize = 128;

    private const int WordBits = 32;

    /// <summary>The bits that the largest of the numbers needs.</summary>
    public static int WidthOf(ReadOnlySpan<uint> values)
    {
        var all = 0u;
        foreach (var value in values) all |= value;
        return WordBits - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>The bytes of a block.</summary>
    public static int BytesOf(int width) => width * BlockSize / 8;

    /// <summary>Appends a block.</summary>
    public static void Pack(ReadOnlySpan<uint> values, int width, ByteBuffer output)
    {
        if (width == 0) return;
        var bytes = output.GetSpan(BytesOf(width))[..BytesOf(width)];
        bytes.Clear();
        var words = MemoryMarshal.Cast<byte, Vector128<uint>>(bytes);
        var (word, bit) = (0, 0);
        foreach (var four in MemoryMarshal.Cast<uint, Vector128<uint>>(values[..BlockSize]))
        {
            words[word] |= four << bit;
            if (bit + width > WordBits) words[word + 1] |= four >>> (WordBits - bit);
            bit += width;
            word += bit / WordBits;
            bit %= WordBits;
        }

        output.Advance(bytes.Length);
    }

    /// <summary>Reads a block.</summary>
    /// <returns>The bytes it took.</returns>
    public static int Unpack(ReadOnlySpan<byte> input, int width, Span<uint> values)
    {
        if (width > WordBits) throw new InvalidDataException("A block has too many bits.");
        if (width == 0)
        {
            values[..BlockSize].Clear();
            return 0;
        }

        var words = MemoryMarshal.Cast<byte, Vector128<uint>>(input[..BytesOf(width)]);
        var fours = MemoryMarshal.Cast<uint, Vector128<uint>>(values[..BlockSize]);
        if (UnrolledUnpacking.TryUnpack(ref MemoryMarshal.GetReference(words), width, ref MemoryMarshal.GetReference(fours))) return BytesOf(width);
        var mask = Vector128.Create(uint.MaxValue >> (WordBits - width));
        var (word, bit) = (0, 0);
        foreach (ref var four in fours)
        {
            var value = words[word] >>> bit;
            if (bit + width > WordBits) value |= words[word + 1] << (WordBits - bit);
            four = value & mask;
            bit += width;
            word += bit / WordBits;
            bit %= WordBits;
        }

        return BytesOf(width);
    }
}
