namespace Zhujingban.Corpus.Search.Tests;

/// <summary>A folder for an index that is deleted when the test ends.</summary>
internal sealed class IndexFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("zhujingban-index-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Writes the entries, with buffers so small that they spill when <paramref name="tokens"/> is small.</summary>
    public IndexFolder Write(IEnumerable<IndexEntry> entries, int tokens = 1 << 20, int ids = 1 << 16, int entriesPerSegment = int.MaxValue)
    {
        using var writer = new SearchIndexWriter(Path, tokens, ids, entriesPerSegment);
        foreach (var entry in entries) writer.Add(entry);
        writer.Complete();
        return this;
    }

    public SearchIndex Open() => SearchIndex.Open(Path);

    public IEnumerable<string> Files => Directory.GetFiles(Path).Order(StringComparer.Ordinal);
}
