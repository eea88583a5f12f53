using System.Text;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Markup.PlainText;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Benchmarks;

/// <summary>
/// Structure of plain text (document in, sections, clauses and metadata out) beside counting its lines' numbers with one compiled
/// expression. <see cref="Bytes"/> divided by a row's mean is its speed. The text is a law of eighty articles with items, and a notice, over
/// and over. Run with <c>dotnet run -c Release --project tests/Zhujingban.Corpus.Benchmarks -- --filter '*Structure*'</c>.
/// </summary>
[MemoryDiagnoser]
public partial class StructureBenchmarks
{
    private const int Bytes = 4_000_000;
    private Document _document = null!;

    /// <summary>A law with its line breaks, the same law without them, a notice.</summary>
    [Params("law", "law-joined", "notice")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var once = Text == "notice" ? Notice() : Law();
        if (Text == "law-joined") once = Spaces().Replace(once, "");
        var text = string.Concat(Enumerable.Repeat(once, Bytes / Encoding.UTF8.GetByteCount(once)));
        _document = new PlainTextFormat().Read(SourceText.FromString(text), new MarkupOptions("benchmark"));
        Console.WriteLine($"// {Text}: {Encoding.UTF8.GetByteCount(text)} bytes of UTF-8");
    }

    [Benchmark]
    public int Structure() => DocumentStructure.Read(_document).Clauses.Count;

    [Benchmark(Baseline = true)]
    public int CountOfNumbers() => Numbers().Count(_document.Text.Text);

    [GeneratedRegex(@"^\s*(?:第[一二三四五六七八九十百千零〇0-9]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|[0-9]+[.．、]|[（(][0-9]+[）)])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private static string Law()
    {
        string[] digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        var law = new StringBuilder("驻京机构管理条例\n（2010年1月19日国务院令第570号公布）\n");
        for (var i = 1; i <= 80; i++)
        {
            if (i % 10 == 1) law.Append($"第{digits[(i / 10) + 1]}章　监督管理\n");
            law.Append($"第{(i >= 20 ? digits[i / 10] : "")}{(i >= 10 ? "十" : "")}{digits[i % 10]}条　各地人民政府在北京设立的办事机构，应当依照本条例第十条第二款的规定报国务院机关事务管理部门备案，并接受其监督检查。\n");
            if (i % 4 == 0) law.Append("有下列情形之一的，由国务院机关事务管理部门责令限期改正：\n（一）未按照规定备案的；\n（二）擅自变更机构名称、住所和职责的；\n（三）违反财务管理规定的。\n");
            else law.Append("前款规定的备案，应当自设立之日起三十日内办理，逾期不办理的，不得以办事机构的名义开展活动。\n");
        }

        return law.ToString();
    }

    private static string Notice()
    {
        return File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "corpus", "sources", "notices", "guobanfa-2010-8.txt")) + "\n\n";
    }
}
