namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Collects the positions of a block's entries, field by field. Each has one byte at its place, so that those of one entry are reached without reading
/// what stands before. Where that does not say all, which is so behind the first 256 units of long texts alone, a run says what is above it.
/// </summary>
internal sealed class PositionsWriter
{
    /// <summary>The bits of a position that stand at its place.</summary>
    public const int ByteBits = 8;

    private readonly ByteBuffer[] _bytes = [.. Enumerable.Range(0, Fields.Count).Select(_ => new ByteBuffer())];
    private readonly List<(int Start, int End, uint High)>[] _runs = [.. Enumerable.Range(0, Fields.Count).Select(_ => new List<(int Start, int End, uint High)>())];
    private readonly ByteBuffer _written = new();

    /// <summary>Adds the next entry of the block.</summary>
    /// <param name="places">Where it holds the term, rising; see <see cref="Place"/>.</param>
    /// <param name="counts">Takes down how often each field does.</param>
    public void Add(ReadOnlySpan<uint> places, Span<int> counts)
    {
        counts.Clear();
        while (!places.IsEmpty)
        {
            var field = Place.FieldOf(places[0]);
            var count = 1;
            while (count < places.Length && Place.FieldOf(places[count]) == field) count++;
            Add(_bytes[(int)field], _runs[(int)field], places[..count]);
            counts[(int)field] = count;
            places = places[count..];
        }
    }

    /// <summary>Writes the block and starts the next.</summary>
    public void EndBlock(ByteBuffer output)
    {
        var (start, before) = (0, 0);
        _written.Clear();
        for (var field = 0; field < Fields.Count; field++)
        {
            foreach (var run in _runs[field])
            {
                VariableLength.Write(_written, (ulong)(start + run.Start - before));
                VariableLength.Write(_written, run.High);
                VariableLength.Write(_written, (ulong)(run.End - run.Start - 1));
                before = start + run.End;
            }

            start += _bytes[field].Length;
            _runs[field].Clear();
        }

        VariableLength.Write(output, (ulong)_written.Length);
        output.Write(_written.Written);
        foreach (var bytes in _bytes)
        {
            output.Write(bytes.Written);
            bytes.Clear();
        }
    }

    private static void Add(ByteBuffer bytes, List<(int Start, int End, uint High)> runs, ReadOnlySpan<uint> places)
    {
        var room = bytes.GetSpan(places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            var position = (uint)Place.PositionOf(places[i]);
            room[i] = (byte)position;
            if (position <= byte.MaxValue) continue;
            var at = bytes.Length + i;
            if (runs.Count > 0 && runs[^1] is var last && last.End == at && last.High == position >> ByteBits) runs[^1] = last with { End = at + 1 };
            else runs.Add((at, at + 1, position >> ByteBits));
        }

        bytes.Advance(places.Length);
    }
}
