using BenchmarkDotNet.Attributes;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Benchmarks;

/// <summary>
/// The whole way of one document, for each kind of input, at a length and at four times that length: the ratio of the two rows
/// tells whether reading is linear (4.4 at most). Run with <c>dotnet run -c Release --project tests/Zhujingban.Corpus.Benchmarks -- --filter '*Reading*'</c>.
/// </summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private const int BaseLength = 250_000;
    private SourceText _source = null!;

    [Params("mediawiki/zhujing-banshichu.wikitext", "markdown/shanghai-offices.md", "notices/guobanfa-2010-8.txt")]
    public string Document { get; set; } = "";

    [Params(1, 4)]
    public int Times { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "corpus", "sources", Document)) + "\n\n";
        _source = SourceText.FromString(string.Concat(Enumerable.Repeat(text, Times * BaseLength / text.Length)));
    }

    [Benchmark]
    public int Read() => DocumentReader.Read(_source, new ReadOptions("benchmark", FormatOf(Document))).Clauses.Count;

    private static SourceFormat FormatOf(string document) => document.Split('/')[0] switch
    {
        "mediawiki" => SourceFormat.MediaWiki,
        "markdown" => SourceFormat.Markdown,
        _ => SourceFormat.Notice,
    };
}
