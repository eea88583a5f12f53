namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// How the source wanders through a row. It is a few copies of the notice that take turns, each in order: where it jumps, one of them goes on where it
/// stopped, or a little farther on.
/// </summary>
/// <param name="ends">Which pieces are cut off.</param>
internal sealed class RowStreams(CutEnds ends)
{
    private const int Nowhere = -1;

    /// <summary>What the jumps cost.</summary>
    /// <param name="row">The row.</param>
    /// <param name="most">What more need not be counted.</param>
    public double CostOf(NoticeRow row, double most)
    {
        var places = row.Places();
        Span<int> next = stackalloc int[RearrangingCosts.MostStreams];
        next.Fill(Nowhere);
        var (cost, current, shuffled) = (0.0, 0, RearrangingCosts.Shuffled);
        for (var piece = 0; piece + 1 < row.Said.Length && Math.Min(cost, shuffled) < most; piece++)
        {
            var (from, to) = (places[row.Said[piece]], places[row.Said[piece + 1]]);
            if (to == from || to == from + 1) continue;
            next[current] = ends.HasNoTail(piece) ? from : from + 1;
            (current, var way) = Nearest(next, to, ends.HasNoHead(piece + 1));
            cost += way;
            shuffled += RearrangingCosts.ShuffledJump;
        }

        return Math.Min(cost, shuffled);
    }

    /// <summary>The stream that goes on at a place, and what that costs.</summary>
    private static (int Stream, double Cost) Nearest(ReadOnlySpan<int> next, int place, bool hasNoHead)
    {
        var best = (Stream: 0, Cost: double.MaxValue);
        for (var stream = 0; stream < next.Length; stream++)
        {
            var cost = next[stream] == Nowhere ? RearrangingCosts.NewStream + (place == 0 ? 0 : RearrangingCosts.BeginsInside) : Way(place - next[stream], hasNoHead);
            if (cost < best.Cost) best = (stream, cost);
            if (next[stream] == Nowhere) break;
        }

        return best;
    }

    private static double Way(int leftOut, bool hasNoHead) => leftOut switch
    {
        0 => 0,
        1 when hasNoHead => 0,
        < 0 => RearrangingCosts.Back,
        <= RearrangingCosts.Few => RearrangingCosts.FewLeftOut,
        _ => RearrangingCosts.Ahead,
    };
}
