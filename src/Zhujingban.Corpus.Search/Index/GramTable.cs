using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// The terms of ideographs and of two that adjoin, by their characters. It is asked for every character of every entry and is too large for the nearest
/// caches: key and term stand side by side, so that most questions touch memory once.
/// </summary>
internal sealed class GramTable
{
    private const int FirstSlots = 1 << 12;

    private Slot[] _slots = new Slot[FirstSlots];
    private int _count;

    /// <summary>The term of a key; a key that is not there is added.</summary>
    /// <param name="key">The key, not 0.</param>
    /// <param name="next">The term that it becomes.</param>
    public int Add(ulong key, int next)
    {
        ref var slot = ref Find(key);
        if (slot.Key == key) return slot.Term;
        slot = new Slot(key, next);
        if (++_count * 2 > _slots.Length) Grow();
        return next;
    }

    /// <summary>Says that a key will be asked for soon: its slot is fetched meanwhile.</summary>
    public unsafe void Announce(ulong key)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref _slots[SlotOf(key)]));
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        _count = 0;
    }

    private ref Slot Find(ulong key)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var at = SlotOf(key);
        while (slots[at].Key != key && slots[at].Key != 0) at = (at + 1) & mask;
        return ref slots[at];
    }

    private int SlotOf(ulong key) => (int)((key * 0x9E37_79B9_7F4A_7C15UL) >> (64 - BitOperations.Log2((uint)_slots.Length)));

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot.Key != 0) Find(slot.Key) = slot;
        }
    }

    private readonly record struct Slot(ulong Key, int Term);
}
