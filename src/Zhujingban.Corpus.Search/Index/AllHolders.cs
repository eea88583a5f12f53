namespace Zhujingban.Corpus.Search.Index;

/// <summary>The counts of an index of several segments. For one reader, who asks the same for one segment after another.</summary>
/// <param name="segments">All segments.</param>
internal sealed class AllHolders(IReadOnlyList<Segment> segments) : IHolders
{
    private readonly Dictionary<byte[], int> _terms = new(new BytesComparer());
    private readonly Dictionary<byte[], int> _prefixes = new(new BytesComparer());

    /// <inheritdoc/>
    public int Of(ReadOnlySpan<byte> term, int here)
    {
        var known = _terms.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(term, out var holders)) return holders;
        foreach (var segment in segments) holders += segment.Find(term)?.Holders ?? 0;
        return known[term] = holders;
    }

    /// <inheritdoc/>
    public int OfPrefix(ReadOnlySpan<byte> prefix, int here)
    {
        var known = _prefixes.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(prefix, out var holders)) return holders;
        var sum = 0L;
        foreach (var segment in segments)
        {
            foreach (var (_, info) in segment.StartingWith(prefix)) sum += info.Holders;
        }

        return known[prefix] = (int)Math.Min(int.MaxValue, sum);
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
