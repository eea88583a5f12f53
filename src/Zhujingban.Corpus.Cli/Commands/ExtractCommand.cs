using System.CommandLine;
using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary><c>extract</c>: one document's structure, or that of every record on standard input.</summary>
internal static class ExtractCommand
{
    public static Command Create(CommandHost host)
    {
        var files = new Argument<string[]>("FILE") { Description = "Documents to read.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format")
        {
            Description = $"Their markup: {string.Join(", ", SourceFormats.OfDocuments)}, or auto to tell it from name and text.",
            DefaultValueFactory = _ => "auto",
        }.AcceptOnlyFromAmong([.. SourceFormats.OfDocuments, "auto"]);
        var json = new Option<bool>("--json") { Description = "One JSON document: the record, or an array of them for several files." };
        var lines = new Option<bool>("--jsonl")
        {
            Description = "Read {\"id\",\"text\",\"format\",\"title\",\"variant\"} records from standard input, a line each, and write "
                + "a document record for each, in order. A line that cannot be read is told on standard error and has no record.",
        };
        var command = new ExampleCommand("extract", "Shows a document's structure: its parts, sections and clauses.",
            "extract corpus/sources/notices/guobanfa-2010-8.txt",
            "extract --json corpus/sources/mediawiki/zhujing-banshichu.wikitext",
            "extract --jsonl < records.jsonl > documents.jsonl") { files, format, json, lines };
        command.SetAction((parsed, cancellation) => Task.FromResult(parsed.GetValue(lines)
            ? ExtractLines(parsed.GetValue(files)!, host, cancellation)
            : ExtractFiles(parsed.GetValue(files)!, parsed.GetValue(format)!, parsed.GetValue(json), host)));
        return command;
    }

    private static int ExtractLines(string[] files, CommandHost host, CancellationToken cancellation)
    {
        if (files.Length > 0) throw new PipelineException(ExitCode.Usage, "--jsonl reads standard input; expected no FILE beside it");
        return RecordLines.Run(ReadLine, host, cancellation);
    }

    private static string ReadLine(byte[] line)
    {
        var request = RecordRequest.Parse(line, "format", "title", "variant");
        var options = new ReadOptions(request.Id, FormatOf(request.Options.GetValueOrDefault("format", "auto")),
            request.Options.GetValueOrDefault("title"), request.Options.GetValueOrDefault("variant"));
        return JsonSerializer.Serialize(DocumentRecords.Of(DocumentReader.Read(request.Source, options)), RecordJson.Line);
    }

    private static SourceFormat? FormatOf(string name)
    {
        if (name == "auto") return null;
        return SourceFormats.OfDocuments.Contains(name) && SourceFormats.TryParse(name, out var format)
            ? format
            : throw new FormatException($"format \"{name}\"; expected one of {string.Join(", ", SourceFormats.OfDocuments)}, auto");
    }

    private static int ExtractFiles(string[] files, string format, bool json, CommandHost host)
    {
        if (files.Length == 0) throw new PipelineException(ExitCode.Usage, "nothing to read; expected FILE, or --jsonl with records on standard input");
        var records = new List<DocumentRecord>();
        var failed = 0;
        foreach (var file in files)
        {
            try
            {
                records.Add(ReadFile(file, format));
            }
            catch (PipelineException unreadable)
            {
                failed++;
                host.Error.WriteLine($"zhujingban: {SafeText.ForTerminal(unreadable.Message)}");
            }
        }

        if (json && records.Count == 1 && files.Length == 1) RecordOutput.Write(host, records[0]);
        else if (json) RecordOutput.Write<IReadOnlyList<DocumentRecord>>(host, records);
        else records.ForEach(record => DocumentView.Write(host, record));
        return (int)(failed == 0 ? ExitCode.Done : records.Count == 0 ? ExitCode.InputMissing : ExitCode.SomeFailed);
    }

    private static DocumentRecord ReadFile(string path, string format)
    {
        var file = DocumentFile.Open(path, SourceFormats.TryParse(format, out var named) ? named : null);
        return DocumentRecords.Of(DocumentReader.Read(file.Source, file.Options));
    }
}
