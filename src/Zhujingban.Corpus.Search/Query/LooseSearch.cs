using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Finds the entries that hold any of some terms in any field. A window of entries after another is scored, term by term.</summary>
internal static class LooseSearch
{
    private const int Window = 4096;

    /// <summary>Adds every entry that matches to the best.</summary>
    /// <returns>Their exact number.</returns>
    public static int Run(Segment segment, Bm25F ranking, IReadOnlyList<TermPattern> patterns, TopHits best)
    {
        var cursors = patterns.SelectMany(pattern => PatternCursor.Create(segment, pattern)?.Cursors ?? []).ToArray();
        var idfs = cursors.Select(cursor => ranking.Idf(cursor.Holders)).ToArray();
        var scores = new double[Window];
        var total = 0;
        for (var start = First(cursors); start != PostingsCursor.End; start = First(cursors))
        {
            var end = (int)Math.Min((long)start + Window, segment.Count);
            for (var i = 0; i < cursors.Length; i++)
            {
                for (var entry = cursors[i].Advance(start); entry < end; entry = cursors[i].Next())
                    scores[entry - start] += Bm25F.Score(idfs[i], ranking.Frequency(cursors[i].Counts, segment.LengthsOf(entry)));
            }

            for (var entry = start; entry < end; entry++)
            {
                if (scores[entry - start] == 0) continue;
                total++;
                best.Add(new ScoredEntry(entry, scores[entry - start], segment.RankOf(entry)));
            }

            Array.Clear(scores);
        }

        return total;
    }

    private static int First(PostingsCursor[] cursors)
    {
        var first = PostingsCursor.End;
        foreach (var cursor in cursors) first = Math.Min(first, cursor.Advance(0));
        return first;
    }
}
