using System.Text;
using BenchmarkDotNet.Attributes;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;

namespace Zhujingban.Corpus.Benchmarks;

/// <summary>
/// The Markdown stage, from text to its <see cref="Document"/> before structure, against Markdig's own parse of a law as it is kept in
/// Markdown: headings for chapters, a paragraph an article (4 times at most). Run with
/// <c>dotnet run -c Release --project tests/Zhujingban.Corpus.Benchmarks -- --filter '*Markdown*'</c>.
/// </summary>
[MemoryDiagnoser]
public class MarkdownBenchmarks
{
    private const int Bytes = 1_000_000;
    private SourceText _source = null!;

    [GlobalSetup]
    public void Setup()
    {
        var law = new StringBuilder("# 驻京机构管理条例\n\n（2010年1月19日国务院令第570号公布）\n\n<!-- INFO END -->\n\n");
        for (var (i, bytes) = (1, 0); bytes < Bytes; i++)
        {
            var before = law.Length;
            if (i % 10 == 1) law.Append($"## 第{i}章 监督管理\n\n");
            law.Append($"**第{i}条** 各地人民政府在北京设立的办事机构，应当依照本条例第十条第二款的规定报国务院机关事务管理部门备案，并接受其监督检查。\n\n");
            if (i % 4 == 0) law.Append("（一）未按照规定备案的；\n\n（二）擅自变更机构名称、住所和职责的；\n\n（三）违反财务管理规定的。\n\n");
            bytes += Encoding.UTF8.GetByteCount(law.ToString(before, law.Length - before));
        }

        _source = SourceText.FromString(law.ToString());
    }

    [Benchmark(Baseline = true)]
    public int Parse() => Markdig.Markdown.Parse(_source.Text).Count;

    [Benchmark]
    public int Read() => MarkupFormats.For(SourceFormat.Markdown).Read(_source, new MarkupOptions("law")).Blocks.Count;
}
