using System.Buffers;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>A list that grows in pooled arrays: what a page's reading needs only until its document is made costs no allocation.</summary>
/// <param name="capacity">The expected number of items.</param>
internal sealed class PooledList<T>(int capacity) : IDisposable
    where T : struct
{
    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);

    public int Count { get; private set; }

    /// <summary>The last item; there must be one.</summary>
    public ref T Last => ref _items[Count - 1];

    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == _items.Length) Grow(1);
        _items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<T> items)
    {
        if (Count + items.Length > _items.Length) Grow(items.Length);
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    public void Clear() => Count = 0;

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_items);
        (_items, Count) = ([], 0);
    }

    private void Grow(int by)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(_items.Length * 2, Count + by));
        Items.CopyTo(larger);
        ArrayPool<T>.Shared.Return(_items);
        _items = larger;
    }
}
