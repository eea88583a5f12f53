using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Cli;

/// <summary>The answer to a request, or all of its pages one after another: only one is in memory at a time. They can be gone through once.</summary>
internal sealed class SearchPages
{
    /// <summary>How many hits a page has when all are wanted.</summary>
    public const int Largest = 1000;

    private readonly ISearchIndex _index;
    private readonly SearchRequest _request;
    private readonly bool _all;
    private readonly CancellationToken _cancellation;

    /// <summary>Asks for the first page.</summary>
    /// <param name="index">The index.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="all">True to go on to the last page.</param>
    /// <param name="cancellation">Ends the work between pages.</param>
    /// <exception cref="PipelineException">The page that was asked for follows none of this index and query.</exception>
    public SearchPages(ISearchIndex index, SearchRequest request, bool all, CancellationToken cancellation)
    {
        (_index, _request, _all, _cancellation) = (index, request, all, cancellation);
        try
        {
            First = index.Search(request);
        }
        catch (SearchCursorException wrong)
        {
            throw new PipelineException(ExitCode.Usage,
                $"--after: {wrong.Message}; expected what an earlier answer to this query from this generation said", wrong);
        }
    }

    /// <summary>The first page.</summary>
    public SearchAnswer First { get; }

    /// <summary>How many hits were given so far.</summary>
    public int Shown { get; private set; }

    /// <summary>What to ask for the next page with; null where there is none, or all are given.</summary>
    public string? Next => _all ? null : First.Next;

    /// <summary>The hits, best first.</summary>
    public IEnumerable<SearchHit> Hits()
    {
        for (var page = First; ;)
        {
            foreach (var hit in page.Hits)
            {
                Shown++;
                yield return hit;
            }

            _cancellation.ThrowIfCancellationRequested();
            if (!_all || page.Next is not { } next || page.Hits.Count == 0) yield break;
            page = _index.Search(_request with { After = next, Facets = false });
        }
    }
}
