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

    private readonly ulong[] _bits;
    private readonly int _shift;

    /// <param name="count">How many hashes will be added, about.</param>
    public HashSieve(int count)
    {
        var bits = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(count, FewestHashes, MostHashes)) * BitsOfHash;
        _bits = new ulong[bits / 64];
        _shift = 32 - BitOperations.Log2(bits);
    }

    /// <summary>Adds a hash.</summary>
    public void Add(uint hash)
    {
        var bit = Bit(hash);
        _bits[bit >> 6] |= 1UL << (int)(bit & 63);
    }

    /// <summary>False for a hash that was not added; for most of them.</summary>
    public bool MayHold(uint hash)
    {
        var bit = Bit(hash);
        return (_bits[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
    }

    /// <summary>The upper bits of a product depend on all bits of a hash, however it was made.</summary>
    private uint Bit(uint hash) => (hash * 0x9E37_79B1u) >> _shift;
}
