namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Reads the positions of one term, an entry of a block after another. Entries that are not asked for are skipped all at once, and a field
/// is read when it is asked for.
/// </summary>
internal sealed class PositionsReader(IndexFile file, TermInfo info)
{
    private readonly int[][] _positions = [new int[16], [], []];
    private int _read;
    private int _at;
    private int _end;
    private int _entry;

    /// <summary>Starts at a block's positions.</summary>
    /// <param name="start">Where they start in the term's positions.</param>
    /// <param name="end">Where they end.</param>
    public void Start(int start, int end) => (_at, _end, _entry, _read) = (start, end, 0, 0);

    /// <summary>The positions of an entry of the block in a field; good until another entry is asked for.</summary>
    /// <param name="entry">Its number in the block; never less than the last that was asked for.</param>
    /// <param name="counts">The counts of the block's entries.</param>
    /// <param name="field">The field.</param>
    public ReadOnlySpan<int> Read(int entry, BlockCounts counts, Field field)
    {
        var count = counts.Of(field, entry);
        if (entry == _entry && (_read & (1 << (int)field)) != 0) return _positions[(int)field].AsSpan(0, count);
        var bytes = file.Slice(info.PositionsOffset + _at, _end - _at);
        var at = 0;
        if (entry != _entry)
        {
            VariableLength.Skip(bytes, ref at, counts.Sum(_entry, entry));
            (_at, _entry, _read) = (_at + at, entry, 0);
        }

        for (var before = Field.Text; before < field; before++) VariableLength.Skip(bytes, ref at, counts.Of(before, entry));
        if (count > bytes.Length - at) throw new InvalidDataException("An entry has too few positions.");
        if (_positions[(int)field].Length < count) _positions[(int)field] = new int[Math.Max(count, _positions[(int)field].Length * 2)];
        var positions = _positions[(int)field].AsSpan(0, count);
        var position = 0;
        for (var i = 0; i < positions.Length; i++) positions[i] = position += VariableLength.ReadInt32(bytes, ref at);
        _read |= 1 << (int)field;
        return positions;
    }
}
