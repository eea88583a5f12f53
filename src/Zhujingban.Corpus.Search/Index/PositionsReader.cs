using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Reads the positions of one term, those of a block at once, so that every entry's can be reached at will. For one reader.</summary>
/// <param name="file">The file of the positions.</param>
/// <param name="info">The term.</param>
/// <param name="block">The block of postings that is read; its counts say whose the positions are.</param>
internal sealed class PositionsReader(IndexFile file, TermInfo info, PostingsBlock block)
{
    /// <summary>So many numbers can be read behind any position.</summary>
    private const int Padding = 16;

    private readonly int[][] _starts = [[], [], []];
    private int[] _positions = [];
    private int _start;
    private int _end;
    private int _fields;

    /// <summary>Turns to a block's positions.</summary>
    /// <param name="start">Where they start in the term's positions.</param>
    /// <param name="end">Where they end.</param>
    public void Start(int start, int end) => (_start, _end, _fields) = (start, end, 0);

    /// <summary>The positions of an entry of the block in a field, rising; good until another block is read.</summary>
    /// <param name="entry">Its number in the block.</param>
    /// <param name="field">The field.</param>
    public ReadOnlySpan<int> Read(int entry, Field field)
    {
        var positions = ReadAll(field, out var starts);
        return positions[starts[entry]..starts[entry + 1]];
    }

    /// <summary>The positions of all entries of the block in a field, and behind them what means nothing, so that eight can be looked at at once.</summary>
    /// <param name="field">The field.</param>
    /// <param name="starts">Where those of each entry start, and behind the last where they end.</param>
    public ReadOnlySpan<int> ReadAll(Field field, out ReadOnlySpan<int> starts)
    {
        if (_fields <= (int)field) ReadFields((int)field);
        starts = _starts[(int)field];
        return _positions;
    }

    private void ReadFields(int last)
    {
        if (_fields == 0)
        {
            ReadPositions();
            AddUp(0);
        }

        while (_fields <= last) AddUp(_starts[_fields - 1][block.Count]);
    }

    private void AddUp(int start)
    {
        ref var starts = ref _starts[_fields];
        if (starts.Length == 0) starts = new int[BitPacking.BlockSize + 1];
        block.Counts.AddUp((Field)_fields++, start, starts);
    }

    private void ReadPositions()
    {
        var bytes = file.Slice(info.PositionsOffset + _start, _end - _start);
        var at = 0;
        var runs = VariableLength.ReadInt32(bytes, ref at);
        ReadPositions(bytes.Slice(at, runs), bytes[(at + runs)..]);
    }

    private void ReadPositions(ReadOnlySpan<byte> runs, ReadOnlySpan<byte> bytes)
    {
        if (_positions.Length < bytes.Length + Padding) _positions = new int[Math.Max(bytes.Length + Padding, _positions.Length * 2)];
        Widen(bytes, _positions);
        var at = 0;
        for (var place = 0; at < runs.Length;)
        {
            place = checked(place + VariableLength.ReadInt32(runs, ref at));
            var high = checked(VariableLength.ReadInt32(runs, ref at) << PositionsWriter.ByteBits);
            for (var left = VariableLength.ReadInt32(runs, ref at); left >= 0; left--) _positions[place++] |= high;
        }
    }

    private static void Widen(ReadOnlySpan<byte> bytes, Span<int> numbers)
    {
        var output = MemoryMarshal.Cast<int, Vector128<uint>>(numbers);
        var at = 0;
        for (var i = 0; bytes.Length - at >= Vector128<byte>.Count; i += 4)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(bytes[at..]));
            (output[i], output[i + 1]) = Vector128.Widen(low);
            (output[i + 2], output[i + 3]) = Vector128.Widen(high);
            at += Vector128<byte>.Count;
        }

        for (; at < bytes.Length; at++) numbers[at] = bytes[at];
    }
}
