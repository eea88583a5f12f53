using System.Globalization;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>The figures of both, side by side.</summary>
internal static class SearchSpeedTable
{
    private const double Megabyte = 1 << 20;

    public static void Write(int clauses, OwnFigures alone, SideFigures own, SideFigures? lucene)
    {
        Line($"{clauses} clauses; one thread each");
        if (!double.IsNaN(own.BuildSeconds)) Line($"build: {clauses / own.BuildSeconds:F0} clauses/s{(lucene is null ? "" : Text($", Lucene {clauses / lucene.BuildSeconds:F0}, ratio {lucene.BuildSeconds / own.BuildSeconds:F2}"))}");
        Line($"size: {own.Size / Megabyte:F1} MB ({Parts(own)})");
        if (lucene is not null) Line($"Lucene's size: {lucene.Size / Megabyte:F1} MB ({Parts(lucene)}), ratio {(double)own.Size / lucene.Size:F2}");
        Line($"open: {alone.OpenMilliseconds:F1} ms; resident at most {alone.Resident / Megabyte:F0} MB");
        Line($"The ten best, ids and scores:");
        Line($"| kind | queries/s | p50 ms | p99 ms | Lucene q/s | p50 ms | p99 ms | ratio | of the middle rounds | p99 ratio | Lucene, text only q/s | ratio |");
        Line($"|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var kind in own.Kinds.Where(kind => !kind.Kind.EndsWith(SpeedSide.Whole, StringComparison.Ordinal)))
        {
            var (other, text) = (Find(lucene, kind.Kind), Find(lucene, kind.Kind + SpeedSide.TextOnly)?.Best);
            var (at, peer) = (kind.Best, other?.Best);
            Line($"| {kind.Kind} | {at.Rate:F0} | {at.Median:F3} | {at.P99:F3} | {peer?.Rate:F0} | {peer?.Median:F3} | {peer?.P99:F3} | {Ratios(kind, other)} | {text?.Rate:F0} | {at.Rate / text?.Rate:F2} |");
        }

        Line($"The ten best, with their texts, marked here, and the exact total:");
        Line($"| kind | queries/s | p50 ms | p99 ms | matches | Lucene q/s | p99 ms | matches | ratio | of the middle rounds | p99 ratio |");
        Line($"|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var kind in own.Kinds.Where(kind => kind.Kind.EndsWith(SpeedSide.Whole, StringComparison.Ordinal)))
        {
            var other = Find(lucene, kind.Kind);
            var (at, peer) = (kind.Best, other?.Best);
            Line($"| {kind.Kind[..^SpeedSide.Whole.Length]} | {at.Rate:F0} | {at.Median:F3} | {at.P99:F3} | {kind.Total} | {peer?.Rate:F0} | {peer?.P99:F3} | {other?.Total} | {Ratios(kind, other)} |");
        }
    }

    private static string Ratios(KindFigures own, KindFigures? peer) =>
        Text($"{own.Best.Rate / peer?.Best.Rate:F2} | {own.Middle.Rate / peer?.Middle.Rate:F2} | {own.Best.P99 / peer?.Best.P99:F2}");

    private static KindFigures? Find(SideFigures? side, string kind) => side?.Kinds.FirstOrDefault(other => other.Kind == kind);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Parts(SideFigures side) =>
        string.Join(", ", side.Files.OrderByDescending(part => part.Value).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Key} {part.Value / Megabyte:F1}")));

    private static void Line(FormattableString line) => Console.WriteLine(Text(line));
}
