namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>
/// Writes <c>documents.offsets</c>. However many documents there are, a bounded number of entries is in memory: when there are more,
/// they are sorted, spilled and merged at the end.
/// </summary>
/// <param name="folder">The generation's folder, where what is spilled stands for the time.</param>
/// <param name="most">How many entries are in memory at the most.</param>
internal sealed class DocumentOffsetsWriter(string folder, int most = 1 << 19) : IDisposable
{
    private readonly List<OffsetEntry> _entries = [];
    private readonly List<long> _runs = [];
    private FileStream? _spilled;

    /// <summary>Adds a document.</summary>
    public void Add(string id, DocumentPlace place)
    {
        _entries.Add(OffsetEntry.Of(id, place));
        if (_entries.Count == most) Spill();
    }

    /// <summary>Writes the file.</summary>
    public void WriteTo(RecordFile file)
    {
        _entries.Sort();
        var bytes = new byte[OffsetEntry.Size];
        foreach (var entry in _spilled is null ? _entries : Merge())
        {
            entry.Write(bytes);
            file.Append(bytes);
        }
    }

    /// <summary>Deletes what was spilled.</summary>
    public void Dispose() => _spilled?.Dispose();

    private void Spill()
    {
        _entries.Sort();
        _spilled ??= new FileStream(Path.Combine(folder, GenerationFiles.Offsets + ".run"), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        _runs.Add(_spilled.Position);
        var bytes = new byte[OffsetEntry.Size];
        foreach (var entry in _entries)
        {
            entry.Write(bytes);
            _spilled.Write(bytes);
        }

        _entries.Clear();
    }

    private IEnumerable<OffsetEntry> Merge()
    {
        _spilled!.Flush();
        var runs = _runs.Select((start, i) => Run(start, i + 1 < _runs.Count ? _runs[i + 1] : _spilled.Length)).Append(_entries)
            .Select(run => run.GetEnumerator()).Where(run => run.MoveNext()).ToList();
        var next = new PriorityQueue<IEnumerator<OffsetEntry>, OffsetEntry>(runs.Select(run => (run, run.Current)));
        while (next.TryDequeue(out var run, out var entry))
        {
            yield return entry;
            if (run.MoveNext()) next.Enqueue(run, run.Current);
        }
    }

    private IEnumerable<OffsetEntry> Run(long start, long end)
    {
        var window = new byte[OffsetEntry.Size << 10];
        for (var at = start; at < end; at += window.Length)
        {
            var length = (int)Math.Min(window.Length, end - at);
            for (var read = 0; read < length;)
            {
                var more = RandomAccess.Read(_spilled!.SafeFileHandle, window.AsSpan(read, length - read), at + read);
                if (more == 0) throw new EndOfStreamException();
                read += more;
            }

            for (var i = 0; i < length; i += OffsetEntry.Size) yield return OffsetEntry.Read(window.AsSpan(i));
        }
    }
}
