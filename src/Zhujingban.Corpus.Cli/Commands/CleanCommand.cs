using System.CommandLine;
using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Reuse.Cleaning.Publishing;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary><c>clean</c>: puts a notice together again, or that of every record on standard input.</summary>
internal static class CleanCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string?>("FILE") { Description = "The notice: plain text, a saved page, docx or Markdown.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string?>("--format")
        {
            Description = "text: the notice laid out after GB/T 9704-2012; markdown: the same as Markdown; json: the record of all that was found. "
                + "Without it, a view of the notice and of what is repeated, missing and unsure.",
        }.AcceptOnlyFromAmong("text", "markdown", "json");
        var lines = new Option<bool>("--jsonl")
        {
            Description = "Read {\"id\",\"text\"} records of plain text from standard input, a line each, and write a clean record for each, in order. "
                + "A line that cannot be read is told on standard error and has no record.",
        };
        var command = new ExampleCommand("clean", "Rebuilds a notice from repeated, cut up, shuffled text.",
            "clean corpus/sources/notices/fujian-beijing-office-2011.txt",
            "clean --format markdown corpus/sources/notices/fujian-beijing-office-2011.txt > notice.md",
            "clean --jsonl < records.jsonl > cleaned.jsonl") { file, format, lines };
        command.SetAction((parsed, cancellation) => Task.FromResult(parsed.GetValue(lines)
            ? CleanLines(parsed.GetValue(file), parsed.GetValue(format), host, cancellation)
            : CleanFile(parsed.GetValue(file), parsed.GetValue(format), host)));
        return command;
    }

    private static int CleanLines(string? file, string? format, CommandHost host, CancellationToken cancellation)
    {
        if (file is not null) throw new PipelineException(ExitCode.Usage, "--jsonl reads standard input; expected no FILE beside it");
        if (format is not null) throw new PipelineException(ExitCode.Usage, "--jsonl writes JSON records; expected no --format beside it");
        return RecordLines.Run(CleanLine, host, cancellation);
    }

    /// <summary>The text is plain text whatever it looks like: the record's spans count in it.</summary>
    private static string CleanLine(byte[] line)
    {
        var request = RecordRequest.Parse(line);
        var notice = DocumentReader.Clean(request.Source, new ReadOptions(request.Id, SourceFormat.Notice));
        return JsonSerializer.Serialize(CleanRecord.Of(notice), RecordJson.Line);
    }

    private static int CleanFile(string? path, string? format, CommandHost host)
    {
        if (path is null) throw new PipelineException(ExitCode.Usage, "nothing to clean; expected FILE, or --jsonl with records on standard input");
        var file = DocumentFile.Open(path);
        var notice = DocumentReader.Clean(file.Source, file.Options);
        Write(notice, format, host);
        if (format is "text" or "markdown") WriteDiagnostics(path, CleanRecord.Of(notice).Diagnostics, host);
        return (int)ExitCode.Done;
    }

    /// <summary>What is published has no room for what decoding and markup have to say.</summary>
    private static void WriteDiagnostics(string path, IReadOnlyList<Diagnostic> diagnostics, CommandHost host)
    {
        foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info))
        {
            host.Error.WriteLine($"zhujingban: {diagnostic.Severity.ToString().ToLowerInvariant()}: "
                + SafeText.ForTerminal($"{path}: {diagnostic.Code}: {diagnostic.Message}"));
        }
    }

    private static void Write(CleanedNotice notice, string? format, CommandHost host)
    {
        switch (format)
        {
            case "text":
                foreach (var line in NoticeText.Lines(notice)) host.Out.WriteLine(SafeText.ForTerminal(line));
                break;
            case "markdown":
                foreach (var line in NoticeMarkdown.Lines(notice)) host.Out.WriteLine(SafeText.ForTerminal(line));
                break;
            case "json":
                RecordOutput.Write(host, CleanRecord.Of(notice));
                break;
            default:
                CleanView.Write(host, notice);
                break;
        }
    }
}
