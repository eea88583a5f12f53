using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Finds the entries whose text holds every pattern. Every one is counted, but only those are scored that can be among the best:
/// the bounds of the blocks say which cannot.
/// </summary>
internal sealed class ExactSearch
{
    private readonly Segment _segment;
    private readonly Bm25F _ranking;
    private readonly TopHits _best;
    private readonly PatternCursor[] _patterns;
    private readonly double[] _idfs;
    private readonly int[] _texts;

    private ExactSearch(Segment segment, Bm25F ranking, TopHits best, PatternCursor[] patterns)
    {
        (_segment, _ranking, _best, _patterns) = (segment, ranking, best, patterns);
        _idfs = [.. patterns.Select(pattern => ranking.Idf(pattern.Holders))];
        _texts = new int[patterns.Length];
    }

    /// <summary>Adds the entries that match to the best.</summary>
    /// <returns>Their exact number.</returns>
    public static int Run(Segment segment, Bm25F ranking, IReadOnlyList<TermPattern> patterns, TopHits best)
    {
        var cursors = new List<PatternCursor>();
        foreach (var pattern in patterns)
        {
            if (PatternCursor.Create(segment, pattern) is not { } cursor) return 0;
            cursors.Add(cursor);
        }

        if (cursors.Count == 0) return 0;
        var search = new ExactSearch(segment, ranking, best, [.. cursors]);
        return cursors is [{ Cursors: [var only] }] ? search.RunSingle(only) : search.RunConjunction();
    }

    /// <summary>One indexed term: the dictionary knows the total, so whole blocks can be left unread.</summary>
    private int RunSingle(PostingsCursor cursor)
    {
        var lengths = _segment.Lengths;
        var least = Bm25F.LeastFrequency(_idfs[0], _best.Threshold);
        for (var next = cursor.AdvanceToBlock(0, least); next != PostingsCursor.End;)
        {
            var entries = cursor.Rest(PostingsCursor.End);
            for (var i = 0; i < entries.Length; i++)
            {
                var counts = cursor.CountsAhead(i);
                var frequency = counts.Text > 0 ? _ranking.Frequency(counts, LengthsOf(lengths, (int)entries[i])) : 0;
                if (frequency == 0 || frequency < least) continue;
                Offer((int)entries[i], Bm25F.Score(_idfs[0], frequency));
                least = Bm25F.LeastFrequency(_idfs[0], _best.Threshold);
            }

            next = cursor.AdvanceToBlock((int)entries[^1] + 1, least);
        }

        return cursor.TextHolders;
    }

    private int RunConjunction()
    {
        var conjunction = _patterns.SelectMany(pattern => pattern.Cursors).OrderBy(cursor => cursor.Holders).ToArray();
        var lengths = _segment.Lengths;
        var total = 0;
        for (var entry = NextCommon(conjunction, 0); entry != PostingsCursor.End; entry = NextCommon(conjunction, entry + 1))
        {
            if (!HoldsAll()) continue;
            total++;
            if (BoundAt(entry) >= _best.Threshold) Offer(entry, Score(LengthsOf(lengths, entry)));
        }

        return total;
    }

    private void Offer(int entry, double score)
    {
        if (score >= _best.Threshold) _best.Add(new ScoredEntry(entry, score, _segment.RankOf(entry)));
    }

    private double BoundAt(int entry)
    {
        var bound = 0d;
        for (var i = 0; i < _patterns.Length; i++) bound += Bm25F.Score(_idfs[i], _patterns[i].Bound(entry, out _));
        return bound;
    }

    private double Score(ReadOnlySpan<byte> lengths)
    {
        var score = 0d;
        for (var i = 0; i < _patterns.Length; i++)
            score += Bm25F.Score(_idfs[i], _ranking.Frequency(_patterns[i].Counts(_texts[i]), lengths));
        return score;
    }

    private bool HoldsAll()
    {
        for (var i = 0; i < _patterns.Length; i++)
        {
            _texts[i] = _patterns[i].Count(Field.Text);
            if (_texts[i] == 0) return false;
        }

        return true;
    }

    private static ReadOnlySpan<byte> LengthsOf(ReadOnlySpan<byte> lengths, int entry) => lengths.Slice(entry * Fields.Count, Fields.Count);

    /// <summary>The first entry from <paramref name="target"/> on that all cursors hold; they all stand at it then.</summary>
    private static int NextCommon(PostingsCursor[] cursors, int target)
    {
        for (var agreed = 0; agreed < cursors.Length;)
        {
            var entry = cursors[agreed].Advance(target);
            if (entry == PostingsCursor.End) return PostingsCursor.End;
            agreed = entry == target ? agreed + 1 : agreed == 0 ? 1 : 0;
            target = entry;
        }

        return target;
    }
}
