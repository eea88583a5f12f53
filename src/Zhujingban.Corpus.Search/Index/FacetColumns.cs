using System.Buffers.Binary;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>The facets of the entries of an opened index.</summary>
internal sealed class FacetColumns
{
    private readonly IndexFile _file;
    private readonly int _entries;
    private readonly FacetColumn[] _columns = new FacetColumn[EntryFacets.All.Length];

    /// <summary>Opens the columns.</summary>
    public FacetColumns(IndexFile file, int entries)
    {
        (_file, _entries) = (file, entries);
        var table = file.Length - (FacetColumnsWriter.ColumnSize * _columns.Length);
        if (table < 0) throw new SearchIndexDamagedException(file.Path, "it has too few facets");
        for (var i = 0; i < _columns.Length; i++)
        {
            var bytes = file.Slice(table + (i * FacetColumnsWriter.ColumnSize), FacetColumnsWriter.ColumnSize);
            var column = new FacetColumn(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
                BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]));
            var end = i == 0 ? 0 : EndOf(_columns[i - 1]);
            if (column.ValuesOffset != end || column.NumbersOffset < end || EndOf(column) > table || column.Width != FacetColumn.WidthOf(column.Values))
                throw new SearchIndexDamagedException(file.Path, "its facets are not those of the manifest");
            _columns[i] = column;
        }
    }

    /// <summary>The values of a facet, sorted; the first has the number 1.</summary>
    public string[] Values(Facet facet)
    {
        var column = _columns[(int)facet];
        var bytes = _file.Slice(column.ValuesOffset, checked((int)(column.NumbersOffset - column.ValuesOffset)));
        var values = new string[column.Values];
        var at = 0;
        for (var i = 0; i < values.Length; i++) values[i] = StringCode.ReadPresent(bytes, ref at);
        return values;
    }

    /// <summary>The number of an entry's value; 0 for none.</summary>
    public int NumberOf(Facet facet, int entry)
    {
        var column = _columns[(int)facet];
        return Number(_file.Slice(column.NumbersOffset + ((long)entry * column.Width), column.Width), 0, column.Width);
    }

    /// <summary>How many of some entries have each value of a facet, by the values' numbers.</summary>
    public int[] Count(Facet facet, ReadOnlySpan<int> entries)
    {
        var column = _columns[(int)facet];
        var counts = new int[column.Values + 1];
        var numbers = _file.Slice(column.NumbersOffset, checked(_entries * column.Width));
        if (column.Width == 1)
        {
            foreach (var entry in entries) counts[numbers[entry]]++;
        }
        else
        {
            foreach (var entry in entries) counts[Number(numbers, entry, column.Width)]++;
        }

        return counts;
    }

    private long EndOf(FacetColumn column) => column.NumbersOffset + ((long)_entries * column.Width);

    private static int Number(ReadOnlySpan<byte> numbers, int entry, int width) => width switch
    {
        0 => 0,
        1 => numbers[entry],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(numbers[(entry * 2)..]),
        _ => BinaryPrimitives.ReadInt32LittleEndian(numbers[(entry * sizeof(int))..]),
    };
}
