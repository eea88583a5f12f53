using System.CommandLine;
using System.Text;
using System.Text.Json;
using Zhujingban.Corpus.Pipelines;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary><c>export</c>: a generation's records for other tools.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandHost host)
    {
        var format = new Option<string>("--format") { Description = "jsonl: one JSON record a line.", DefaultValueFactory = _ => "jsonl" }
            .AcceptOnlyFromAmong("jsonl");
        var records = new Option<string>("--records")
        {
            Description = "documents: each with all its parts; clauses: each with its document's title and number.",
            DefaultValueFactory = _ => "documents",
        }.AcceptOnlyFromAmong("documents", "clauses");
        var corpus = CorpusFolder.Option();
        var command = new ExampleCommand("export", "Writes a generation's records for other tools.",
            "export --format jsonl > documents.jsonl", "export --format jsonl --records clauses > clauses.jsonl") { format, records, corpus };
        command.SetAction((parsed, cancellation) =>
        {
            using var generation = CorpusFolder.Open(parsed.GetValue(corpus));
            if (parsed.GetValue(records) == "documents")
            {
                foreach (var line in generation.DocumentLines())
                {
                    cancellation.ThrowIfCancellationRequested();
                    host.Out.WriteLine(Encoding.UTF8.GetString(line.Span));
                }
            }
            else
            {
                foreach (var document in generation.Documents())
                {
                    cancellation.ThrowIfCancellationRequested();
                    foreach (var clause in document.Clauses)
                        host.Out.WriteLine(JsonSerializer.Serialize(ExportedClause.Of(document, clause), CliJson.Line));
                }
            }

            return Task.FromResult((int)ExitCode.Done);
        });
        return command;
    }
}
