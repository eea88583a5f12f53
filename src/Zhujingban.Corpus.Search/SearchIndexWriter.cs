using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search;

/// <summary>
/// Writes an index into a folder. Memory stays bounded whatever the number of entries: what does not fit is sorted, spilled beside
/// the index and merged at the end; only a few bytes an entry are kept, and at the end what one term has. A folder that was not completed is
/// not an index.
/// </summary>
public sealed class SearchIndexWriter : ISearchIndexBuilder
{
    internal const int DefaultIds = 1 << 16;
    private const int DefaultTokens = 1 << 22;

    private readonly string _folder;
    private readonly int _tokens;
    private readonly int _capacity;
    private readonly int _entriesPerSegment;
    private readonly SortedRuns _idRuns;
    private readonly IdOrder _ids;
    private readonly List<SegmentManifest> _segments = [];
    private SegmentBuilder _segment;
    private bool _completed;

    /// <summary>Starts an index.</summary>
    /// <param name="folder">
    /// Where to write it; it is created when it is not there. An index that it holds is deleted; who has it open can read on.
    /// </param>
    public SearchIndexWriter(string folder)
        : this(folder, int.MaxValue)
    {
    }

    /// <summary>Starts an index of several segments.</summary>
    /// <param name="folder">Where to write it, as above.</param>
    /// <param name="entriesPerSegment">A segment ends when it has so many entries. Answers do not depend on it.</param>
    public SearchIndexWriter(string folder, int entriesPerSegment)
        : this(folder, DefaultTokens, DefaultIds, entriesPerSegment)
    {
    }

    internal SearchIndexWriter(string folder, int tokens, int ids, int entriesPerSegment = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(entriesPerSegment);
        (_folder, _tokens, _capacity, _entriesPerSegment) = (folder, tokens, ids, entriesPerSegment);
        Prepare(folder);
        _idRuns = new SortedRuns(folder, "ids");
        _ids = new IdOrder(_idRuns, ids);
        _segment = new SegmentBuilder(folder, 1, tokens, ids);
    }

    /// <inheritdoc/>
    public void Add(IndexEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ObjectDisposedException.ThrowIf(_completed, this);
        if (_segment.Count == _entriesPerSegment) StartSegment();
        _segment.Add(entry);
        _ids.Add(entry.Id);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">An id was added twice.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_completed, this);
        _completed = true;
        var order = _ids.Write(_folder);
        EndSegment();
        new IndexManifest(_segments, order).Write(_folder);
    }

    /// <summary>Deletes what was spilled. Without <see cref="Complete"/> the folder holds no index.</summary>
    public void Dispose()
    {
        _completed = true;
        _segment.Dispose();
        _idRuns.Dispose();
    }

    /// <summary>Creates a folder for an index and deletes one that it holds, its manifest first.</summary>
    internal static void Prepare(string folder)
    {
        Directory.CreateDirectory(folder);
        File.Delete(Path.Combine(folder, IndexFileFormat.NameOf(IndexFileKind.Manifest)));
        foreach (var pattern in (string[])["*.run", "*.zji"])
        {
            foreach (var old in Directory.GetFiles(folder, pattern)) File.Delete(old);
        }
    }

    private void StartSegment()
    {
        EndSegment();
        _segment = new SegmentBuilder(_folder, _segments.Count + 1, _tokens, _capacity);
    }

    private void EndSegment()
    {
        _segments.Add(_segment.Complete());
        _segment.Dispose();
    }
}
