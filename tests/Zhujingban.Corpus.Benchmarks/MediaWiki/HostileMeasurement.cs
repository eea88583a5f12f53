using System.Globalization;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>Hostile families of 1 MB and of 100,000 levels: within a second on the clock, printed back, with a diagnostic, nothing lost.</summary>
internal static class HostileMeasurement
{
    private const int Megabyte = 1_000_000;
    private const int Levels = 100_000;

    public static void Run()
    {
        foreach (var family in HostileFamily.All)
        {
            Row(family.ToString(), family.Text(Megabyte), family.Text(Megabyte / 8));
            if (family.Form == "nested") Row($"{family}, {Levels:N0} levels", family.Text(Levels * (family.Open.Length + family.Close.Length)), family.Text(Megabyte / 8));
        }
    }

    private static void Row(string name, string text, string shorter)
    {
        var source = PageSet.Source(text);
        var sample = PageSet.Source(shorter);
        if (Timing.BestOnTheClock(1, () => Timing.Read(sample)) > 1)
        {
            Console.WriteLine($"{name,-44} OVER A SECOND for an eighth of it; not read whole");
            return;
        }

        var document = Timing.Read(source);
        var seconds = Timing.BestOnTheClock(2, () => Timing.Read(source));
        var allocated = Timing.Allocated(() => Timing.Read(source));
        var codes = document.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct().Order(StringComparer.Ordinal);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-44} {seconds * 1000,7:F0} ms {(double)allocated / text.Length,6:F1} B/B {(seconds > 1 ? "OVER A SECOND " : "")}{Faults(text, document)}[{string.Join(", ", codes)}]"));
    }

    private static string Faults(string text, Document document)
    {
        using var tree = WikiParser.Parse(text, out _);
        var printed = tree.Print() == text ? "" : "DOES NOT PRINT BACK ";
        var leftOut = document.Dropped.Select(drop => drop.Span).Concat(document.Duplicates.Select(duplicate => duplicate.Span));
        return printed + (SourceCoverage.Faults(text, document.Text, leftOut).FirstOrDefault() is { } fault ? $"LOST: {fault} " : "");
    }
}
