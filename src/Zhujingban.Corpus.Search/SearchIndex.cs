using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;

namespace Zhujingban.Corpus.Search;

/// <summary>
/// An opened index of clauses. Its files are mapped into memory and never change; any number of threads may search at once, and a
/// search that is under way when the index is disposed still ends well.
/// </summary>
public sealed class SearchIndex : ISearchIndex
{
    private readonly IndexSegments _segments;
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private int _leases = 1;
    private int _disposed;

    private SearchIndex(string folder, IndexSegments segments, TimeProvider clock) => (_folder, _segments, _clock) = (folder, segments, clock);

    /// <inheritdoc/>
    public int Count => _segments.Count;

    /// <summary>Opens the index of a folder. Its files are checked in outline here, and in detail as they are read.</summary>
    /// <param name="folder">A folder that a <see cref="SearchIndexWriter"/> has completed.</param>
    /// <exception cref="SearchIndexDamagedException">A file is missing, damaged, cut, of another version or of another index.</exception>
    public static SearchIndex Open(string folder) => Open(folder, TimeProvider.System);

    internal static SearchIndex Open(string folder, TimeProvider clock) => new(folder, IndexSegments.Open(folder), clock);

    /// <summary>Reads every byte of an index.</summary>
    /// <param name="folder">The folder of the index.</param>
    /// <returns>What is wrong, a fault a file; empty when the index is whole.</returns>
    public static IReadOnlyList<SearchIndexDamagedException> Verify(string folder)
    {
        var faults = IndexSegments.FindFaults(folder).ToList();
        if (faults.Count > 0) return faults;
        try
        {
            IndexSegments.Open(folder).Dispose();
            return [];
        }
        catch (SearchIndexDamagedException fault)
        {
            return [fault];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="SearchIndexDamagedException">A part of the index that the answer needs is damaged.</exception>
    public SearchAnswer Search(SearchRequest request) => Run(request, countsAll: true, run => run.Answer());

    /// <inheritdoc/>
    /// <exception cref="SearchIndexDamagedException">A part of the index that the ranking needs is damaged.</exception>
    public SearchRanking Rank(SearchRequest request) => Run(request, countsAll: false, run => run.Rank());

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) Leave();
    }

    private T Run<T>(SearchRequest request, bool countsAll, Func<SearchRun, T> answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        Enter();
        try
        {
            return answer(new SearchRun(request, countsAll, _segments, new Deadline(_clock, request.Deadline)));
        }
        catch (Exception error) when (Segment.IsUnreadable(error))
        {
            throw new SearchIndexDamagedException(_folder, "the index cannot be read", error);
        }
        finally
        {
            Leave();
        }
    }

    private void Enter()
    {
        for (var leases = Volatile.Read(ref _leases); ; leases = Volatile.Read(ref _leases))
        {
            ObjectDisposedException.ThrowIf(leases == 0 || Volatile.Read(ref _disposed) != 0, this);
            if (Interlocked.CompareExchange(ref _leases, leases + 1, leases) == leases) return;
        }
    }

    /// <summary>The last to leave closes the files.</summary>
    private void Leave()
    {
        if (Interlocked.Decrement(ref _leases) == 0) _segments.Dispose();
    }
}
