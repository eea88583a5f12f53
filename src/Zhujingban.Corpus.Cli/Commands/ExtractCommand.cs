using System.CommandLine;
using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Pipelines.Stages;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary><c>extract</c>: one document's structure, or that of every record on standard input.</summary>
internal static class ExtractCommand
{
    /// <summary>What the lines at hand may weigh together, in bytes.</summary>
    private const long HeaviestWindow = 64 << 20;

    public static Command Create(CommandHost host)
    {
        var files = new Argument<string[]>("FILE") { Description = "Documents to read.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format")
        {
            Description = $"Their markup: {string.Join(", ", SourceFormats.Names)}, or auto to tell it from name and text.",
            DefaultValueFactory = _ => "auto",
        }.AcceptOnlyFromAmong([.. SourceFormats.Names, "auto"]);
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
        var failed = 0;
        var results = OrderedWork.Run(Lines(host.Input), line => ReadLine(line.Number, line.Line), line => line.Line.Length,
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

    private static (int Number, string? Record, string? Error) ReadLine(int number, byte[] line)
    {
        try
        {
            var request = ExtractRequest.Parse(line);
            var document = DocumentReader.Read(request.Source, request.Options);
            return (number, JsonSerializer.Serialize(DocumentRecords.Of(document), RecordJson.Line), null);
        }
        catch (FormatException error)
        {
            return (number, null, error.Message);
        }
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
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failed++;
                host.Error.WriteLine($"zhujingban: {SafeText.ForTerminal(file)}: cannot be read ({SafeText.ForTerminal(error.Message)}); expected a file");
            }
        }

        if (json && records.Count == 1 && files.Length == 1) WriteJson(host, records[0]);
        else if (json) WriteJson<IReadOnlyList<DocumentRecord>>(host, records);
        else records.ForEach(record => DocumentView.Write(host, record));
        return (int)(failed == 0 ? ExitCode.Done : records.Count == 0 ? ExitCode.InputMissing : ExitCode.SomeFailed);
    }

    private static void WriteJson<T>(CommandHost host, T records)
    {
        using (var stream = new TextWriterStream(host.Out)) JsonSerializer.Serialize(stream, records, RecordJson.Indented);
        host.Out.WriteLine();
    }

    private static DocumentRecord ReadFile(string file, string format)
    {
        var source = SourceText.FromBytes(File.ReadAllBytes(file));
        SourceFormat? chosen = SourceFormats.TryParse(format, out var named) ? named : null;
        var id = Path.GetFileNameWithoutExtension(file).Replace('#', '-');
        return DocumentRecords.Of(DocumentReader.Read(source, new ReadOptions(id, chosen, FileName: file)));
    }
}
