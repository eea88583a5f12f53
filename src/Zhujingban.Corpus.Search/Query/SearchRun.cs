using System.Runtime.InteropServices;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>One request under way: reads the query, finds, and shows what was found.</summary>
internal sealed class SearchRun
{
    private readonly SearchRequest _request;
    private readonly SearchContext _context;
    private readonly ParsedQuery _query;
    private readonly List<string> _notes;
    private readonly PageCursor? _after;
    private readonly TopHits _best;
    private readonly List<int>? _matched;
    private readonly MatchCollector _found;
    private IReadOnlyList<TermPattern>? _looseTerms;

    /// <summary>Prepares a request.</summary>
    /// <exception cref="SearchCursorException">The page asked for follows none of this index and query.</exception>
    public SearchRun(SearchRequest request, SearchContext context)
    {
        (_request, _context) = (request, context);
        var segment = context.Segment;
        _after = request.After is null ? null : PageCursor.Read(request.After, segment.Fingerprint, PageCursor.HashOf(request), segment.Count);
        _query = QueryParser.Parse(request.Query);
        _notes = [.. _query.Notes];
        _best = new TopHits(Math.Max(0, request.Limit), _after is { } after ? new ScoredEntry(after.Entry, after.Score, segment.RankOf(after.Entry)) : null);
        _matched = request.Facets ? [] : null;
        _found = new MatchCollector(segment, _best, _matched);
    }

    /// <summary>Answers it.</summary>
    public SearchAnswer Answer()
    {
        Find();
        var best = _best.Take();
        var evidence = new Evidence();
        var hits = new SearchHit[best.Length];
        for (var i = 0; i < hits.Length; i++) hits[i] = Hit((_after?.Rank ?? 0) + i + 1, best[i], evidence);
        return new SearchAnswer(_request.Query, _found.Total, hits, _notes)
        {
            Mode = _looseTerms is null ? SearchMode.Exact : SearchMode.Loose,
            IsPartial = _context.Deadline.HasPassed,
            Facets = Facets(),
            Next = Next(best, hits),
        };
    }

    private void Find()
    {
        var isQuestion = _request.Mode == SearchMode.Auto && _query.ReadsAsQuestion;
        if (isQuestion) _notes.Add("read as a question: answered by parts of the query; put it in quotation marks to find it literally");
        if ((_request.Mode != SearchMode.Loose && !isQuestion) || _query.LooseTerms.Count == 0)
        {
            if (_query.Exact is not null) ExactSearch.Run(_context, _query.Exact, _found);
            if (_found.Total > 0 || _context.Deadline.HasPassed || _request.Mode == SearchMode.Exact || _query.LooseTerms.Count == 0) return;
            _notes.Add("found nowhere exactly: answered by parts of the query");
        }

        _looseTerms = _query.LooseTerms.Any(Knows) ? _query.LooseTerms : _query.Characters;
        WindowSearch.RunLoose(_context, _looseTerms, _query.Conditions, _found);
    }

    private SearchHit Hit(int rank, ScoredEntry scored, Evidence evidence)
    {
        var entry = _context.Segment.Read(scored.Entry);
        evidence.Read(entry);
        var marks = new List<Mark>();
        if (_looseTerms is null) evidence.Collect(_query.Exact!, marks);
        else foreach (var pattern in _looseTerms) evidence.Collect(new TermNode(pattern), marks);
        var highlights = TextSpans.Flatten(marks.Select(mark => mark.Span));
        var explanation = !_request.Explain ? null
            : _looseTerms is null ? Explanation.Of(evidence, _context, _query.Exact!, scored.Score)
            : Explanation.OfLoose(evidence, _context, _looseTerms, _query.Conditions, scored.Score);
        return new SearchHit(rank, scored.Score, entry, highlights, explanation) { Snippet = Snippet.Choose(entry.Text, marks) };
    }

    private IReadOnlyList<FacetCounts> Facets()
    {
        if (_matched is null) return [];
        var tally = new FacetTally();
        tally.Add(_context.Segment, CollectionsMarshal.AsSpan(_matched));
        return tally.Take();
    }

    /// <summary>An answer that is not whole has no next page: it could leave out what the deadline did.</summary>
    private string? Next(ScoredEntry[] best, SearchHit[] hits)
    {
        if (_context.Deadline.HasPassed || hits.Length == 0 || hits[^1].Rank >= _found.Total) return null;
        return new PageCursor(_context.Segment.Fingerprint, PageCursor.HashOf(_request), best[^1].Score, best[^1].Entry, hits[^1].Rank).ToString();
    }

    private bool Knows(TermPattern pattern) => pattern.Cover().All(part => _context.Segment.Find(part.Term) is not null);
}
