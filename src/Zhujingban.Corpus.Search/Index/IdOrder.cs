using System.Buffers.Binary;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>Sorts the ids of the entries, which decides between equal scores, and finds an id that was added twice.</summary>
internal sealed class IdOrder(SortedRuns runs, int capacity)
{
    private readonly List<string> _ids = [];
    private int _spilled;

    /// <summary>Adds the id of the next entry.</summary>
    public void Add(string id)
    {
        _ids.Add(id);
        if (_ids.Count == capacity) Spill();
    }

    /// <summary>Writes each entry's place in the ordinal order of all ids.</summary>
    /// <exception cref="InvalidOperationException">An id was added twice.</exception>
    public IndexFileSummary Write(string folder)
    {
        using var file = new IndexFileWriter(folder, IndexFileKind.Order);
        foreach (var rank in Ranks()) file.WriteUInt32((uint)rank);
        return file.Complete();
    }

    private int[] Ranks()
    {
        Spill();
        var ranks = new int[_spilled];
        var next = 0;
        byte[] before = [];
        runs.Merge(record =>
        {
            if (next > 0 && record.Key.SequenceEqual(before)) throw new InvalidOperationException($"The id {IdOf(record.Key)} was added twice.");
            before = record.Key.ToArray();
            ranks[BinaryPrimitives.ReadInt32LittleEndian(record.Payload)] = next++;
        });
        return ranks;
    }

    private void Spill()
    {
        if (_ids.Count == 0) return;
        var order = Enumerable.Range(0, _ids.Count).ToArray();
        Array.Sort(order, (left, right) => string.CompareOrdinal(_ids[left], _ids[right]));
        var entry = new byte[sizeof(int)];
        runs.Add(run =>
        {
            foreach (var i in order)
            {
                BinaryPrimitives.WriteInt32LittleEndian(entry, _spilled + i);
                run.Write(KeyOf(_ids[i]), entry);
            }
        });
        _spilled += _ids.Count;
        _ids.Clear();
    }

    /// <summary>Bytes that sort as the code units do.</summary>
    private static byte[] KeyOf(string id)
    {
        var key = new byte[id.Length * sizeof(char)];
        for (var i = 0; i < id.Length; i++) BinaryPrimitives.WriteUInt16BigEndian(key.AsSpan(i * sizeof(char)), id[i]);
        return key;
    }

    private static string IdOf(ReadOnlySpan<byte> key)
    {
        var id = new char[key.Length / sizeof(char)];
        for (var i = 0; i < id.Length; i++) id[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(key[(i * sizeof(char))..]);
        return new string(id);
    }
}
