using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Finds the entries that hold any of some terms in any field, a window of entries after another, term by term. Every one is
/// counted. In each window the terms whose bounds together stay below the worst of the best are only added to entries that one of
/// the other terms holds (MaxScore; Turtle and Flood 1995).
/// </summary>
internal sealed class LooseSearch
{
    private const int DefaultWindow = 4096;
    private const byte Counted = 1;
    private const byte Candidate = 2;

    private readonly Segment _segment;
    private readonly Bm25F _ranking;
    private readonly TopHits _best;
    private readonly (PostingsCursor Cursor, double Idf)[] _terms;
    private readonly double[] _bounds;
    private readonly int[] _order;
    private readonly double[] _scores;
    private readonly byte[] _states;

    private LooseSearch(Segment segment, Bm25F ranking, TopHits best, PostingsCursor[] cursors, int window)
    {
        (_scores, _states) = (new double[window], new byte[window]);
        (_segment, _ranking, _best) = (segment, ranking, best);
        _terms = [.. cursors.Select(cursor => (cursor, ranking.Idf(cursor.Holders)))];
        _bounds = new double[cursors.Length];
        _order = [.. Enumerable.Range(0, cursors.Length)];
    }

    /// <summary>Adds the entries that match to the best.</summary>
    /// <returns>Their exact number.</returns>
    public static int Run(Segment segment, Bm25F ranking, IReadOnlyList<TermPattern> patterns, TopHits best, int window = DefaultWindow)
    {
        var cursors = patterns.SelectMany(pattern => PatternCursor.Create(segment, pattern)?.Cursors ?? []).ToArray();
        return new LooseSearch(segment, ranking, best, cursors, window).Run();
    }

    private int Run()
    {
        var lengths = _segment.Lengths;
        var total = 0;
        for (var start = First(); start != PostingsCursor.End; start = First())
        {
            var end = (int)Math.Min((long)start + _states.Length, _segment.Count);
            var essential = SplitTerms(start, end);
            for (var i = _order.Length - 1; i >= 0; i--)
            {
                if (i >= essential) Score(_terms[_order[i]], start, end, lengths);
                else Complete(_terms[_order[i]], start, end, lengths);
            }

            total += _states.Length - _states.AsSpan().Count((byte)0);
            Collect(start);
            Array.Clear(_states);
            Array.Clear(_scores);
        }

        return total;
    }

    /// <summary>Orders the terms by what they can add in a window; the first so many cannot bring an entry among the best alone.</summary>
    private int SplitTerms(int start, int end)
    {
        for (var i = 0; i < _terms.Length; i++)
        {
            var bound = _terms[i].Cursor.Bound(start, out var last);
            while (last < end - 1) bound = Math.Max(bound, _terms[i].Cursor.Bound(last + 1, out last));
            _bounds[i] = Bm25F.Score(_terms[i].Idf, bound);
        }

        Array.Sort(_order, (left, right) => _bounds[left] != _bounds[right] ? _bounds[left].CompareTo(_bounds[right]) : left.CompareTo(right));
        var sum = 0d;
        for (var i = 0; i < _order.Length; i++)
        {
            sum += _bounds[_order[i]];
            if (sum >= _best.Threshold) return i;
        }

        return _order.Length;
    }

    private void Score((PostingsCursor Cursor, double Idf) term, int start, int end, ReadOnlySpan<byte> lengths)
    {
        for (var next = term.Cursor.Advance(start); next < end;)
        {
            var entries = term.Cursor.Rest(end);
            for (var i = 0; i < entries.Length; i++)
            {
                var entry = (int)entries[i];
                _states[entry - start] = Candidate;
                _scores[entry - start] += Part(term, i, entry, lengths);
            }

            next = term.Cursor.Move(entries.Length);
        }
    }

    private void Complete((PostingsCursor Cursor, double Idf) term, int start, int end, ReadOnlySpan<byte> lengths)
    {
        for (var next = term.Cursor.Advance(start); next < end;)
        {
            var entries = term.Cursor.Rest(end);
            for (var i = 0; i < entries.Length; i++)
            {
                var entry = (int)entries[i];
                if (_states[entry - start] == Candidate) _scores[entry - start] += Part(term, i, entry, lengths);
                else _states[entry - start] = Counted;
            }

            next = term.Cursor.Move(entries.Length);
        }
    }

    private double Part((PostingsCursor Cursor, double Idf) term, int ahead, int entry, ReadOnlySpan<byte> lengths) =>
        Bm25F.Score(term.Idf, _ranking.Frequency(term.Cursor.CountsAhead(ahead), lengths.Slice(entry * Fields.Count, Fields.Count)));

    private void Collect(int start)
    {
        var states = _states.AsSpan();
        for (var at = states.IndexOf(Candidate); at >= 0;)
        {
            if (_scores[at] >= _best.Threshold) _best.Add(new ScoredEntry(start + at, _scores[at], _segment.RankOf(start + at)));
            var next = states[(at + 1)..].IndexOf(Candidate);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private int First()
    {
        var first = PostingsCursor.End;
        foreach (var (cursor, _) in _terms) first = Math.Min(first, cursor.Advance(0));
        return first;
    }
}
