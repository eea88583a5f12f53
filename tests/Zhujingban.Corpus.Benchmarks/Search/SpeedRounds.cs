namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>
/// Takes the times of several sides in turns: a round of the one, a round of the other, and again. What disturbs the machine for a while hits
/// all alike. Of the rounds of each the best is compared, which is the least disturbed, and beside it the middle one.
/// </summary>
internal static class SpeedRounds
{
    /// <summary>Builds the indexes of all sides in turns.</summary>
    /// <returns>The middle time of each, in seconds.</returns>
    public static double[] Build(IReadOnlyList<SpeedSide> sides, int times, string folder, string entries)
    {
        var seconds = Enumerable.Range(0, times).Select(_ => sides.Select(side => side.Index(folder, entries)).ToArray()).ToArray();
        return [.. sides.Select((_, i) => Middle(seconds.Select(round => round[i])))];
    }

    /// <summary>Asks all sides the queries of some kinds.</summary>
    /// <returns>The kinds of each side.</returns>
    public static IReadOnlyList<KindFigures>[] Ask(IReadOnlyList<SpeedSide> sides, IReadOnlyList<string> kinds, string folder, string queries)
    {
        SpeedServer[] servers = [.. sides.Select(side => side.Serve(folder, queries))];
        try
        {
            var found = servers.Select(_ => new List<KindFigures>()).ToArray();
            foreach (var isWhole in (bool[])[false, true])
            {
                foreach (var kind in kinds)
                {
                    var turns = sides.SelectMany((side, i) => side.KindsOf(kind).Where(variant => IsWhole(variant) == isWhole).Select(variant => (Side: i, Kind: variant)));
                    foreach (var (side, figures) in Ask(servers, [.. turns], WarmPasses(isWhole), Rounds(isWhole))) found[side].Add(figures);
                }
            }

            return found;
        }
        finally
        {
            foreach (var server in servers) server.Dispose();
        }
    }

    private static IEnumerable<(int Side, KindFigures Figures)> Ask(SpeedServer[] servers, IReadOnlyList<(int Side, string Kind)> turns, int warmPasses, int count)
    {
        var totals = turns.Select(turn => servers[turn.Side].Total(turn.Kind)).ToArray();
        foreach (var (side, kind) in turns)
        {
            for (var pass = 0; pass < warmPasses; pass++) servers[side].Pass(kind);
        }

        var rounds = turns.Select(_ => new List<Round>()).ToArray();
        for (var round = 0; round < count; round++)
        {
            for (var i = 0; i < turns.Count; i++) rounds[i].Add(servers[turns[i].Side].Round(turns[i].Kind));
        }

        return turns.Select((turn, i) => (turn.Side, new KindFigures(turn.Kind, Best(rounds[i]), Middle(rounds[i]), totals[i])));
    }

    /// <summary>Of answers with texts fewer, for they take long there.</summary>
    private static int WarmPasses(bool isWhole) => isWhole ? 4 : 10;

    private static int Rounds(bool isWhole) => isWhole ? 5 : 11;

    private static bool IsWhole(string kind) => kind.EndsWith(SpeedSide.Whole, StringComparison.Ordinal);

    private static Round Best(IReadOnlyList<Round> rounds) =>
        new(rounds.Max(round => round.Rate), rounds.Min(round => round.Median), rounds.Min(round => round.P99));

    private static Round Middle(IReadOnlyList<Round> rounds) =>
        new(Middle(rounds.Select(round => round.Rate)), Middle(rounds.Select(round => round.Median)), Middle(rounds.Select(round => round.P99)));

    private static double Middle(IEnumerable<double> figures) => figures.Order().ToArray() is { Length: > 0 } ordered ? ordered[ordered.Length / 2] : double.NaN;
}
