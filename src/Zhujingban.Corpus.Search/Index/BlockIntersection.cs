using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Finds numbers in a block of rising ones. Each is looked for by itself, in two steps of comparing many at once, whatever comes of it: the processor has
/// nothing to guess, and looks for several of them at the same time.
/// </summary>
internal static class BlockIntersection
{
    /// <summary>The numbers behind a block, each as great as the greatest, with which it can be looked at eight at a time.</summary>
    public const int Padding = 8;

    /// <summary>Every so many numbers of a block one is compared first.</summary>
    private const int Stride = 16;

    /// <summary>Finds numbers in a block.</summary>
    /// <param name="numbers">Rising numbers, a block's at the most.</param>
    /// <param name="block">A block of rising numbers and its padding.</param>
    /// <param name="found">Takes down which of the numbers the block has.</param>
    /// <param name="places">Takes down where in the block they are.</param>
    /// <returns>How many were found.</returns>
    public static int Find(ReadOnlySpan<uint> numbers, ReadOnlySpan<uint> block, Span<byte> found, Span<byte> places)
    {
        var entries = MemoryMarshal.Cast<uint, int>(block)[..(BitPacking.BlockSize + Padding)];
        var samples = Vector256.Create(entries[15], entries[31], entries[47], entries[63], entries[79], entries[95], entries[111], entries[127]);
        found = found[..BitPacking.BlockSize];
        places = places[..BitPacking.BlockSize];
        var count = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            var number = Vector256.Create((int)numbers[i]);
            var stride = CountLess(samples, number) * Stride;
            if (stride == BitPacking.BlockSize) break;
            var strides = entries.Slice(stride, Stride);
            var place = stride + CountLess(Vector256.Create(strides), number) + CountLess(Vector256.Create(strides[8..]), number);
            (found[count], places[count]) = ((byte)i, (byte)place);
            count += entries[place] == (int)numbers[i] ? 1 : 0;
        }

        return count;
    }

    private static int CountLess(Vector256<int> numbers, Vector256<int> than) =>
        BitOperations.PopCount(Vector256.LessThan(numbers, than).ExtractMostSignificantBits());
}
