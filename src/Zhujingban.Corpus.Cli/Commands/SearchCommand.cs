using System.CommandLine;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Pipelines.Generations;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary><c>search</c>: finds clauses and documents in the current generation, for one query or for a file of them.</summary>
internal static class SearchCommand
{
    public const string QueryName = "QUERY";

    /// <summary>After how long a person gets what was found so far. Whoever asks for all hits, or with a file, gets all of them.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);

    public static Command Create(CommandHost host)
    {
        var options = new SearchOptions();
        var corpus = CorpusFolder.Option();
        var command = new ExampleCommand("search", "Finds clauses and documents.",
            "search 驻京办 撤销", "search --json 国办发[2010]8号", "search '\"务实为民\"' --limit 3", "search 驻京办 --all --csv > hits.csv",
            "search --queries queries.tsv --run answers.run --limit 100")
        {
            options.Query, corpus, options.Limit, options.Mode, options.Explain, options.Facets, options.After, options.All,
            options.Json, options.Csv, options.Queries, options.Run,
        };
        command.Validators.Add(options.Validate);
        command.SetAction((parsed, cancellation) =>
        {
            using var generation = CorpusFolder.Open(parsed.GetValue(corpus));
            var exitCode = parsed.GetValue(options.Queries) is { } queries
                ? QueryRun.Answer(queries, parsed.GetValue(options.Run)!, options.RequestFor("", parsed), generation.Index, host, cancellation)
                : Answer(options, parsed, generation, host, cancellation);
            return Task.FromResult((int)exitCode);
        });
        return command;
    }

    private static ExitCode Answer(
        SearchOptions options, ParseResult parsed, OpenedGeneration generation, CommandHost host, CancellationToken cancellation)
    {
        var all = parsed.GetValue(options.All);
        var request = options.RequestFor(string.Join(' ', parsed.GetValue(options.Query)!), parsed);
        request = all ? request with { Limit = SearchPages.Largest } : request with { Deadline = Deadline };
        var pages = new SearchPages(generation.Index, request, all, cancellation);
        if (parsed.GetValue(options.Json)) RecordOutput.Write(host, SearchAnswerRecord.Of(pages, generation.Id), CliJson.Indented);
        else if (parsed.GetValue(options.Csv)) SearchTable.Write(host, pages, generation.Id);
        else SearchView.Write(host, pages, generation.Id);
        if (!all || pages.Shown == pages.First.Total) return ExitCode.Done;
        host.Error.WriteLine($"zhujingban: the index gave {pages.Shown} of {pages.First.Total} hits; `verify` tells what is wrong with it");
        return ExitCode.SomeFailed;
    }
}
