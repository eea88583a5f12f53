using System.Diagnostics;
using System.Globalization;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>
/// One of the two that are compared: a program that builds an index and answers queries in processes of their own. Both understand the same:
/// <code>
/// index FOLDER ENTRIES.tsv     builds an index of lines of id, title and text; prints the seconds
/// serve FOLDER QUERIES.tsv     opens it and does what each line of its input says, printing one line for each:
///   total KIND                   how many matches the queries of a kind have, exactly
///   pass KIND                    asks all of them once
///   round KIND                   asks all of them once more untimed, so that nothing is cold because the other side had its turn, and then takes the time:
///                                queries a second, milliseconds of the middle query, of the 99th of 100
/// </code>
/// </summary>
/// <param name="name">What its folder is called.</param>
/// <param name="program">The program.</param>
/// <param name="arguments">The arguments before those above.</param>
/// <param name="kinds">The kinds of queries that it answers, in every variant.</param>
internal sealed class SpeedSide(string name, string program, IReadOnlyList<string> arguments, Func<string, IReadOnlyList<string>> kinds)
{
    /// <summary>Ends the name of a kind of queries when the exact total and the texts of the hits are asked too.</summary>
    public const string Whole = "-whole";

    /// <summary>Ends the name of a kind of queries that Lucene answers from the text alone, without the title.</summary>
    public const string TextOnly = "-text";

    /// <summary>The clause index: this program.</summary>
    public static SpeedSide Own()
    {
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        string[] arguments = [.. isHosted ? [typeof(SpeedSide).Assembly.Location] : Array.Empty<string>(), "search-speed"];
        return new SpeedSide("own", Environment.ProcessPath!, arguments, kind => [kind, kind + Whole]);
    }

    /// <summary>Java Lucene; <c>Resources/LuceneBaseline.java</c> is run as a single source file.</summary>
    /// <param name="jars">A folder that holds lucene-core and lucene-analyzers-common somewhere (Debian: liblucene8-java).</param>
    /// <param name="java">The program; a JDK 17.</param>
    /// <param name="folder">Where to work.</param>
    public static SpeedSide Lucene(string jars, string java, string folder)
    {
        var source = Path.Combine(folder, "LuceneBaseline.java");
        using (var resource = typeof(SpeedSide).Assembly.GetManifestResourceStream("LuceneBaseline.java")!)
        using (var file = File.Create(source))
        {
            resource.CopyTo(file);
        }

        var found = Directory.GetFiles(jars, "lucene-*.jar", SearchOption.AllDirectories)
            .Where(jar => Path.GetFileName(jar).StartsWith("lucene-core", StringComparison.Ordinal)
                || Path.GetFileName(jar).StartsWith("lucene-analyzers-common", StringComparison.Ordinal));
        return new SpeedSide("lucene", java, ["-Xmx1g", "-cp", string.Join(Path.PathSeparator, found), source], kind => [kind, kind + TextOnly, kind + Whole]);
    }

    /// <summary>The variants of a kind of queries that it answers.</summary>
    public IReadOnlyList<string> KindsOf(string kind) => kinds(kind);

    /// <summary>Where its index is.</summary>
    public string IndexIn(string folder) => Path.Combine(folder, name);

    /// <summary>Builds the index, and says how many seconds that took.</summary>
    public double Index(string folder, string entries)
    {
        if (Directory.Exists(IndexIn(folder))) Directory.Delete(IndexIn(folder), recursive: true);
        return double.Parse(Run("index", IndexIn(folder), entries), CultureInfo.InvariantCulture);
    }

    /// <summary>The bytes of the parts of the index.</summary>
    public IReadOnlyDictionary<string, long> FilesIn(string folder) =>
        Directory.GetFiles(IndexIn(folder)).GroupBy(Part, file => new FileInfo(file).Length).ToDictionary(part => part.Key, part => part.Sum());

    /// <summary>Runs the program to its end.</summary>
    /// <returns>What it printed.</returns>
    public string Run(params IEnumerable<string> more)
    {
        using var child = Process.Start(new ProcessStartInfo(program, [.. arguments, .. more]) { RedirectStandardOutput = true })!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {child.ExitCode}.");
    }

    /// <summary>Starts the process that answers queries.</summary>
    public SpeedServer Serve(string folder, string queries) =>
        new(new ProcessStartInfo(program, [.. arguments, "serve", IndexIn(folder), queries]));

    /// <summary>A file of ours is a part; Lucene's are one, but for the stored fields when they have a file of their own.</summary>
    private static string Part(string file) => Path.GetExtension(file) switch
    {
        ".zji" => Path.GetFileNameWithoutExtension(file),
        ".fdt" => "stored texts",
        _ => "all else",
    };
}
