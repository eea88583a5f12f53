using System.Runtime.InteropServices;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>What is known of a block of postings without unpacking it.</summary>
/// <param name="Last">Its last entry.</param>
/// <param name="Start">Where it starts in the term's postings.</param>
/// <param name="Positions">Where its positions start in the term's positions.</param>
/// <param name="Frequency">No entry of it counts more than this in ranking.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct BlockHeader(int Last, int Start, int Positions, float Frequency)
{
    /// <summary>The bytes of a header.</summary>
    public const int Size = 16;

    /// <summary>The bytes before a packed block: the width of its gaps and of each field's counts.</summary>
    public const int Widths = 1 + Fields.Count;

    /// <summary>The headers that some bytes are.</summary>
    public static ReadOnlySpan<BlockHeader> ReadAll(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, BlockHeader>(bytes);

    /// <summary>The first block from one on that may hold an entry not before a target; their number when none may.</summary>
    public static int FirstFrom(ReadOnlySpan<BlockHeader> headers, int block, int target)
    {
        var (low, step) = (block, 1);
        for (; low + step <= headers.Length && headers[low + step - 1].Last < target; step *= 2) low += step;
        var high = Math.Min(low + step - 1, headers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (headers[middle].Last >= target) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
