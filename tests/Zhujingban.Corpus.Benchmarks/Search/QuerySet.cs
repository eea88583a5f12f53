using System.Text.RegularExpressions;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>A query whose time is taken.</summary>
/// <param name="Kind"><c>single</c>, <c>and</c>, <c>or</c> or <c>phrase</c>.</param>
/// <param name="Terms">Its terms, Han only.</param>
internal sealed record TimedQuery(string Kind, IReadOnlyList<string> Terms)
{
    public string Text => string.Join(Kind == "or" ? " OR " : " ", Terms);
}

/// <summary>The fixed set of queries, drawn from the clauses themselves with a fixed seed.</summary>
internal static partial class QuerySet
{
    private const int Queries = 500;
    private const int Seed = 20100119;
    private const int Counted = 50_000;

    public static IReadOnlyList<TimedQuery> Of(IReadOnlyList<Clause> clauses)
    {
        var random = new Random(Seed);
        var queries = new List<TimedQuery>();
        queries.AddRange(CommonPairs(clauses).Select(pair => new TimedQuery("single", [pair])));
        for (var i = 0; i < Queries; i++) queries.Add(new TimedQuery("and", TwoPairs(clauses, random)));
        for (var i = 0; i < Queries; i++) queries.Add(new TimedQuery("or", TwoPairs(clauses, random)));
        for (var i = 0; i < Queries; i++) queries.Add(new TimedQuery("phrase", [Part(clauses, random, random.Next(3, 7))]));
        return queries;
    }

    /// <summary>The pairs of characters that most clauses hold.</summary>
    private static IEnumerable<string> CommonPairs(IReadOnlyList<Clause> clauses)
    {
        var counts = new Dictionary<string, int>();
        foreach (var clause in clauses.Take(Counted))
        {
            foreach (var pair in HanRuns().Matches(clause.Text).SelectMany(run => Enumerable.Range(0, run.Length - 1).Select(i => run.Value.Substring(i, 2))).Distinct())
                counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }

        return counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Queries).Select(pair => pair.Key);
    }

    /// <summary>Two pairs of characters of one clause.</summary>
    private static string[] TwoPairs(IReadOnlyList<Clause> clauses, Random random)
    {
        while (true)
        {
            var text = clauses[random.Next(clauses.Count)].Text;
            var runs = HanRuns().Matches(text);
            if (runs.Count < 2) continue;
            var first = random.Next(runs.Count);
            var second = (first + 1 + random.Next(runs.Count - 1)) % runs.Count;
            var pairs = new[] { PartOf(runs[first].Value, 2, random), PartOf(runs[second].Value, 2, random) };
            if (pairs[0] != pairs[1]) return pairs;
        }
    }

    private static string Part(IReadOnlyList<Clause> clauses, Random random, int length)
    {
        while (true)
        {
            var runs = HanRuns().Matches(clauses[random.Next(clauses.Count)].Text).Where(run => run.Length >= length).ToList();
            if (runs.Count > 0) return PartOf(runs[random.Next(runs.Count)].Value, length, random);
        }
    }

    private static string PartOf(string run, int length, Random random) => run.Substring(random.Next(run.Length - length + 1), length);

    [GeneratedRegex("[\u4E00-\u9FA5]{2,}")]
    private static partial Regex HanRuns();
}
