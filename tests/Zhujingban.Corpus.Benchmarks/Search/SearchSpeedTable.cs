using System.Globalization;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>The figures of both, side by side.</summary>
internal static class SearchSpeedTable
{
    private const double Megabyte = 1 << 20;

    public static void Write(
        int clauses, IndexFigures own, IReadOnlyList<KindFigures> kinds, (IndexFigures Index, IReadOnlyList<KindFigures> Kinds)? lucene)
    {
        Line($"{clauses} clauses; one thread each");
        Line($"build: {clauses / own.BuildSeconds:F0} clauses/s{(lucene is { } built ? $", Lucene {clauses / built.Index.BuildSeconds:F0}, ratio {built.Index.BuildSeconds / own.BuildSeconds:F2}" : "")}");
        Line($"size: {own.Files.Values.Sum() / Megabyte:F1} MB ({Parts(own)})");
        if (lucene is { } sized) Line($"Lucene's size: {sized.Index.Files.Values.Sum() / Megabyte:F1} MB ({Parts(sized.Index)}), ratio {(double)own.Files.Values.Sum() / sized.Index.Files.Values.Sum():F2}");
        Line($"open: {own.OpenMilliseconds:F1} ms; resident at most {own.Resident / Megabyte:F0} MB");
        Line($"The ten best, ids and scores:");
        Line($"| kind | queries/s | p50 ms | p99 ms | Lucene q/s | p99 ms | ratio | p99 ratio | Lucene, text only q/s | ratio |");
        Line($"|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var kind in kinds.Where(kind => !kind.Kind.EndsWith(SearchSpeedCommand.Whole, StringComparison.Ordinal)))
        {
            var (peer, text) = (Peer(lucene?.Kinds, kind.Kind), Peer(lucene?.Kinds, kind.Kind + "-text"));
            Line($"| {kind.Kind} | {kind.Rate:F0} | {kind.Median:F3} | {kind.P99:F3} | {peer?.Rate:F0} | {peer?.P99:F3} | {kind.Rate / peer?.Rate:F2} | {kind.P99 / peer?.P99:F2} | {text?.Rate:F0} | {kind.Rate / text?.Rate:F2} |");
        }

        Line($"The ten best, with their texts, marked here, and the exact total:");
        Line($"| kind | queries/s | p50 ms | p99 ms | matches | Lucene q/s | p99 ms | matches | ratio | p99 ratio |");
        Line($"|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var kind in kinds.Where(kind => kind.Kind.EndsWith(SearchSpeedCommand.Whole, StringComparison.Ordinal)))
        {
            var peer = Peer(lucene?.Kinds, kind.Kind);
            Line($"| {kind.Kind[..^SearchSpeedCommand.Whole.Length]} | {kind.Rate:F0} | {kind.Median:F3} | {kind.P99:F3} | {kind.Total} | {peer?.Rate:F0} | {peer?.P99:F3} | {peer?.Total} | {kind.Rate / peer?.Rate:F2} | {kind.P99 / peer?.P99:F2} |");
        }
    }

    private static KindFigures? Peer(IReadOnlyList<KindFigures>? kinds, string kind) => kinds?.FirstOrDefault(other => other.Kind == kind);

    private static string Parts(IndexFigures index) =>
        string.Join(", ", index.Files.OrderByDescending(part => part.Value).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Key} {part.Value / Megabyte:F1}")));

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
