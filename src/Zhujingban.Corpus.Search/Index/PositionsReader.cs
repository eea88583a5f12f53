namespace Zhujingban.Corpus.Search.Index;

/// <summary>Reads the positions of one term, an entry of a block after another; entries that are not asked for are skipped.</summary>
internal sealed class PositionsReader(IndexFile file, TermInfo info)
{
    private int[] _positions = new int[16];
    private readonly int[] _starts = new int[Fields.Count + 1];
    private int _at;
    private int _end;
    private int _next;
    private int _read;

    /// <summary>Starts at a block's positions.</summary>
    /// <param name="start">Where they start in the term's positions.</param>
    /// <param name="end">Where they end.</param>
    public void Start(int start, int end) => (_at, _end, _next, _read) = (start, end, 0, -1);

    /// <summary>The positions of an entry of the block in a field.</summary>
    /// <param name="entry">Its number in the block; never less than the last that was asked for.</param>
    /// <param name="counts">The counts of the block's entries by field.</param>
    /// <param name="field">The field.</param>
    public ReadOnlySpan<int> Read(int entry, uint[][] counts, Field field)
    {
        if (_read != entry) ReadEntry(entry, counts);
        return _positions.AsSpan(_starts[(int)field], _starts[(int)field + 1] - _starts[(int)field]);
    }

    private void ReadEntry(int entry, uint[][] counts)
    {
        var bytes = file.Slice(info.PositionsOffset + _at, _end - _at);
        var at = 0;
        for (; _next < entry; _next++) VariableLength.Skip(bytes, ref at, (int)(counts[0][_next] + counts[1][_next] + counts[2][_next]));
        var total = (int)(counts[0][entry] + counts[1][entry] + counts[2][entry]);
        if (total > bytes.Length - at) throw new InvalidDataException("An entry has too few positions.");
        if (_positions.Length < total) _positions = new int[Math.Max(total, _positions.Length * 2)];
        var next = 0;
        for (var field = 0; field < Fields.Count; field++)
        {
            _starts[field] = next;
            var position = 0;
            for (var left = counts[field][entry]; left > 0; left--) _positions[next++] = position += VariableLength.ReadInt32(bytes, ref at);
        }

        _starts[Fields.Count] = next;
        _at += at;
        (_next, _read) = (entry + 1, entry);
    }
}
