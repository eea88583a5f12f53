using System.CommandLine;
using System.Text.Json;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary><c>show</c>: a document, a section or a clause with its place and its duplicates.</summary>
internal static class ShowCommand
{
    public static Command Create(CommandHost host)
    {
        var id = new Argument<string>("ID") { Description = "A document's id, a section's or a clause's: documentId#eId, or its own where it was a ready-made record." };
        var corpus = CorpusFolder.Option();
        var json = new Option<bool>("--json") { Description = "One JSON document." };
        var command = new ExampleCommand("show", "Shows a document, section or clause with its place in its source and its duplicates.",
            "show guobanfa-2010-8", "show 'guobanfa-2010-8#sec_3'", "show 'guobanfa-2010-8#sec_3__subsec_8'") { id, corpus, json };
        command.SetAction(parsed =>
        {
            using var generation = CorpusFolder.Open(parsed.GetValue(corpus));
            var wanted = parsed.GetRequiredValue(id);
            if (generation.FindClause(wanted) is { } found) ShowClause(host, generation, found, parsed.GetValue(json));
            else if (generation.FindSection(wanted) is { } place) ShowSection(host, generation, place, parsed.GetValue(json));
            else if (wanted.Contains('#', StringComparison.Ordinal)) throw NotFound(generation, $"no section or clause {wanted}", "documentId#eId as search prints it");
            else ShowDocument(host, generation, wanted, parsed.GetValue(json));
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static void ShowDocument(CommandHost host, OpenedGeneration generation, string id, bool json)
    {
        var document = generation.FindDocument(id) ?? throw NotFound(generation, $"no document {id}", "an id as search prints it");
        if (json) host.Out.WriteLine(JsonSerializer.Serialize(document, RecordJson.Indented));
        else DocumentView.Write(host, document);
    }

    private static void ShowClause(CommandHost host, OpenedGeneration generation, (DocumentRecord Document, ClauseRecord Clause) found, bool json)
    {
        var record = ClauseInContext.Of(generation.Id, found.Document, found.Clause);
        if (json) host.Out.WriteLine(JsonSerializer.Serialize(record, CliJson.Indented));
        else ClauseView.Write(host, record);
    }

    private static void ShowSection(CommandHost host, OpenedGeneration generation, (DocumentRecord Document, SectionRecord Section) found, bool json)
    {
        var record = SectionInContext.Of(generation.Id, found.Document, found.Section);
        if (json) RecordOutput.Write(host, record, CliJson.Indented);
        else SectionView.Write(host, record);
    }

    private static PipelineException NotFound(OpenedGeneration generation, string found, string expected) =>
        new(ExitCode.InputMissing, $"{found} in generation {generation.Id}; expected {expected}");
}
