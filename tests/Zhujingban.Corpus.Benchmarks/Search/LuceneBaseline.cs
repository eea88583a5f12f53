using System.Diagnostics;
using System.Globalization;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>What was measured of a kind of query.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rate">Queries a second in the best run.</param>
/// <param name="Median">Milliseconds of the middle query of that run.</param>
/// <param name="P99">Milliseconds that 99 of 100 stay below.</param>
/// <param name="Total">The matches of all queries together.</param>
internal sealed record KindFigures(string Kind, double Rate, double Median, double P99, long Total);

/// <summary>What was measured of an index.</summary>
/// <param name="BuildSeconds">The time to build it.</param>
/// <param name="OpenMilliseconds">The time to open it.</param>
/// <param name="Files">The bytes of its parts.</param>
/// <param name="Resident">The bytes in memory at most while searching.</param>
internal sealed record IndexFigures(double BuildSeconds, double OpenMilliseconds, IReadOnlyDictionary<string, long> Files, long Resident);

/// <summary>Java Lucene over the same clauses and queries; <c>Resources/LuceneBaseline.java</c> is run as a single source file.</summary>
internal static class LuceneBaseline
{
    /// <param name="jars">A folder that holds lucene-core and lucene-analyzers-common somewhere (Debian: liblucene8-java).</param>
    /// <param name="java">The program; a JDK 17.</param>
    /// <param name="folder">Where to work.</param>
    /// <param name="clauses">What to index.</param>
    /// <param name="queries">The file of queries.</param>
    /// <param name="runs">How often to measure.</param>
    public static (IndexFigures Index, IReadOnlyList<KindFigures> Kinds) Measure(
        string jars, string java, string folder, IReadOnlyList<Clause> clauses, string queries, int runs)
    {
        var source = Path.Combine(folder, "LuceneBaseline.java");
        using (var resource = typeof(LuceneBaseline).Assembly.GetManifestResourceStream("LuceneBaseline.java")!)
        using (var file = File.Create(source))
        {
            resource.CopyTo(file);
        }

        var entries = Path.Combine(folder, "entries.tsv");
        File.WriteAllLines(entries, clauses.Select(clause => $"{clause.Id}\t{clause.Title}\t{clause.Text}"));
        var index = Path.Combine(folder, "lucene");
        if (Directory.Exists(index)) Directory.Delete(index, recursive: true);
        var found = Directory.GetFiles(jars, "lucene-*.jar", SearchOption.AllDirectories)
            .Where(jar => Path.GetFileName(jar).StartsWith("lucene-core", StringComparison.Ordinal)
                || Path.GetFileName(jar).StartsWith("lucene-analyzers-common", StringComparison.Ordinal));
        var start = new[] { "-Xmx1g", "-cp", string.Join(Path.PathSeparator, found), source };
        var built = Run(java, [.. start, "index", index, entries]).Single(line => line.StartsWith("seconds\t", StringComparison.Ordinal));
        var kinds = Run(java, [.. start, "search", index, queries, runs.ToString(CultureInfo.InvariantCulture)]).Select(Read).ToList();
        var size = Directory.GetFiles(index).Sum(file => new FileInfo(file).Length);
        var stored = Directory.GetFiles(index, "*.fdt").Sum(file => new FileInfo(file).Length);
        var parts = new Dictionary<string, long> { ["stored texts"] = stored, ["all else"] = size - stored };
        return (new IndexFigures(Number(built.Split('\t')[1]), 0, parts, 0), kinds);
    }

    private static KindFigures Read(string line)
    {
        var columns = line.Split('\t');
        return new KindFigures(columns[0], Number(columns[1]), Number(columns[2]), Number(columns[3]), long.Parse(columns[4], CultureInfo.InvariantCulture));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Run(string program, IEnumerable<string> arguments)
    {
        using var child = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {child.ExitCode}.");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
