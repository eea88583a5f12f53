using System.Text;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;

namespace Zhujingban.Corpus.Benchmarks;

/// <summary>
/// The HTML stage, from a page to its <see cref="Document"/> before structure, against AngleSharp's parse of the same page alone, at two
/// lengths (1.5 times at most). Run with <c>dotnet run -c Release --project tests/Zhujingban.Corpus.Benchmarks -- --filter '*Html*'</c>.
/// </summary>
[MemoryDiagnoser]
public class HtmlBenchmarks
{
    private SourceText _source = null!;

    [Params(20_000, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var page = new StringBuilder("<html><head><title>关于加强管理的通知</title></head><body><div class=\"nav\"><a href=\"/\">首页</a></div>"
            + "<table><tr><td><b>发文字号：</b></td><td>某政发〔2019〕6号</td><td><b>成文日期：</b></td><td>2019年1月22日</td></tr></table><div id=\"zoom\">");
        for (var i = 1; page.Length < Length; i++)
        {
            page.Append("<p align=\"\" style=\"margin-top: 0px; margin-bottom: 0px; text-indent: 2em; text-align: justify; font-family: 宋体;\"><span style=\"font-weight: bold;\">")
                .Append("（一）工作要求。</span><span style=\"font-family: 宋体;\">各级各部门要加强管理，按照规定的程序办理，重大事项及时报告。").Append(i).Append("</span></p> ");
            if (i % 20 == 0) page.Append("<table><tr><td>单位</td><td>电话</td></tr><tr><td>甲办</td><td>").Append(i).Append("</td></tr></table>");
        }

        _source = SourceText.FromString(page.Append("</div><div class=\"footer\">版权所有</div></body></html>").ToString());
    }

    [Benchmark(Baseline = true)]
    public int Parse()
    {
        using var tree = new HtmlParser().ParseDocument(_source.Text);
        return tree.ChildNodes.Length;
    }

    [Benchmark]
    public int Read() => MarkupFormats.For(SourceFormat.Html).Read(_source, new MarkupOptions("page")).Blocks.Count;
}
