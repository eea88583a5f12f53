using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Index;

/// <summary>The opened segments of an index. An entry's number counts through all of them.</summary>
internal sealed class IndexSegments : IDisposable
{
    private readonly IndexFile _order;
    private readonly Segment[] _segments;

    private IndexSegments(IndexFile order, Segment[] segments, uint fingerprint)
    {
        (_order, _segments, Fingerprint) = (order, segments, fingerprint);
        Statistics = new CorpusStatistics(checked(segments.Sum(segment => segment.Count)), segments.Sum(segment => segment.Statistics.TextUnits),
            segments.Sum(segment => segment.Statistics.HeadingUnits), segments.Sum(segment => segment.Statistics.TitleUnits));
        Ranking = new Bm25F(Statistics);
        foreach (var segment in segments) segment.RankBy(Ranking);
    }

    /// <summary>The segments, in the order of their entries.</summary>
    public IReadOnlyList<Segment> Segments => _segments;

    /// <summary>What ranking needs to know of all entries.</summary>
    public CorpusStatistics Statistics { get; }

    /// <summary>What a match is worth in any of them.</summary>
    public Bm25F Ranking { get; }

    /// <summary>Tells the index from indexes with other content.</summary>
    public uint Fingerprint { get; }

    /// <summary>The number of entries.</summary>
    public int Count => Statistics.Entries;

    /// <summary>Opens the index of a folder.</summary>
    /// <exception cref="SearchIndexDamagedException">A file is missing, damaged, or of another index.</exception>
    public static IndexSegments Open(string folder)
    {
        var manifest = IndexManifest.Read(folder, out var fingerprint);
        var order = OpenOrder(folder, manifest);
        var segments = new List<Segment>();
        try
        {
            foreach (var segment in manifest.Segments)
                segments.Add(Segment.Open(folder, segments.Count + 1, segment, segments.Sum(before => before.Count), order));
            return new IndexSegments(order, [.. segments], fingerprint);
        }
        catch
        {
            foreach (var segment in segments) segment.Dispose();
            order.Dispose();
            throw;
        }
    }

    /// <summary>The number of the segment that has an entry.</summary>
    public int SegmentOf(int entry)
    {
        var number = _segments.Length - 1;
        while (number > 0 && _segments[number].Start > entry) number--;
        return number;
    }

    /// <summary>An entry's place in the order of ids.</summary>
    public int RankOf(int entry)
    {
        var segment = _segments[SegmentOf(entry)];
        return segment.RankOf(entry - segment.Start);
    }

    /// <summary>Reads every byte of every file. What the manifest does not say, when it is damaged, the folder does.</summary>
    public static IEnumerable<SearchIndexDamagedException> FindFaults(string folder)
    {
        IndexManifest? manifest = null;
        if (FaultOf(() => manifest = IndexManifest.Read(folder, out _)) is { } wrong) yield return wrong;
        if (FaultOf(() => CheckWhole(folder, IndexFileKind.Order, 0, manifest?.Order)) is { } disorder) yield return disorder;
        for (var number = 1; manifest is null ? Segment.Exists(folder, number) : number <= manifest.Segments.Count; number++)
        {
            foreach (var kind in Segment.Kinds)
            {
                var known = manifest?.Segments[number - 1].Files.FirstOrDefault(file => file.Kind == kind);
                if (FaultOf(() => CheckWhole(folder, kind, number, known)) is { } fault) yield return fault;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var segment in _segments) segment.Dispose();
        _order.Dispose();
    }

    private static IndexFile OpenOrder(string folder, IndexManifest manifest)
    {
        var order = IndexFile.Open(folder, IndexFileKind.Order);
        if (order.Summary == manifest.Order && order.Length == (long)manifest.Entries * sizeof(uint)) return order;
        order.Dispose();
        throw new SearchIndexDamagedException(order.Path, "it belongs to another index");
    }

    private static void CheckWhole(string folder, IndexFileKind kind, int segment, IndexFileSummary? known)
    {
        using var file = IndexFile.Open(folder, kind, segment);
        if (known is not null && known != file.Summary) throw new SearchIndexDamagedException(file.Path, "it belongs to another index");
        file.CheckWhole();
    }

    private static SearchIndexDamagedException? FaultOf(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (SearchIndexDamagedException fault)
        {
            return fault;
        }
    }
}
