using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Finds the entries whose text holds every pattern.</summary>
internal static class ExactSearch
{
    /// <summary>Adds every entry that matches to the best.</summary>
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
        var idfs = cursors.Select(cursor => ranking.Idf(cursor.Holders)).ToArray();
        var conjunction = cursors.SelectMany(cursor => cursor.Cursors).OrderBy(cursor => cursor.Holders).ToArray();
        var texts = new int[cursors.Count];
        var total = 0;
        for (var entry = NextCommon(conjunction, 0); entry != PostingsCursor.End; entry = NextCommon(conjunction, entry + 1))
        {
            if (!HoldsAll(cursors, texts)) continue;
            total++;
            var score = 0d;
            var lengths = segment.LengthsOf(entry);
            for (var i = 0; i < texts.Length; i++)
                score += Bm25F.Score(idfs[i], ranking.Frequency(cursors[i].Counts(texts[i]), lengths));
            best.Add(new ScoredEntry(entry, score, segment.RankOf(entry)));
        }

        return total;
    }

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

    private static bool HoldsAll(List<PatternCursor> cursors, int[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = cursors[i].Count(Field.Text);
            if (texts[i] == 0) return false;
        }

        return true;
    }
}
