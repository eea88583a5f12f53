using System.Diagnostics;
using System.Globalization;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>
/// The clause index beside Java Lucene's CJK analyzer: the same clauses, the same queries, one thread each, warm, in turns, the ten best. Once which they are
/// and what they score, without the total; once, by kinds that end with <see cref="SpeedSide.Whole"/>, with the exact total and the texts, and here with the marks
/// in them. Bars: 1.5 times its queries a second on short AND, twice on the others, p99 no worse, twice its speed of building, twice its size at most, open
/// in 50 ms, 150 MB resident.
/// </summary>
internal static class SearchSpeedCommand
{
    /// <param name="args">
    /// <c>[--entries N] [--lucene FOLDER-WITH-JARS] [--java PROGRAM] [--folder WORK] [--builds N] [--kinds KIND,KIND]</c>; without builds the indexes of the last
    /// run are asked. What <see cref="OwnProgram"/> does is asked by its name.
    /// </param>
    public static int Run(string[] args)
    {
        if (args is ["index", var index, var entries]) return OwnProgram.Index(index, entries);
        if (args is ["serve", var served, var queries]) return OwnProgram.Serve(served, queries);
        if (args is ["resident", var searched, var asked]) return OwnProgram.Resident(searched, asked);
        var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[^1]);
        var clauses = StatuteClauses.Read(Number(options, "--entries", 200_000));
        if (clauses.Count == 0) return Missing();
        var folder = options.GetValueOrDefault("--folder") ?? Path.Combine(Path.GetTempPath(), "zhujingban-search-speed");
        Directory.CreateDirectory(folder);
        var sides = new List<SpeedSide> { SpeedSide.Own() };
        if (options.GetValueOrDefault("--lucene") is { } jars) sides.Add(SpeedSide.Lucene(jars, options.GetValueOrDefault("--java", "java"), folder));
        var kinds = options.GetValueOrDefault("--kinds", "single,and,or,phrase").Split(',');
        Compare(sides, clauses, kinds, folder, Number(options, "--builds", 3));
        return 0;
    }

    private static void Compare(List<SpeedSide> sides, IReadOnlyList<Clause> clauses, string[] kinds, string folder, int builds)
    {
        var (entryFile, queryFile) = (Path.Combine(folder, "entries.tsv"), Path.Combine(folder, "queries.tsv"));
        File.WriteAllLines(entryFile, clauses.Select(clause => $"{clause.Id}\t{clause.Title}\t{clause.Text}"));
        File.WriteAllLines(queryFile, QuerySet.Of(clauses).Select(query => $"{query.Kind}\t{string.Join(' ', query.Terms)}"));
        var seconds = SpeedRounds.Build(sides, builds, folder, entryFile);
        var resident = long.Parse(sides[0].Run("resident", sides[0].IndexIn(folder), queryFile), CultureInfo.InvariantCulture);
        var own = new OwnFigures(OpeningTime(sides[0].IndexIn(folder)), resident);
        var asked = SpeedRounds.Ask(sides, kinds, folder, queryFile);
        var figures = sides.Select((side, i) => new SideFigures(seconds[i], side.FilesIn(folder), asked[i])).ToArray();
        SearchSpeedTable.Write(clauses.Count, own, figures[0], figures.Length > 1 ? figures[1] : null);
    }

    private static double OpeningTime(string index)
    {
        SearchIndex.Open(index).Dispose();
        var opening = Stopwatch.StartNew();
        using var opened = SearchIndex.Open(index);
        return opening.Elapsed.TotalMilliseconds;
    }

    private static int Number(Dictionary<string, string> options, string name, int otherwise) =>
        options.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private static int Missing()
    {
        Console.Error.WriteLine("The statutes are not there: expected search/statutes.jsonl.gz in the shared data folder beside the repository.");
        return 3;
    }
}
