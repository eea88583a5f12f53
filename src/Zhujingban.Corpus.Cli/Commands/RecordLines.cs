using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Pipelines.Stages;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary>The work of <c>--jsonl</c>: a record for each line of standard input, in order, a bad line failing alone.</summary>
internal static class RecordLines
{
    /// <summary>What the lines at hand may weigh together, in bytes.</summary>
    private const long HeaviestWindow = 64 << 20;

    /// <summary>Runs a command over the lines of standard input.</summary>
    /// <param name="answer">Gives a line's record as JSON; a <see cref="FormatException"/> says why there is none. It runs on several threads.</param>
    /// <param name="host">The streams.</param>
    /// <param name="cancellation">Ends the work between lines.</param>
    public static int Run(Func<byte[], string> answer, CommandHost host, CancellationToken cancellation)
    {
        var failed = 0;
        var results = OrderedWork.Run(Lines(host.Input), line => Answer(answer, line.Number, line.Line), line => line.Line.Length,
            2 * Environment.ProcessorCount, HeaviestWindow, cancellation);
        foreach (var (number, record, error) in results)
        {
            if (record is not null)
            {
                host.Out.WriteLine(record);
            }
            else
            {
                failed++;
                host.Error.WriteLine($"zhujingban: standard input, line {number}: {SafeText.ForTerminal(error!)}");
            }
        }

        return (int)(failed == 0 ? ExitCode.Done : ExitCode.SomeFailed);
    }

    /// <summary>The lines that are not blank, as bytes, so that one that is not UTF-8 is seen and not silently mended.</summary>
    private static IEnumerable<(int Number, byte[] Line)> Lines(Stream input)
    {
        var reader = new LineReader(input, Array.MaxLength);
        while (reader.Read())
        {
            if (reader.Line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0) yield return (reader.Number, reader.Line.ToArray());
        }
    }

    private static (int Number, string? Record, string? Error) Answer(Func<byte[], string> answer, int number, byte[] line)
    {
        try
        {
            return (number, answer(line), null);
        }
        catch (FormatException error)
        {
            return (number, null, error.Message);
        }
        catch (Exception wrong) when (wrong is not (OutOfMemoryException or OperationCanceledException or IOException))
        {
            // Reading is total by its contract; where it is not after all, one line fails and not those behind it.
            return (number, null, $"The program failed on it ({wrong.GetType().Name}).");
        }
    }
}
