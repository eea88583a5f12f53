using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search;

/// <summary>Makes one index of several, or one segment of the several of an index.</summary>
public static class SearchIndexMerger
{
    /// <summary>
    /// Writes an index with all entries of some indexes, in their order, as one segment: the same bytes as one build over the same entries.
    /// Memory stays bounded as in a build.
    /// </summary>
    /// <param name="sources">The folders of the indexes.</param>
    /// <param name="folder">Where to write; none of the sources.</param>
    /// <exception cref="SearchIndexDamagedException">A source cannot be read; the folder then holds no index.</exception>
    /// <exception cref="InvalidOperationException">Two entries have one id; the folder then holds no index.</exception>
    public static void Merge(IReadOnlyList<string> sources, string folder)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Any(source => FullPath(source) == FullPath(folder)))
            throw new ArgumentException("An index cannot be merged into itself.", nameof(folder));
        var opened = new List<IndexSegments>();
        try
        {
            foreach (var source in sources) opened.Add(IndexSegments.Open(source));
            Merge([.. opened.SelectMany(index => index.Segments)], folder, SearchIndexWriter.DefaultIds);
        }
        finally
        {
            foreach (var index in opened) index.Dispose();
        }
    }

    private static string FullPath(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private static void Merge(IReadOnlyList<Segment> segments, string folder, int capacity)
    {
        SearchIndexWriter.Prepare(folder);
        using var runs = new SortedRuns(folder, "ids");
        using var writer = new SegmentWriter(folder, 1, capacity);
        var ids = new IdOrder(runs, capacity);
        var segment = new SegmentMerger(segments).Merge(writer, ids);
        new IndexManifest([segment], ids.Write(folder)).Write(folder);
    }
}
