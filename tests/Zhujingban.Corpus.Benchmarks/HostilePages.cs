using System.Diagnostics;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Benchmarks;

/// <summary>Reads hostile pages, from text to clauses, at a length and at twice that length: the time may double, no more.</summary>
internal static class HostilePages
{
    private static readonly (string Name, int Count, Func<int, string> Make)[] Families =
    [
        ("100,000 nested div", 100_000, count => Repeat("<div>", count) + "甲" + Repeat("</div>", count)),
        ("10,000 tables", 10_000, count => Repeat("<table><tr><td>甲</td><td>乙</td></tr></table>", count)),
        ("a page of 50 MB", 450_000, count => "<div id=zoom>" + Repeat("<p style=\"text-indent:2em\"><span style=\"font-family:宋体\">各级各部门要加强管理，按照规定的程序办理。</span></p>\n", count) + "</div>"),
        ("one line of 10 MB", 480_000, count => "<p>" + Repeat("驻京办的管理，", count)),
        ("nothing closed", 100_000, count => "<html><body><table><tr><td>" + Repeat("<ul><li><a href=x><b><font color=red>甲<p><td>", count)),
        ("unclosed quotes", 100_000, count => Repeat("<a x=\"", count)),
    ];

    public static int Run()
    {
        foreach (var (name, count, make) in Families)
        {
            var (half, _) = Time(make(count / 2));
            var (whole, document) = Time(make(count));
            Console.WriteLine($"{name,-20} {document.Source.Text.Length,10} characters shown {whole.TotalMilliseconds,8:F0} ms, {whole / half:F1} times half of it; "
                + string.Join(' ', document.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct()));
        }

        return 0;
    }

    private static (TimeSpan, Document) Time(string page)
    {
        var source = SourceText.FromString(page);
        DocumentReader.Read(source, new ReadOptions("page", SourceFormat.Html));
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var document = DocumentReader.Read(source, new ReadOptions("page", SourceFormat.Html));
        return (Stopwatch.GetElapsedTime(start), document);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
