using System.CommandLine;
using System.Text.Json;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary><c>search</c>: finds clauses and documents in the current generation.</summary>
internal static class SearchCommand
{
    public const string QueryName = "QUERY";

    public static Command Create(CommandHost host)
    {
        var query = new Argument<string[]>(QueryName)
        {
            Description = "Terms, all required; a Chinese term matches literally in either script; \"…\" is a phrase.",
            Arity = ArgumentArity.OneOrMore,
        };
        query.Validators.Add(result =>
        {
            // The parser takes an option that it does not know for a term.
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
                result.AddError($"unknown option {token.Value}; expected one of those that --help lists");
        });
        var corpus = CorpusFolder.Option();
        var limit = new Option<int>("--limit") { HelpName = "N", Description = "How many hits at the most, 1 to 1000.", DefaultValueFactory = _ => 10 };
        limit.Validators.Add(result =>
        {
            var given = result.Tokens.Count > 0 ? result.Tokens[0].Value : "10";
            if (int.TryParse(given, out var number) && number is < 1 or > 1000) result.AddError($"--limit {given}; expected a number from 1 to 1000");
        });
        var explain = new Option<bool>("--explain") { Description = "Say how each score came about." };
        var json = new Option<bool>("--json") { Description = "One JSON document." };
        var command = new ExampleCommand("search", "Finds clauses and documents.",
            "search 驻京办 撤销", "search --json 国办发[2010]8号", "search '\"务实为民\"' --limit 3") { query, corpus, limit, explain, json };
        command.SetAction(parsed =>
        {
            using var generation = CorpusFolder.Open(parsed.GetValue(corpus));
            var index = generation.Index;
            var text = string.Join(' ', parsed.GetValue(query)!);
            var answer = index.Search(new SearchRequest(text, parsed.GetValue(limit), parsed.GetValue(explain)));
            if (parsed.GetValue(json)) host.Out.WriteLine(JsonSerializer.Serialize(SearchAnswerRecord.Of(answer, generation.Id), CliJson.Indented));
            else SearchView.Write(host, answer, generation.Id);
            return (int)ExitCode.Done;
        });
        return command;
    }
}
