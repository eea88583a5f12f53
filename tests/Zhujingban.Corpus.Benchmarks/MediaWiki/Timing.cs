using System.Diagnostics;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>
/// Times work on one thread. What counts is the process's processor time, the best of several runs: a neighbour on a busy machine
/// then costs nothing, and the garbage that the work makes is paid for (the project runs without a concurrent collector).
/// </summary>
internal static class Timing
{
    private static readonly IMarkupFormat Format = MarkupFormats.For(SourceFormat.MediaWiki);

    /// <summary>What is measured: the page's tree, and of it the document with its text, blocks and data.</summary>
    public static Document Read(SourceText source) => Format.Read(source, new MarkupOptions("benchmark"));

    /// <summary>Seconds of processor time that one call takes, the best of <paramref name="times"/>.</summary>
    public static double Best(int times, Action work)
    {
        var best = double.MaxValue;
        for (var i = 0; i < times; i++) best = Math.Min(best, Once(work));
        return best;
    }

    /// <summary>Seconds of processor time that one call takes.</summary>
    public static double Once(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    /// <summary>Seconds on the clock that one call takes, the best of <paramref name="times"/>.</summary>
    public static double BestOnTheClock(int times, Action work)
    {
        var best = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    /// <summary>Managed bytes that one call allocates on this thread.</summary>
    public static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Reads until the just-in-time compiler has nothing left to improve.</summary>
    public static void WarmUp(IReadOnlyList<SourceText> sources)
    {
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; round < 40 || Stopwatch.GetElapsedTime(start).TotalSeconds < 3; round++)
        {
            foreach (var source in sources) Read(source);
            if (Stopwatch.GetElapsedTime(start).TotalSeconds > 15) break;
        }
    }
}
