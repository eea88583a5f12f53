using System.Numerics;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Tells of most hashes at once that they are not among some. Where every place of a text is asked for and hardly one is known, it is asked before
/// the table.
/// </summary>
internal sealed class HashSieve
{
    private const int BitsOfHash = 16;
    private const int FewestHashes = 64;
    private const int MostHashes = 1 << 20;

    private readonly ulong[] _words;
    private readonly int _shift;

    /// <param name="count">How many hashes will be added, about.</param>
    public HashSieve(int count)
    {
        var bits = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(count, FewestHashes, MostHashes)) * BitsOfHash;
        _words = new ulong[bits / 64];
        _shift = 32 - BitOperations.Log2((uint)_words.Length);
    }

    /// <summary>Adds a hash.</summary>
    public void Add(uint hash)
    {
        var product = Spread(hash);
        _words[product >> _shift] |= Bits(product);
    }

    /// <summary>False for a hash that was not added; for most of them.</summary>
    public bool MayHold(uint hash)
    {
        var product = Spread(hash);
        var bits = Bits(product);
        return (_words[product >> _shift] & bits) == bits;
    }

    /// <summary>The upper bits of a product depend on all bits of a hash, however it was made.</summary>
    private static uint Spread(uint hash) => hash * 0x9E37_79B1u;

    /// <summary>Two bits of one word: four times fewer hashes pass by chance than with one bit, and memory is waited for no more often.</summary>
    private static ulong Bits(uint product)
    {
        var mixed = (product ^ (product >> 15)) * 0x85EB_CA6Bu;
        return (1UL << (int)(mixed >> 26)) | (1UL << (int)((mixed >> 20) & 63));
    }
}
