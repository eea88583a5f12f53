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
}
