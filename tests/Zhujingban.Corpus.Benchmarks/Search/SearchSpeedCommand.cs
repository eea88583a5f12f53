using System.Diagnostics;
using System.Globalization;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>
/// The clause index beside Java Lucene's CJK analyzer: the same clauses, the same queries, one thread each, warm, the ten best. Once which they are and
/// what they score, without the total; once, by kinds that end with <see cref="Whole"/>, with the exact total and the texts, and here with the marks in them.
/// Bars: 1.5 times its queries a second on short AND, twice on the others, p99 no worse, twice its speed of building, twice its size at most, open
/// in 50 ms, 150 MB resident.
/// </summary>
internal static class SearchSpeedCommand
{
    private const int Runs = 5;
    private const int WarmRuns = 10;

    /// <summary>Ends the name of a kind of queries when the texts of the hits were read too.</summary>
    internal const string Whole = "-whole";

    /// <param name="args"><c>[--entries N] [--lucene FOLDER-WITH-JARS] [--java PROGRAM] [--folder WORK]</c>; <c>--resident INDEX QUERIES</c> is its own child.</param>
    public static int Run(string[] args)
    {
        if (args is ["--resident", var index, var asked]) return Resident(index, asked);
        var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[^1]);
        var count = int.Parse(options.GetValueOrDefault("--entries", "200000"), CultureInfo.InvariantCulture);
        var folder = options.GetValueOrDefault("--folder") ?? Path.Combine(Path.GetTempPath(), "zhujingban-search-speed");
        Directory.CreateDirectory(folder);
        var clauses = StatuteClauses.Read(count);
        if (clauses.Count == 0) return Missing();
        var queries = QuerySet.Of(clauses);
        var (own, kinds) = MeasureOwn(Path.Combine(folder, "own"), clauses, queries);
        var queryFile = Path.Combine(folder, "queries.tsv");
        File.WriteAllLines(queryFile, queries.Select(query => $"{query.Kind}\t{string.Join(' ', query.Terms)}"));
        own = own with { Resident = ResidentOf(Path.Combine(folder, "own"), queryFile) };
        (IndexFigures Index, IReadOnlyList<KindFigures> Kinds)? lucene = options.GetValueOrDefault("--lucene") is { } jars
            ? LuceneBaseline.Measure(jars, options.GetValueOrDefault("--java", "java"), folder, clauses, queryFile, Runs)
            : null;
        SearchSpeedTable.Write(clauses.Count, own, kinds, lucene);
        return 0;
    }

    private static (IndexFigures Figures, IReadOnlyList<KindFigures> Kinds) MeasureOwn(string folder, IReadOnlyList<Clause> clauses, IReadOnlyList<TimedQuery> queries)
    {
        var building = Stopwatch.StartNew();
        using (var writer = new SearchIndexWriter(folder))
        {
            foreach (var clause in clauses) writer.Add(clause.ToEntry());
            writer.Complete();
        }

        var seconds = building.Elapsed.TotalSeconds;
        SearchIndex.Open(folder).Dispose();
        var opening = Stopwatch.StartNew();
        using var index = SearchIndex.Open(folder);
        var opened = opening.Elapsed.TotalMilliseconds;
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .GroupBy(file => Path.GetFileNameWithoutExtension(file), file => new FileInfo(file).Length)
            .ToDictionary(part => part.Key, part => part.Sum());
        var kinds = new List<KindFigures>();
        foreach (var kind in queries.GroupBy(query => query.Kind))
        {
            string[] texts = [.. kind.Select(query => query.Text)];
            kinds.Add(Measure(query => Rank(index, query), kind.Key, texts));
            kinds.Add(Measure(query => Search(index, query), kind.Key + Whole, texts));
        }

        return (new IndexFigures(seconds, opened, files, 0), kinds);
    }

    private static KindFigures Measure(Func<string, int> ask, string kind, string[] queries)
    {
        var total = 0L;
        foreach (var query in queries) total += ask(query);
        for (var warm = 1; warm < WarmRuns; warm++) Array.ForEach(queries, query => ask(query));
        var best = new KindFigures(kind, 0, 0, 0, total);
        for (var run = 0; run < Runs; run++)
        {
            var times = new double[queries.Length];
            var whole = Stopwatch.StartNew();
            for (var i = 0; i < queries.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                ask(queries[i]);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            var rate = queries.Length / whole.Elapsed.TotalSeconds;
            Array.Sort(times);
            if (rate > best.Rate) best = best with { Rate = rate, Median = times[times.Length / 2], P99 = times[times.Length * 99 / 100] };
        }

        return best;
    }

    private static int Rank(SearchIndex index, string query) => index.Rank(new SearchRequest(query, Mode: SearchMode.Exact)).Entries.Count;

    private static int Search(SearchIndex index, string query) => index.Search(new SearchRequest(query, Mode: SearchMode.Exact)).Total;

    /// <summary>Searches everything once in a process of its own and says what that holds in memory, in bytes.</summary>
    private static long ResidentOf(string folder, string queries)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(SearchSpeedCommand).Assembly.Location);
        foreach (var argument in (string[])["search-speed", "--resident", folder, queries]) start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        var answer = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return long.Parse(answer, CultureInfo.InvariantCulture);
    }

    private static int Resident(string folder, string queries)
    {
        using var index = SearchIndex.Open(folder);
        foreach (var line in File.ReadLines(queries))
        {
            var (kind, terms) = (line[..line.IndexOf('\t')], line[(line.IndexOf('\t') + 1)..]);
            Search(index, new TimedQuery(kind, terms.Split(' ')).Text);
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64);
        return 0;
    }

    private static int Missing()
    {
        Console.Error.WriteLine("The statutes are not there: expected search/statutes.jsonl.gz in the shared data folder beside the repository.");
        return 3;
    }
}
