namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>Random numbers that are the same for a seed on every machine and version of the runtime (SplitMix64).</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, without, <paramref name="count"/>.</summary>
    public int Next(int count) => count <= 1 ? 0 : (int)(NextBits() % (ulong)count);

    /// <summary>A number from <paramref name="low"/> up to and with <paramref name="high"/>.</summary>
    public int Between(int low, int high) => low + Next(high - low + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>A generator of its own, so that what one stage draws does not change what the next one does.</summary>
    public SeededRandom Fork() => new(NextBits());

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
