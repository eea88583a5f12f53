using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Rearranging;

/// <summary>Tries every way in which three copies can take turns in a source: the oracle for <see cref="RowStreams"/>.</summary>
internal static class StreamWays
{
    private const int MostStreams = 3;

    /// <summary>What the cheapest way costs.</summary>
    public static double Cheapest(NoticeRow row)
    {
        var places = row.Places();
        var jumps = Enumerable.Range(0, row.Said.Length - 1).Select(piece => (From: places[row.Said[piece]], To: places[row.Said[piece + 1]]))
            .Where(step => step.To != step.From && step.To != step.From + 1).ToArray();
        return Begin(places[row.Said[0]]) + Cheapest(jumps, 0, []);
    }

    /// <param name="jumps">Where the source jumps off, and where it goes on.</param>
    /// <param name="next">The jump that is to be taken.</param>
    /// <param name="stopped">Where the copies that do not speak right now go on.</param>
    private static double Cheapest((int From, int To)[] jumps, int next, int[] stopped)
    {
        if (next == jumps.Length) return 0;
        var (all, place) = ((int[])[.. stopped, jumps[next].From + 1], jumps[next].To);
        var ways = all.Select((stop, i) => Way(place - stop) + Cheapest(jumps, next + 1, [.. all.Where((_, other) => other != i)]));
        return (all.Length < MostStreams ? ways.Append(RearrangingCosts.NewStream + Begin(place) + Cheapest(jumps, next + 1, all)) : ways).Min();
    }

    private static double Begin(int place) => place == 0 ? 0 : RearrangingCosts.BeginsInside;

    private static double Way(int leftOut) => leftOut switch
    {
        0 => 0,
        < 0 => RearrangingCosts.Back,
        <= RearrangingCosts.Few => RearrangingCosts.FewLeftOut,
        _ => RearrangingCosts.Ahead,
    };
}
