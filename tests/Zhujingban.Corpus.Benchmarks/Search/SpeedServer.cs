using System.Diagnostics;
using System.Globalization;

namespace Zhujingban.Corpus.Benchmarks.Search;

/// <summary>A process that has an index open, stays warm, and asks it queries when it is told to; see <see cref="SpeedSide"/>.</summary>
internal sealed class SpeedServer : IDisposable
{
    private readonly Process _process;

    public SpeedServer(ProcessStartInfo start)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        _process = Process.Start(start)!;
    }

    /// <summary>How many matches the queries of a kind have.</summary>
    public long Total(string kind) => long.Parse(Tell("total", kind), CultureInfo.InvariantCulture);

    /// <summary>Asks the queries of a kind, untimed.</summary>
    public void Pass(string kind) => Tell("pass", kind);

    /// <summary>Asks the queries of a kind and takes the time.</summary>
    public Round Round(string kind)
    {
        var columns = Tell("round", kind).Split('\t');
        return new Round(Number(columns[0]), Number(columns[1]), Number(columns[2]));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string Tell(string what, string kind)
    {
        _process.StandardInput.WriteLine($"{what} {kind}");
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended when it was told to {what} {kind}.");
    }
}
