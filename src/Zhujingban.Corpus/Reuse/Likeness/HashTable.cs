using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// A number for each of many hashes. Open addressing (Knuth, TAOCP 3, 6.4): where a text has many pieces, to look one up is to wait for memory, here once and in a
/// dictionary twice.
/// </summary>
internal sealed class HashTable
{
    /// <summary>Is told of a hash that has no number.</summary>
    public const int None = -1;

    private const int FirstBits = 6;

    private Slot[] _slots = new Slot[1 << FirstBits];
    private int _shift = 64 - FirstBits;

    /// <summary>How many hashes have a number.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a hash, or <see cref="None"/>.</summary>
    public int Find(ulong hash) => _slots[Place(hash)].Number;

    /// <summary>The number of a hash, or <see cref="None"/>: then it has been given this one.</summary>
    public int FindOrAdd(ulong hash, int number)
    {
        ref var slot = ref _slots[Place(hash)];
        if (!slot.IsEmpty) return slot.Number;
        slot = new Slot(hash, number);
        Count++;
        if (Count * 3 > _slots.Length * 2) Grow();
        return None;
    }

    /// <summary>What tells of most hashes that they have no number. To fill it with each hash as it comes would be to wait for memory once more.</summary>
    public HashSieve Sieve()
    {
        var sieve = new HashSieve(Count);
        foreach (var slot in _slots)
        {
            if (!slot.IsEmpty) sieve.Add((uint)slot.Hash);
        }

        return sieve;
    }

    /// <summary>Has the places of some hashes brought near before the first is asked for: so memory is waited for once, not once for each. What it returns means nothing.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Fetch(ReadOnlySpan<ulong> hashes)
    {
        var read = 0;
        foreach (var hash in hashes) read ^= _slots[FirstPlace(hash)].Number;
        return read;
    }

    /// <summary>Where a hash stands, or the empty place where it would: the upper bits of a product depend on all bits of it.</summary>
    private int Place(ulong hash)
    {
        var at = FirstPlace(hash);
        while (!_slots[at].IsEmpty && _slots[at].Hash != hash) at = (at + 1) & (_slots.Length - 1);
        return at;
    }

    private int FirstPlace(ulong hash) => (int)((hash * 0x9E37_79B9_7F4A_7C15UL) >> _shift);

    private void Grow()
    {
        var slots = _slots;
        _slots = new Slot[slots.Length * 2];
        _shift--;
        foreach (var slot in slots)
        {
            if (!slot.IsEmpty) _slots[Place(slot.Hash)] = slot;
        }
    }

    /// <summary>Twelve bytes: aligned to eight they would be sixteen.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly struct Slot(ulong hash, int number)
    {
        private readonly int _next = number + 1;

        public ulong Hash { get; } = hash;

        public int Number => _next - 1;

        public bool IsEmpty => _next == 0;
    }
}
