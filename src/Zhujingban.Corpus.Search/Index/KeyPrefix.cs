using System.Buffers.Binary;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>The first bytes of a key as a number that sorts as they do; it decides most comparisons.</summary>
internal static class KeyPrefix
{
    /// <summary>The prefix of a key; a shorter key is filled up with zeros.</summary>
    public static ulong Of(ReadOnlySpan<byte> key)
    {
        if (key.Length >= sizeof(ulong)) return BinaryPrimitives.ReadUInt64BigEndian(key);
        var prefix = 0UL;
        foreach (var value in key) prefix = (prefix << 8) | value;
        return prefix << (8 * (sizeof(ulong) - key.Length) % 64);
    }

    /// <summary>The numbers of the keys in the order of their bytes.</summary>
    public static int[] Order(IReadOnlyList<byte[]> keys)
    {
        var prefixes = new ulong[keys.Count];
        var order = new int[keys.Count];
        for (var i = 0; i < order.Length; i++) (prefixes[i], order[i]) = (Of(keys[i]), i);
        Array.Sort(prefixes, order);
        var byBytes = Comparer<int>.Create((left, right) => keys[left].AsSpan().SequenceCompareTo(keys[right]));
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && prefixes[end] == prefixes[start]) end++;
            if (end - start > 1) Array.Sort(order, start, end - start, byBytes);
            start = end;
        }

        return order;
    }
}
