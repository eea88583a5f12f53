using System.Text;
using System.Text.Json;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>The pages that are read for measuring: real ones where the measuring data lies beside the repository, else the founding pages.</summary>
internal static class PageSet
{
    private const int FoundingRepeats = 50;

    /// <summary>The length of the text that <see cref="Repeated"/> repeats, in UTF-16 code units.</summary>
    private const int Unit = 50_000;

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The pages, and where they come from.</summary>
    public static (string Origin, IReadOnlyList<string> Pages) Load()
    {
        var data = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", "wikitext", "pages.jsonl"));
        return File.Exists(data)
            ? ("wikitext/pages.jsonl", [.. File.ReadLines(data).Where(line => line.Length > 0).Select(TextOf)])
            : ("corpus/sources/mediawiki", [.. Enumerable.Repeat(FoundingPages(), FoundingRepeats).SelectMany(pages => pages)]);
    }

    public static SourceText Source(string text) => SourceText.FromString(text);

    public static long Bytes(IEnumerable<string> pages) => pages.Sum(page => (long)Encoding.UTF8.GetByteCount(page));

    /// <summary>
    /// Ordinary text of about a length in UTF-16 code units: the same slices of every page again and again, so that a longer
    /// text differs from a shorter one in its length alone.
    /// </summary>
    public static string Repeated(int length)
    {
        var (_, pages) = Load();
        var slice = Unit / pages.Count;
        var unit = string.Concat(pages.Select(page => page[..Math.Min(slice, page.Length)] + "\n\n"));
        var text = new StringBuilder(length + unit.Length);
        while (text.Length + unit.Length <= length || text.Length == 0) text.Append(unit);
        return text.ToString();
    }

    private static IEnumerable<string> FoundingPages() =>
        Directory.GetFiles(Path.Combine(Root, "corpus", "sources", "mediawiki"), "*.wikitext").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static string TextOf(string line)
    {
        using var record = JsonDocument.Parse(line);
        return record.RootElement.GetProperty("text").GetString() ?? "";
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Zhujingban.Corpus.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The benchmarks run inside the repository: no Zhujingban.Corpus.sln above them.");
    }
}
