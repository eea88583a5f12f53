using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search;

/// <summary>
/// An opened index of clauses. Its files are mapped into memory and never change; any number of threads may search at once, and a
/// search that is under way when the index is disposed still ends well.
/// </summary>
public sealed class SearchIndex : ISearchIndex
{
    private readonly Segment _segment;
    private readonly Bm25F _ranking;
    private readonly string _folder;
    private int _leases = 1;
    private int _disposed;

    private SearchIndex(string folder, Segment segment)
    {
        (_folder, _segment) = (folder, segment);
        _ranking = new Bm25F(segment.Statistics);
    }

    /// <inheritdoc/>
    public int Count => _segment.Count;

    /// <summary>Opens the index of a folder. Its files are checked in outline here, and in detail as they are read.</summary>
    /// <param name="folder">A folder that a <see cref="SearchIndexWriter"/> has completed.</param>
    /// <exception cref="SearchIndexDamagedException">A file is missing, damaged, cut, of another version or of another index.</exception>
    public static SearchIndex Open(string folder) => new(folder, Segment.Open(folder));

    /// <summary>Reads every byte of an index.</summary>
    /// <param name="folder">The folder of the index.</param>
    /// <returns>What is wrong, a fault a file; empty when the index is whole.</returns>
    public static IReadOnlyList<SearchIndexDamagedException> Verify(string folder)
    {
        var faults = Segment.FindFaults(folder).ToList();
        if (faults.Count > 0) return faults;
        try
        {
            Segment.Open(folder).Dispose();
            return [];
        }
        catch (SearchIndexDamagedException fault)
        {
            return [fault];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="SearchIndexDamagedException">A part of the index that the answer needs is damaged.</exception>
    public SearchAnswer Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Enter();
        try
        {
            return Answer(request);
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

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) Leave();
    }

    private SearchAnswer Answer(SearchRequest request)
    {
        var query = QueryParser.Parse(request.Query);
        var notes = query.Notes.ToList();
        var best = new TopHits(Math.Max(0, request.Limit));
        var context = SearchContext.Of(_segment, _ranking, new Deadline(TimeProvider.System, request.Deadline));
        var found = new MatchCollector(_segment, best);
        var patterns = query.Patterns;
        var loose = request.Mode == SearchMode.Loose || (request.Mode == SearchMode.Auto && query.ReadsAsQuestion);
        if (!loose)
        {
            if (query.Exact is not null) ExactSearch.Run(context, query.Exact, found);
            loose = found.Total == 0 && !context.Deadline.HasPassed && request.Mode == SearchMode.Auto && query.LooseTerms.Count > 0;
            if (loose) notes.Add("found nowhere exactly: answered by parts of the query");
        }
        else if (request.Mode == SearchMode.Auto)
        {
            notes.Add("read as a question: answered by parts of the query; put it in quotation marks to find it literally");
        }

        if (loose)
        {
            patterns = query.LooseTerms.Any(Knows) ? query.LooseTerms : query.Characters;
            WindowSearch.RunLoose(context, patterns, query.Conditions, found);
        }

        var total = found.Total;
        var highlighter = new Highlighter(patterns);
        var hits = best.Take().Select((scored, i) => Hit(i + 1, scored, patterns, highlighter, request.Explain)).ToArray();
        return new SearchAnswer(request.Query, total, hits, notes) { Mode = loose ? SearchMode.Loose : SearchMode.Exact };
    }

    private SearchHit Hit(int rank, ScoredEntry scored, IReadOnlyList<TermPattern> patterns, Highlighter highlighter, bool explain)
    {
        var entry = _segment.Read(scored.Entry);
        var explanation = explain ? Explanation.Of(entry, _segment, _ranking, patterns, scored.Score) : null;
        return new SearchHit(rank, scored.Score, entry, highlighter.Mark(entry.Text), explanation);
    }

    private bool Knows(TermPattern pattern) => pattern.Cover().All(part => _segment.Find(part.Term) is not null);

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
        if (Interlocked.Decrement(ref _leases) == 0) _segment.Dispose();
    }
}
