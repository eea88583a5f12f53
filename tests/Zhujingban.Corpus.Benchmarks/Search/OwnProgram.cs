using System.Diagnostics;
using System.Globalization;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>The clause index as a side of the comparison: what <c>Resources/LuceneBaseline.java</c> is for Lucene, and line by line the same.</summary>
internal static class OwnProgram
{
    /// <summary>Builds an index of lines of id, title and text, which are read beforehand, and prints the seconds.</summary>
    public static int Index(string folder, string entries)
    {
        var lines = File.ReadAllLines(entries);
        var building = Stopwatch.StartNew();
        using (var writer = new SearchIndexWriter(folder))
        {
            foreach (var line in lines)
            {
                var columns = line.Split('\t', 3);
                writer.Add(new Clause(columns[0], columns[1], columns[2]).ToEntry());
            }

            writer.Complete();
        }

        Console.WriteLine(building.Elapsed.TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Does what each line of the input says; see <see cref="SpeedSide"/>.</summary>
    public static int Serve(string folder, string queries)
    {
        using var index = SearchIndex.Open(folder);
        var kinds = Read(queries).GroupBy(query => query.Kind, query => query.Text).ToDictionary(kind => kind.Key, kind => kind.ToArray());
        while (Console.ReadLine() is { } line)
        {
            var (what, kind) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            var asked = kinds[kind.Split('-')[0]];
            var isWhole = kind.EndsWith(SpeedSide.Whole, StringComparison.Ordinal);
            if (what == "total") Console.WriteLine(asked.Sum(query => (long)Search(index, query)));
            else if (what == "pass") Console.WriteLine(Ask(index, asked, isWhole));
            else Console.WriteLine(Time(index, asked, isWhole));
        }

        return 0;
    }

    /// <summary>Searches everything once and prints what that holds in memory at the most, in bytes.</summary>
    public static int Resident(string folder, string queries)
    {
        using var index = SearchIndex.Open(folder);
        foreach (var query in Read(queries)) Search(index, query.Text);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64);
        return 0;
    }

    private static IEnumerable<TimedQuery> Read(string queries) =>
        File.ReadLines(queries).Select(line => line.Split('\t')).Select(columns => new TimedQuery(columns[0], columns[1].Split(' ')));

    private static int Ask(SearchIndex index, string[] queries, bool isWhole)
    {
        foreach (var query in queries) Answer(index, query, isWhole);
        return queries.Length;
    }

    private static string Time(SearchIndex index, string[] queries, bool isWhole)
    {
        Ask(index, queries, isWhole);
        var times = new double[queries.Length];
        var whole = Stopwatch.StartNew();
        for (var i = 0; i < queries.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Answer(index, queries[i], isWhole);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var rate = queries.Length / whole.Elapsed.TotalSeconds;
        Array.Sort(times);
        return string.Create(CultureInfo.InvariantCulture, $"{rate:F1}\t{times[times.Length / 2]:F4}\t{times[times.Length * 99 / 100]:F4}");
    }

    private static void Answer(SearchIndex index, string query, bool isWhole)
    {
        if (isWhole) Search(index, query);
        else index.Rank(new SearchRequest(query, Mode: SearchMode.Exact));
    }

    private static int Search(SearchIndex index, string query) => index.Search(new SearchRequest(query, Mode: SearchMode.Exact)).Total;
}
