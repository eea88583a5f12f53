using System.Runtime.InteropServices;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>One request under way: reads the query, finds, and shows what was found.</summary>
internal sealed class SearchRun
{
    /// <summary>How much text is still marked when time is up: clauses take no time worth speaking of, and a hit says more with its marks.</summary>
    private const int MostMarkedLate = 1 << 16;

    private readonly SearchRequest _request;
    private readonly IndexSegments _index;
    private readonly SearchContext[] _contexts;
    private readonly Deadline _deadline;
    private readonly ParsedQuery _query;
    private readonly List<string> _notes;
    private readonly PageCursor? _after;
    private readonly TopHits _best;
    private readonly List<int>[]? _matched;
    private readonly MatchCollector[] _found;
    private readonly Dictionary<TermPattern, int> _holders = [];
    private IReadOnlyList<TermPattern>? _looseTerms;
    private bool _isCut;
    private int _markedLate;
    private int _unmarked;

    /// <summary>Prepares a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="countsAll">True for <see cref="Answer"/>, which tells how many match; <see cref="Rank"/> does not ask.</param>
    /// <param name="index">Where to search.</param>
    /// <param name="deadline">When to stop.</param>
    /// <exception cref="SearchCursorException">The page asked for follows none of this index and query.</exception>
    public SearchRun(SearchRequest request, bool countsAll, IndexSegments index, Deadline deadline)
    {
        (_request, _index, _deadline) = (request, index, deadline);
        _contexts = SearchContext.Of(index, deadline);
        _after = request.After is null ? null : PageCursor.Read(request.After, index.Fingerprint, PageCursor.HashOf(request), index.Count);
        _query = QueryParser.Parse(request.Query);
        _notes = [.. _query.Notes];
        _best = new TopHits(Math.Max(0, request.Limit), _after is { } after ? new ScoredEntry(after.Entry, after.Score, index.RankOf(after.Entry)) : null);
        _matched = request.Facets && countsAll ? [.. index.Segments.Select(_ => new List<int>())] : null;
        _found = [.. index.Segments.Select((segment, i) => new MatchCollector(segment, _best, _matched?[i], countsAll))];
    }

    private int Total => _found.Sum(found => found.Total);

    private SearchMode Mode => _looseTerms is null ? SearchMode.Exact : SearchMode.Loose;

    private int FirstRank => (_after?.Rank ?? 0) + 1;

    /// <summary>Answers it.</summary>
    public SearchAnswer Answer()
    {
        Find();
        _isCut = _deadline.HasPassed;
        var best = _best.Take();
        var evidence = new Evidence();
        var hits = new SearchHit[best.Length];
        for (var i = 0; i < hits.Length; i++) hits[i] = Hit(FirstRank + i, best[i], evidence);
        if (_unmarked > 0) _notes.Add($"time was up before all hits were marked: {_unmarked} of them are shown without their matches");
        return new SearchAnswer(_request.Query, Total, hits, _notes)
        {
            Mode = Mode,
            IsPartial = _isCut || _unmarked > 0,
            Facets = Facets(),
            Next = Next(best, hits),
        };
    }

    /// <summary>Answers it with the ids of the best alone.</summary>
    public SearchRanking Rank()
    {
        Find();
        var best = _best.Take();
        var entries = new RankedEntry[best.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var segment = SegmentOf(best[i], out var entry);
            entries[i] = new RankedEntry(FirstRank + i, best[i].Score, segment.ReadId(entry));
        }

        return new SearchRanking(entries, Mode, _deadline.HasPassed);
    }

    private void Find()
    {
        var isQuestion = _request.Mode == SearchMode.Auto && _query.ReadsAsQuestion;
        if (isQuestion) _notes.Add("read as a question: answered by parts of the query; put it in quotation marks to find it literally");
        if ((_request.Mode != SearchMode.Loose && !isQuestion) || _query.LooseTerms.Count == 0)
        {
            for (var i = 0; i < _contexts.Length && _query.Exact is not null; i++) ExactSearch.Run(_contexts[i], _query.Exact, _found[i]);
            if (_found.Any(found => found.HasFound) || _deadline.HasPassed || _request.Mode == SearchMode.Exact || _query.LooseTerms.Count == 0) return;
            _notes.Add("found nowhere exactly: answered by parts of the query");
        }

        _looseTerms = _query.LooseTerms.Any(Knows) ? _query.LooseTerms : _query.Characters;
        for (var i = 0; i < _contexts.Length; i++) WindowSearch.RunLoose(_contexts[i], _looseTerms, _query.Conditions, _found[i]);
    }

    private SearchHit Hit(int rank, ScoredEntry scored, Evidence evidence)
    {
        var entry = SegmentOf(scored, out var inSegment).Read(inSegment);
        if (!MayMark(entry.Text)) return Unmarked(rank, scored, entry);
        evidence.Read(entry, entry.Text.Length > MostMarkedLate ? _deadline : null);
        var marks = new List<Mark>();
        if (_looseTerms is null) evidence.Collect(_query.Exact!, marks);
        else foreach (var pattern in _looseTerms) evidence.Collect(new TermNode(pattern), marks);
        if (evidence.IsLate)
        {
            _unmarked++;
            return Unmarked(rank, scored, entry);
        }

        var highlights = TextSpans.Flatten(marks.Select(mark => mark.Span));
        return new SearchHit(rank, scored.Score, entry, highlights, Explain(scored, evidence)) { Snippet = Snippet.Choose(entry.Text, marks) };
    }

    private static SearchHit Unmarked(int rank, ScoredEntry scored, IndexEntry entry) =>
        new(rank, scored.Score, entry, [], null) { Snippet = Snippet.Choose(entry.Text, []) };

    /// <summary>The segment of an entry, and its number there.</summary>
    private Segment SegmentOf(ScoredEntry scored, out int inSegment)
    {
        var segment = _index.Segments[_index.SegmentOf(scored.Entry)];
        inSegment = scored.Entry - segment.Start;
        return segment;
    }

    private IReadOnlyList<string>? Explain(ScoredEntry scored, Evidence evidence)
    {
        if (!_request.Explain) return null;

        // What is found is explained whole, however late it has become.
        var context = _contexts[_index.SegmentOf(scored.Entry)] with { Deadline = Deadline.None };
        return _looseTerms is null
            ? Explanation.Of(evidence, context, _holders, _query.Exact!, scored.Score)
            : Explanation.OfLoose(evidence, context, _holders, _looseTerms, _query.Conditions, scored.Score);
    }

    private bool MayMark(string text)
    {
        if (!_deadline.PassesNow()) return true;
        var mayMark = text.Length <= MostMarkedLate - _markedLate;
        if (mayMark) _markedLate += text.Length;
        else _unmarked++;
        return mayMark;
    }

    private IReadOnlyList<FacetCounts> Facets()
    {
        if (_matched is null) return [];
        var tally = new FacetTally();
        for (var i = 0; i < _matched.Length; i++) tally.Add(_index.Segments[i], CollectionsMarshal.AsSpan(_matched[i]));
        return tally.Take();
    }

    /// <summary>When not everything was found there is no next page: it could leave out what the deadline did.</summary>
    private string? Next(ScoredEntry[] best, SearchHit[] hits)
    {
        if (_isCut || hits.Length == 0 || hits[^1].Rank >= Total) return null;
        return new PageCursor(_index.Fingerprint, PageCursor.HashOf(_request), best[^1].Score, best[^1].Entry, hits[^1].Rank).ToString();
    }

    private bool Knows(TermPattern pattern) => pattern.Cover().All(part => _index.Segments.Any(segment => segment.Find(part.Term) is not null));
}
