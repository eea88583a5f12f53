using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Collects the facets of the entries and writes them facet by facet: its values, sorted, and for each entry which of them it has.
/// Only one facet's column is ever in memory; what stands before the columns are made is spilled.
/// </summary>
internal sealed class FacetColumnsWriter(SortedRuns runs, int capacity)
{
    /// <summary>The bytes of what is known of a column.</summary>
    public const int ColumnSize = 2 * sizeof(ulong) + (2 * sizeof(uint));

    private readonly Dictionary<(Facet Facet, string Value), List<EntryRange>> _ranges = [];
    private readonly List<EntryRange>?[] _last = new List<EntryRange>?[EntryFacets.All.Length];
    private readonly string?[] _values = new string?[EntryFacets.All.Length];
    private int _buffered;
    private int _count;

    /// <summary>Adds the next entry.</summary>
    public void Add(IndexEntry entry)
    {
        foreach (var facet in EntryFacets.All)
        {
            if (EntryFacets.Of(entry, facet) is { } value) Add(facet, value);
        }

        _count++;
        if (_buffered >= capacity) Spill();
    }

    /// <summary>Writes all columns.</summary>
    public void Write(IndexFileWriter file)
    {
        Spill();
        var column = new FacetColumnWriter(file, _count);
        runs.Merge(record => column.Read((Facet)record.Key[0], record.Key[1..], record.Payload));
        column.Finish();
    }

    private void Add(Facet facet, string value)
    {
        var ranges = _last[(int)facet];
        if (ranges is null || _values[(int)facet] != value)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_ranges, (facet, value), out _);
            ranges = known ??= [];
            (_last[(int)facet], _values[(int)facet]) = (ranges, value);
        }

        if (ranges.Count > 0 && ranges[^1].End == _count)
        {
            ranges[^1] = ranges[^1] with { End = _count + 1 };
            return;
        }

        ranges.Add(new EntryRange(_count, _count + 1));
        _buffered++;
    }

    private void Spill()
    {
        if (_buffered == 0) return;
        var payload = new ByteBuffer();
        var sorted = _ranges.ToArray();
        Array.Sort(sorted, (one, other) => one.Key.Facet != other.Key.Facet ? one.Key.Facet - other.Key.Facet : string.CompareOrdinal(one.Key.Value, other.Key.Value));
        runs.Add(run =>
        {
            foreach (var ((facet, value), ranges) in sorted)
            {
                payload.Clear();
                foreach (var range in ranges)
                {
                    VariableLength.Write(payload, (ulong)range.Start);
                    VariableLength.Write(payload, (ulong)range.End);
                }

                run.Write(KeyOf(facet, value), payload.Written);
            }
        });
        _ranges.Clear();
        Array.Clear(_last);
        _buffered = 0;
    }

    /// <summary>Bytes that sort as the facets do, and their values' code units.</summary>
    private static byte[] KeyOf(Facet facet, string value)
    {
        var key = new byte[1 + (value.Length * sizeof(char))];
        key[0] = (byte)facet;
        for (var i = 0; i < value.Length; i++) BinaryPrimitives.WriteUInt16BigEndian(key.AsSpan(1 + (i * sizeof(char))), value[i]);
        return key;
    }

    private readonly record struct EntryRange(int Start, int End);
}
