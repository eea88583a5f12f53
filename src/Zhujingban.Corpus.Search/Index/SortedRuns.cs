namespace Zhujingban.Corpus.Search.Index;

/// <summary>
/// Sorts more than memory holds: sorted runs are spilled to files and merged. Never more than <see cref="MostRuns"/> files are
/// open; when there are as many, they are merged to one. Equal keys keep the order in which they were added.
/// </summary>
internal sealed class SortedRuns(string folder, string name) : IDisposable
{
    private const int MostRuns = 64;

    private readonly List<string> _paths = [];
    private int _written;

    /// <summary>Writes a run.</summary>
    public void Add(Action<RunFileWriter> write)
    {
        if (_paths.Count == MostRuns) Consolidate();
        var path = NextPath();
        using var writer = new RunFileWriter(path);
        _paths.Add(path);
        write(writer);
    }

    /// <summary>Reads all records in the order of their keys.</summary>
    /// <param name="read">Called with a reader that stands at the record.</param>
    public void Merge(Action<RunFileReader> read)
    {
        var readers = new List<RunFileReader>();
        try
        {
            var queue = new PriorityQueue<RunFileReader, RunFileReader>(Comparer<RunFileReader>.Create(Compare));
            foreach (var path in _paths)
            {
                var reader = new RunFileReader(path, readers.Count);
                readers.Add(reader);
                if (reader.Next()) queue.Enqueue(reader, reader);
            }

            while (queue.TryDequeue(out var reader, out _))
            {
                read(reader);
                if (reader.Next()) queue.Enqueue(reader, reader);
            }
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
    }

    /// <summary>Deletes the files.</summary>
    public void Dispose()
    {
        foreach (var path in _paths) File.Delete(path);
        _paths.Clear();
    }

    private void Consolidate()
    {
        var path = NextPath();
        using (var writer = new RunFileWriter(path)) Merge(reader => writer.Write(reader.Key, reader.Payload));
        Dispose();
        _paths.Add(path);
    }

    private string NextPath() => Path.Combine(folder, $"{name}-{_written++}.run");

    private static int Compare(RunFileReader? left, RunFileReader? right)
    {
        if (left!.Prefix != right!.Prefix) return left.Prefix.CompareTo(right.Prefix);
        var order = left.Key.SequenceCompareTo(right.Key);
        return order != 0 ? order : left.Number.CompareTo(right.Number);
    }
}
