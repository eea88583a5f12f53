using System.Globalization;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>The time that four times the input takes, from 100 KB to 10 MB: at most 4.4 times the time.</summary>
internal static class ScalingMeasurement
{
    private const double Bar = 4.4;

    /// <summary>Seconds for 400 KB behind which longer inputs are not worth waiting for.</summary>
    private const double Hopeless = 1;
    private static readonly int[] Lengths = [100_000, 400_000, 1_600_000, 6_400_000];
    private static readonly int[] LastLengths = [2_500_000, 10_000_000];

    public static void Run()
    {
        Timing.WarmUp([.. PageSet.Load().Pages.Select(PageSet.Source)]);
        Console.WriteLine("Times in ms; 4x: the ratios 100 KB to 400 KB, to 1.6 MB, to 6.4 MB, and 2.5 MB to 10 MB.");
        Row("copying the text", PageSet.Repeated, source => CopyOf(source.Text));
        Row("ordinary text", PageSet.Repeated);
        var only = Environment.GetEnvironmentVariable("SCALING_FAMILIES") ?? "";
        foreach (var family in HostileFamily.All.Where(family => family.ToString().StartsWith(only, StringComparison.Ordinal))) Row(family.ToString(), family.Text);
    }

    /// <summary>What the machine's memory alone costs: a text that leaves the nearer caches costs more a character.</summary>
    private static void CopyOf(string text) => GC.KeepAlive(new string(text.AsSpan()));

    private static void Row(string name, Func<int, string> text, Action<SourceText>? work = null)
    {
        work ??= source => Timing.Read(source);
        var times = Lengths[..2].Select(length => Time(text(length), work)).ToArray();
        if (times[1] > Hopeless)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32} {times[0] * 1000,8:F1} {times[1] * 1000,8:F1}   4x: {times[1] / times[0]:F2}  over the bar, not read any longer"));
            return;
        }

        times = [.. times, .. Lengths[2..].Select(length => Time(text(length), work))];
        var last = LastLengths.Select(length => Time(text(length), work)).ToArray();
        double[] ratios = [times[1] / times[0], times[2] / times[1], times[3] / times[2], last[1] / last[0]];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-32} {string.Join(' ', times.Concat(last).Select(time => $"{time * 1000,8:F1}"))}   4x: {string.Join(' ', ratios.Select(ratio => $"{ratio,5:F2}"))}{(ratios.Max() > Bar ? "  over the bar" : "")}"));
    }

    /// <summary>Short inputs are read more often: their times are small against the clock's steps.</summary>
    private static double Time(string text, Action<SourceText> work)
    {
        var source = PageSet.Source(text);
        var runs = Math.Clamp(8_000_000 / text.Length, 2, 20);
        GC.Collect();
        return Timing.Best(runs, () => work(source));
    }
}
