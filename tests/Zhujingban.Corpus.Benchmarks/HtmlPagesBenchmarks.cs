using System.Text.Json;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;

namespace Zhujingban.Corpus.Benchmarks;

/// <summary>
/// The HTML stage on saved pages of a government site, navigation and scripts included, against AngleSharp's parse of the same pages
/// (1.5 times at most). The pages lie beside the repository; without them there is nothing to measure, and the rows are zero work.
/// Run with <c>dotnet run -c Release --project tests/Zhujingban.Corpus.Benchmarks -- --filter '*HtmlPages*'</c>.
/// </summary>
[MemoryDiagnoser]
public class HtmlPagesBenchmarks
{
    private static readonly HtmlParserOptions Options = new() { IsScripting = false };
    private SourceText[] _pages = [];

    [GlobalSetup]
    public void Setup()
    {
        var pages = Path.Combine(RepositoryFolder.Find(), "..", "shared", "data", "notices", "govcn.jsonl");
        if (File.Exists(pages))
        {
            _pages = [.. File.ReadLines(pages).Select(line => JsonDocument.Parse(line).RootElement).Where(row => row.TryGetProperty("html", out _))
                .Select(row => SourceText.FromString(row.GetProperty("html").GetString() ?? ""))];
        }

        Console.WriteLine($"// {_pages.Length} pages of {_pages.Sum(page => page.Text.Length)} characters");
    }

    [Benchmark(Baseline = true)]
    public int Parse()
    {
        var count = 0;
        foreach (var page in _pages)
        {
            using var tree = new HtmlParser(Options).ParseDocument(page.Text);
            count += tree.ChildNodes.Length;
        }

        return count;
    }

    [Benchmark]
    public int Read()
    {
        var format = MarkupFormats.For(SourceFormat.Html);
        return _pages.Sum(page => format.Read(page, new MarkupOptions("page")).Blocks.Count);
    }
}
