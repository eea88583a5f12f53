using System.Buffers;
using System.Numerics;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Finds the entries that match any of some alternatives, a window of entries after another, source by source. Every one is
/// counted. In each window the sources whose bounds together stay below the worst of the best only add to entries that one of
/// the other sources brings (MaxScore; Turtle and Flood 1995).
/// </summary>
internal sealed class WindowSearch
{
    /// <summary>The entries that are looked at together.</summary>
    public const int DefaultWindow = 2048;

    private readonly SearchContext _context;
    private readonly WindowSource[] _sources;
    private readonly Matcher? _filter;
    private readonly MatchCollector _found;
    private readonly WindowSource[] _order;
    private readonly EntryWindow _window;

    private WindowSearch(SearchContext context, WindowSource[] sources, Matcher? filter, MatchCollector found, int window)
    {
        (_context, _sources, _filter, _found) = (context, sources, filter, found);
        _order = [.. sources];
        _window = new EntryWindow(window);
    }

    /// <summary>Collects the entries that match, until the deadline passes.</summary>
    /// <param name="context">Where to search.</param>
    /// <param name="sources">The alternatives.</param>
    /// <param name="filter">What has to match besides, without being worth anything; null for nothing.</param>
    /// <param name="found">Where to collect.</param>
    /// <param name="window">The entries that are looked at together.</param>
    public static void Run(SearchContext context, WindowSource[] sources, Matcher? filter, MatchCollector found, int window = DefaultWindow) =>
        new WindowSearch(context, sources, filter, found, window).Run();

    /// <summary>Collects the entries any field of which holds one of the patterns, and that meet the conditions.</summary>
    public static void RunLoose(
        SearchContext context, IReadOnlyList<TermPattern> patterns, QueryNode? conditions, MatchCollector found, int window = DefaultWindow)
    {
        if (context.Deadline.Passes()) return;
        var filter = conditions is null ? null : QueryTree.Matcher(context, QueryTree.Simplify(conditions));
        if (conditions is not null && filter is null) return;
        var sources = new List<WindowSource>();
        foreach (var pattern in patterns)
        {
            if (PatternCursor.Create(context, pattern) is not { } cursor) continue;
            var idf = context.Ranking.Idf(cursor.Holders);
            sources.AddRange(cursor.Cursors.OfType<Index.PostingsCursor>().Select(term => new TermSource(context, term, idf, textOnly: false)));
        }

        Run(context, [.. sources], filter, found, window);
    }

    private void Run()
    {
        CountAhead();
        for (var start = First(0); start != Matcher.End && !_context.Deadline.Passes(_window.States.Length); start = First(_window.End))
        {
            _window.Start = start;
            _window.End = (int)Math.Min((long)start + _window.States.Length, _context.Segment.Count);
            var essential = SplitSources();
            if (_window.IsCounted && essential == _order.Length) continue;
            for (var i = _order.Length - 1; i >= 0; i--) _order[i].Add(_window, i >= essential);
            if (_filter is not null) Filter(_filter);
            Collect();
            Array.Clear(_window.States);
        }
    }

    /// <summary>Counts what matches before anything is scored, where that is asked and can be, so that entries that cannot be among the best need not be looked at.</summary>
    private void CountAhead()
    {
        var areTerms = _filter is null && !_found.NeedsEach && _sources.All(source => source is TermSource);
        _window.IsCounted = areTerms || !_found.CountsAll;
        if (!areTerms) return;
        if (_found.CountsAll) CountTerms();
        foreach (var source in _sources) _found.Raise(((TermSource)source).ScoreReachedBy(_found.Sought));
    }

    private void CountTerms()
    {
        var words = ((_context.Segment.Count - 1) / TermSource.BitsPerWord) + 1;
        var buffer = ArrayPool<ulong>.Shared.Rent(words);
        var marks = buffer.AsSpan(0, words);
        marks.Clear();
        foreach (var source in _sources) ((TermSource)source).Mark(marks);
        var count = 0;
        foreach (var word in marks) count += BitOperations.PopCount(word);
        ArrayPool<ulong>.Shared.Return(buffer);
        _found.CountUnnamed(count);
    }

    /// <summary>Orders the sources by what they can add in the window; the first so many cannot bring an entry among the best alone.</summary>
    private int SplitSources()
    {
        foreach (var source in _sources) source.SetBound(_window.Start, _window.End);
        for (var i = 1; i < _order.Length; i++)
        {
            for (var j = i; j > 0 && _order[j].WindowBound < _order[j - 1].WindowBound; j--) (_order[j], _order[j - 1]) = (_order[j - 1], _order[j]);
        }

        var all = 0d;
        foreach (var source in _order) all += source.WindowBound;
        foreach (var source in _order) source.LeastScore = _found.Threshold - (all - source.WindowBound);
        var sum = 0d;
        for (var i = 0; i < _order.Length; i++)
        {
            sum += _order[i].WindowBound;
            if (sum >= _found.Threshold) return i;
        }

        return _order.Length;
    }

    private void Filter(Matcher filter)
    {
        var states = _window.States.AsSpan();
        for (var at = states.IndexOfAnyExcept(EntryWindow.None); at >= 0; at = NextOf(at, states[(at + 1)..].IndexOfAnyExcept(EntryWindow.None)))
        {
            if (filter.Advance(_window.Start + at) != _window.Start + at || !filter.Matches()) states[at] = EntryWindow.None;
        }
    }

    private void Collect()
    {
        var states = _window.States.AsSpan();
        if (_found.NeedsEach)
        {
            for (var at = states.IndexOfAnyExcept(EntryWindow.None); at >= 0; at = NextOf(at, states[(at + 1)..].IndexOfAnyExcept(EntryWindow.None)))
                _found.Count(_window.Start + at);
        }
        else if (!_window.IsCounted)
        {
            _found.CountUnnamed(states.Length - states.Count(EntryWindow.None));
        }

        for (var at = states.IndexOf(EntryWindow.Candidate); at >= 0; at = NextOf(at, states[(at + 1)..].IndexOf(EntryWindow.Candidate)))
        {
            if (_window.Scores[at] >= _found.Threshold) _found.Offer(_window.Start + at, _window.Scores[at]);
        }
    }

    private static int NextOf(int at, int found) => found < 0 ? -1 : at + 1 + found;

    /// <summary>The first entry from one on that a source may bring. When the sources need not be walked through, they are not asked.</summary>
    private int First(int target)
    {
        if (_window.IsCounted) return target < _context.Segment.Count ? target : Matcher.End;
        var first = Matcher.End;
        foreach (var source in _sources) first = Math.Min(first, source.Advance(target));
        return first;
    }
}
