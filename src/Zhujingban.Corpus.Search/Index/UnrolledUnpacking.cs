using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Unpacks blocks of the widths that most have. Where a number stands is known when this is compiled, so that nothing is left to do but to move
/// and mask bits.
/// </summary>
internal static class UnrolledUnpacking
{
    private const int WordBits = 32;

    /// <summary>Reads a block as <see cref="BitPacking.Unpack"/> does.</summary>
    /// <param name="words">The first of as many packed words as a block of the width has.</param>
    /// <param name="width">The width.</param>
    /// <param name="values">The first of the numbers of a block.</param>
    /// <returns>False for other widths: then nothing was done.</returns>
    public static bool TryUnpack(ref Vector128<uint> words, int width, ref Vector128<uint> values)
    {
        switch (width)
        {
            case 1: Unpack1(ref words, ref values); return true;
            case 2: Unpack2(ref words, ref values); return true;
            case 3: Unpack3(ref words, ref values); return true;
            case 4: Unpack4(ref words, ref values); return true;
            case 5: Unpack5(ref words, ref values); return true;
            case 6: Unpack6(ref words, ref values); return true;
            case 7: Unpack7(ref words, ref values); return true;
            case 8: Unpack8(ref words, ref values); return true;
            default: return false;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Unpack1(ref Vector128<uint> words, ref Vector128<uint> values) => Unpack(ref words, 1, ref values);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Unpack2(ref Vector128<uint> words, ref Vector128<uint> values) => Unpack(ref words, 2, ref values);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Unpack3(ref Vector128<uint> words, ref Vector128<uint> values) => Unpack(ref words, 3, ref values);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Unpack4(ref Vector128<uint> words, ref Vector128<uint> values) => Unpack(ref words, 4, ref values);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Unpack5(ref Vector128<uint> words, ref Vector128<uint> values) => Unpack(ref words, 5, ref values);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Unpack6(ref Vector128<uint> words, ref Vector128<uint> values) => Unpack(ref words, 6, ref values);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Unpack7(ref Vector128<uint> words, ref Vector128<uint> values) => Unpack(ref words, 7, ref values);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Unpack8(ref Vector128<uint> words, ref Vector128<uint> values) => Unpack(ref words, 8, ref values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Unpack(ref Vector128<uint> words, int width, ref Vector128<uint> values)
    {
        Unpack(ref words, width, ref values, 0);
        Unpack(ref words, width, ref values, 8);
        Unpack(ref words, width, ref values, 16);
        Unpack(ref words, width, ref values, 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Unpack(ref Vector128<uint> words, int width, ref Vector128<uint> values, int first)
    {
        UnpackFour(ref words, width, ref values, first);
        UnpackFour(ref words, width, ref values, first + 1);
        UnpackFour(ref words, width, ref values, first + 2);
        UnpackFour(ref words, width, ref values, first + 3);
        UnpackFour(ref words, width, ref values, first + 4);
        UnpackFour(ref words, width, ref values, first + 5);
        UnpackFour(ref words, width, ref values, first + 6);
        UnpackFour(ref words, width, ref values, first + 7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void UnpackFour(ref Vector128<uint> words, int width, ref Vector128<uint> values, int at)
    {
        var (word, bit) = (at * width / WordBits, at * width % WordBits);
        var four = Unsafe.Add(ref words, word) >>> bit;
        if (bit + width > WordBits) four |= Unsafe.Add(ref words, word + 1) << (WordBits - bit);
        Unsafe.Add(ref values, at) = four & Vector128.Create((1u << width) - 1);
    }
}
