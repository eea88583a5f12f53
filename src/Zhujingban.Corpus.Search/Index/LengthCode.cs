using System.Numerics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>The length of a field in one byte: exact below 16, to an eighth above. Ranking needs no more.</summary>
internal static class LengthCode
{
    private const int Exact = 16;
    private const int ExactBits = 4;
    private const int MantissaBits = 3;

    /// <summary>The code of a length.</summary>
    public static byte Encode(int length)
    {
        if (length < Exact) return (byte)Math.Max(0, length);
        var exponent = BitOperations.Log2((uint)length);
        var mantissa = (length >> (exponent - MantissaBits)) & ((1 << MantissaBits) - 1);
        return (byte)(Exact + ((exponent - ExactBits) << MantissaBits) + mantissa);
    }

    /// <summary>The least length that has a code.</summary>
    public static int Decode(byte code)
    {
        if (code < Exact) return code;
        var exponent = ((code - Exact) >> MantissaBits) + ExactBits;
        var mantissa = (code - Exact) & ((1 << MantissaBits) - 1);
        return (int)Math.Min(int.MaxValue, ((1L << MantissaBits) + mantissa) << (exponent - MantissaBits));
    }
}
