using System.Globalization;
using System.Text;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Pipelines.Stages;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary>Answers a file of queries into a run file as TREC has them. Queries are answered side by side; the file is in their order.</summary>
internal static class QueryRun
{
    private const string Name = "zhujingban";

    /// <summary>Answers every query; a line that is none is told on standard error, and the others are answered.</summary>
    /// <param name="queries">The file of queries.</param>
    /// <param name="run">The run file, which is written anew.</param>
    /// <param name="request">What is asked but the query.</param>
    /// <param name="index">The index.</param>
    /// <param name="host">The streams.</param>
    /// <param name="cancellation">Ends the work between queries.</param>
    public static ExitCode Answer(
        string queries, string run, SearchRequest request, ISearchIndex index, CommandHost host, CancellationToken cancellation)
    {
        var target = OutputStream.TargetOf(run);
        if (OutputStream.TargetOf(queries) == target)
            throw new PipelineException(ExitCode.Usage, $"--run {OneLine.Escape(run)} is the file of queries; expected another");
        using var input = Open(queries);

        // What the file holds stays until the new one is whole.
        var isReplaced = OutputStream.IsReplaceable(run, target);
        var written = isReplaced ? target + ".unfinished" : run;
        using var file = OutputStream.Create(written, run);
        try
        {
            // A writer that is disposed of would write once more what could not be written.
            var output = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
            var failed = AnswerAll(queries, input, output, request, index, host, cancellation);
            output.Flush();
            file.Dispose();
            if (isReplaced) OutputStream.Replace(target, written, run);
            return failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
        }
        catch when (isReplaced)
        {
            file.Dispose();
            File.Delete(written);
            throw;
        }
    }

    /// <summary>How many lines were no queries.</summary>
    private static int AnswerAll(
        string queries, FileStream input, StreamWriter output, SearchRequest request, ISearchIndex index, CommandHost host, CancellationToken cancellation)
    {
        var failed = 0;
        var answers = OrderedWork.Run(QueryFile.Read(input),
            line => (Line: line, Ranked: line.Error is null ? index.Rank(request with { Query = line.Query }).Entries : []),
            _ => 1, 2 * Environment.ProcessorCount, long.MaxValue, cancellation);
        foreach (var (line, ranked) in answers)
        {
            foreach (var entry in ranked)
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{line.Id} Q0 {entry.Id} {entry.Rank} {entry.Score:R} {Name}\n"));
            if (line.Error is null) continue;
            failed++;
            host.Error.WriteLine($"zhujingban: {SafeText.ForTerminal($"{queries}:{line.Number}: {line.Error}")}");
        }

        return failed;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.InputMissing, $"{OneLine.Escape(path)}: the file cannot be read; lines of id<TAB>query are expected", wrong);
        }
    }
}
