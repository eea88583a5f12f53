using System.Globalization;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>Bytes a second and bytes allocated on whole pages, beside mwparserfromhell's C tokenizer on the same pages in the same run.</summary>
internal static class SpeedMeasurement
{
    private const int Rounds = 15;

    public static void Run()
    {
        var (origin, pages) = PageSet.Load();
        var sources = pages.Select(PageSet.Source).ToList();
        var bytes = PageSet.Bytes(pages);
        Timing.WarmUp(sources);
        var seconds = BestOfEachPage(sources);
        var allocated = Timing.Allocated(() => sources.ForEach(source => Timing.Read(source)));
        var speed = bytes / seconds / 1e6;
        Write($"pages: {pages.Count} of {origin}, {bytes / 1e6:F2} MB of UTF-8");
        Write($"this parser: {speed:F1} MB/s");
        Write($"allocated: {(double)allocated / bytes:F1} bytes a source byte (bar: at most 12)");
        var (peer, reason) = MwParserFromHell.BytesPerSecond(pages);
        if (peer is null) Write($"mwparserfromhell: skipped, {reason}");
        else Write($"mwparserfromhell ({reason}): {peer.Value / 1e6:F2} MB/s; ratio {speed * 1e6 / peer.Value:F1} (bar: at least 20)");
    }

    /// <summary>The sum of each page's best time.</summary>
    private static double BestOfEachPage(List<SourceText> sources)
    {
        var best = Enumerable.Repeat(double.MaxValue, sources.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < best.Length; i++) best[i] = Math.Min(best[i], Timing.Once(() => Timing.Read(sources[i])));
        }

        return best.Sum();
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
