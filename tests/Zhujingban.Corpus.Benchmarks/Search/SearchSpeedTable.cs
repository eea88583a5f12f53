using System.Globalization;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>The figures of both, side by side.</summary>
internal static class SearchSpeedTable
{
    private const double Megabyte = 1 << 20;

    public static void Write(
        int clauses, IndexFigures own, IReadOnlyList<KindFigures> kinds, (IndexFigures Index, IReadOnlyList<KindFigures> Kinds)? lucene)
    {
        Line($"{clauses} clauses; {kinds.Count} kinds of queries; one thread each");
        Line($"build: {clauses / own.BuildSeconds:F0} clauses/s{(lucene is { } built ? $", Lucene {clauses / built.Index.BuildSeconds:F0}, ratio {built.Index.BuildSeconds / own.BuildSeconds:F2}" : "")}");
        Line($"size: {own.Files.Values.Sum() / Megabyte:F1} MB ({Parts(own)})");
        if (lucene is { } sized) Line($"Lucene's size: {sized.Index.Files.Values.Sum() / Megabyte:F1} MB ({Parts(sized.Index)}), ratio {(double)own.Files.Values.Sum() / sized.Index.Files.Values.Sum():F2}");
        Line($"open: {own.OpenMilliseconds:F1} ms; resident at most {own.Resident / Megabyte:F0} MB");
        Line($"| kind | queries/s | p50 ms | p99 ms | matches | Lucene q/s | p99 ms | matches | ratio | p99 ratio | Lucene, text only q/s | ratio | Lucene, with totals and texts q/s | p99 ms | ratio |");
        Line($"|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var kind in kinds)
        {
            var peer = lucene?.Kinds.FirstOrDefault(other => other.Kind == kind.Kind);
            var whole = lucene?.Kinds.FirstOrDefault(other => other.Kind == kind.Kind + "-whole");
            var text = lucene?.Kinds.FirstOrDefault(other => other.Kind == kind.Kind + "-text");
            Line($"| {kind.Kind} | {kind.Rate:F0} | {kind.Median:F3} | {kind.P99:F3} | {kind.Total} | {peer?.Rate:F0} | {peer?.P99:F3} | {peer?.Total} | {kind.Rate / peer?.Rate:F2} | {kind.P99 / peer?.P99:F2} | {text?.Rate:F0} | {kind.Rate / text?.Rate:F2} | {whole?.Rate:F0} | {whole?.P99:F3} | {kind.Rate / whole?.Rate:F2} |");
        }
    }

    private static string Parts(IndexFigures index) =>
        string.Join(", ", index.Files.OrderByDescending(part => part.Value).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Key} {part.Value / Megabyte:F1}")));

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
