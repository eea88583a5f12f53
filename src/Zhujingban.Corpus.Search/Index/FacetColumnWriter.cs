using System.Buffers.Binary;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Writes the columns of all facets, one after another, then what is known of each.</summary>
internal sealed class FacetColumnWriter(IndexFileWriter file, int entries)
{
    private readonly int[] _numbers = new int[entries];
    private readonly ByteBuffer _values = new();
    private readonly List<FacetColumn> _columns = [];
    private byte[] _value = [];
    private int _count;

    /// <summary>Reads that entries have a value.</summary>
    /// <param name="facet">The facet, not before the last.</param>
    /// <param name="value">Its value as big-endian code units, not before the last.</param>
    /// <param name="ranges">Start and end of the ranges of entries.</param>
    public void Read(Facet facet, ReadOnlySpan<byte> value, ReadOnlySpan<byte> ranges)
    {
        while (_columns.Count < (int)facet) EndColumn();
        if (_count == 0 || !value.SequenceEqual(_value))
        {
            _value = value.ToArray();
            _count++;
            StringCode.Write(_values, TextOf(value));
        }

        for (var at = 0; at < ranges.Length;)
        {
            var start = VariableLength.ReadInt32(ranges, ref at);
            _numbers.AsSpan(start..VariableLength.ReadInt32(ranges, ref at)).Fill(_count);
        }
    }

    /// <summary>Writes what is left.</summary>
    public void Finish()
    {
        while (_columns.Count < EntryFacets.All.Length) EndColumn();
        foreach (var column in _columns)
        {
            file.WriteUInt64((ulong)column.ValuesOffset);
            file.WriteUInt64((ulong)column.NumbersOffset);
            file.WriteUInt32((uint)column.Values);
            file.WriteUInt32((uint)column.Width);
        }
    }

    private void EndColumn()
    {
        var column = new FacetColumn(file.Length, file.Length + _values.Length, _count, FacetColumn.WidthOf(_count));
        _columns.Add(column);
        file.Write(_values.Written);
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        foreach (var number in _numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            file.Write(bytes[..column.Width]);
        }

        Array.Clear(_numbers);
        _values.Clear();
        _count = 0;
    }

    private static string TextOf(ReadOnlySpan<byte> value)
    {
        var text = new char[value.Length / sizeof(char)];
        for (var i = 0; i < text.Length; i++) text[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(value[(i * sizeof(char))..]);
        return new string(text);
    }
}

/// <summary>Where the column of a facet stands.</summary>
/// <param name="ValuesOffset">Its values, sorted by their code units.</param>
/// <param name="NumbersOffset">For each entry the number of its value, from 1; 0 for none.</param>
/// <param name="Values">How many values there are.</param>
/// <param name="Width">The bytes of a number.</param>
internal readonly record struct FacetColumn(long ValuesOffset, long NumbersOffset, int Values, int Width)
{
    /// <summary>The bytes that the highest number needs: 0 when no entry has a value, else 1, 2 or 4.</summary>
    public static int WidthOf(int values) => values switch { 0 => 0, <= byte.MaxValue => 1, <= ushort.MaxValue => 2, _ => sizeof(int) };
}
