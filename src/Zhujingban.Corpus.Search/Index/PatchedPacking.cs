using System.Numerics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Blocks of 128 numbers packed in as many bits as most of them need; of the few that need more, the rest of their bits follows
/// (patched frame of reference; Zukowski, Héman, Nes, Boncz 2006). Clauses of one document share their terms, so most gaps are small and
/// a few, from document to document, are large.
/// </summary>
internal static class PatchedPacking
{
    /// <summary>The bit of a code that says that rests follow.</summary>
    private const int HasRests = 0x80;

    /// <summary>The bits of a group of <see cref="VariableLength"/>.</summary>
    private const int GroupBits = 7;

    private const int WordBits = 32;

    /// <summary>How the numbers take the fewest bytes: the width, and whether rests follow.</summary>
    public static byte CodeOf(ReadOnlySpan<uint> values)
    {
        Span<int> numbers = stackalloc int[WordBits + 1];
        numbers.Clear();
        foreach (var value in values) numbers[WordBits - BitOperations.LeadingZeroCount(value)]++;
        var widest = numbers.LastIndexOfAnyExcept(0);
        var (best, bytes) = (widest, BitPacking.BytesOf(widest));
        for (var width = widest - 1; width >= 0; width--)
        {
            var cost = BitPacking.BytesOf(width) + 1;
            for (var wide = width + 1; wide <= widest && cost < bytes; wide++) cost += numbers[wide] * (1 + ((wide - width + GroupBits - 1) / GroupBits));
            if (cost < bytes) (best, bytes) = (width, cost);
        }

        return (byte)(best | (best < widest ? HasRests : 0));
    }

    /// <summary>Appends a block in the way of a code.</summary>
    public static void Pack(ReadOnlySpan<uint> values, byte code, ByteBuffer output)
    {
        var width = code & ~HasRests;
        if (code == width)
        {
            BitPacking.Pack(values, width, output);
            return;
        }

        Span<uint> low = stackalloc uint[BitPacking.BlockSize];
        var rests = 0;
        for (var i = 0; i < low.Length; i++)
        {
            low[i] = values[i] & ((1u << width) - 1);
            rests += low[i] != values[i] ? 1 : 0;
        }

        BitPacking.Pack(low, width, output);
        output.Write([(byte)rests]);
        for (var i = 0; i < low.Length; i++)
        {
            if (low[i] == values[i]) continue;
            output.Write([(byte)i]);
            VariableLength.Write(output, values[i] >> width);
        }
    }

    /// <summary>Reads a block.</summary>
    /// <returns>The bytes it took.</returns>
    public static int Unpack(ReadOnlySpan<byte> input, byte code, Span<uint> values)
    {
        var width = code & ~HasRests;
        var at = BitPacking.Unpack(input, width, values);
        if (code == width) return at;
        for (var rests = input[at++]; rests > 0; rests--)
        {
            var i = input[at++];
            values[i] |= (uint)VariableLength.Read(input, ref at) << width;
        }

        return at;
    }
}
