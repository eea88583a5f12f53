using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary>What <c>search</c> can be told, and which of it goes together.</summary>
internal sealed class SearchOptions
{
    private const int DefaultLimit = 10;
    private const int LargestLimit = 1000;

    public SearchOptions()
    {
        Mode.AcceptOnlyFromAmong("auto", "exact", "loose");
    }

    public Argument<string[]> Query { get; } = new(SearchCommand.QueryName)
    {
        Description = "Terms, all required; a Chinese term matches literally in either script; \"…\" is a phrase. README.md has the whole language.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<int> Limit { get; } = new("--limit")
    {
        HelpName = "N",
        Description = $"How many hits at the most, 1 to {LargestLimit}; of each query where there are several.",
        DefaultValueFactory = _ => DefaultLimit,
        CustomParser = ReadLimit,
    };

    public Option<string> Mode { get; } = new("--mode")
    {
        Description = "exact: every term, literally; loose: any part of the query, the most telling first; auto: exact, but loose for a "
            + "question and for what is found nowhere exactly.",
        DefaultValueFactory = _ => "auto",
    };

    public Option<bool> Explain { get; } = new("--explain") { Description = "Say how each score came about." };

    public Option<bool> Facets { get; } = new("--facets")
    {
        Description = "Count the hits by document, number, kind of document, issuer, year, level, kind of entry and markup.",
    };

    public Option<string?> After { get; } = new("--after")
    {
        HelpName = "CURSOR", Description = "The hits behind an earlier answer to the same query; it says what to give here.",
    };

    public Option<bool> All { get; } = new("--all") { Description = "Every hit, however many." };

    public Option<bool> Json { get; } = new("--json") { Description = "One JSON document." };

    public Option<bool> Csv { get; } = new("--csv") { Description = "A table as comma-separated values, a hit a row." };

    public Option<string?> Queries { get; } = new("--queries")
    {
        HelpName = "FILE.tsv", Description = "Answer every query of a file of lines id<TAB>query. A line that cannot be read fails alone.",
    };

    public Option<string?> Run { get; } = new("--run")
    {
        HelpName = "OUT", Description = "Where the answers to --queries go, in TREC's form: id Q0 clauseId rank score zhujingban.",
    };

    /// <summary>What is asked of the index.</summary>
    public SearchRequest RequestFor(string query, ParseResult parsed) =>
        new(query, parsed.GetValue(Limit), parsed.GetValue(Explain), Enum.Parse<SearchMode>(parsed.GetRequiredValue(Mode), ignoreCase: true))
        {
            Facets = parsed.GetValue(Facets),
            After = parsed.GetValue(After),
        };

    /// <summary>Refuses what does not go together.</summary>
    public void Validate(CommandResult result)
    {
        bool Given(Symbol symbol) => symbol is Option option
            ? result.GetResult(option) is { Implicit: false }
            : result.GetResult(Query) is { Tokens.Count: > 0 };

        void Refuse(string expected, Symbol one, params Symbol[] others)
        {
            foreach (var other in others.Where(other => Given(one) && Given(other))) result.AddError($"{one.Name} with {other.Name}; {expected}");
        }

        if (Given(Queries) != Given(Run)) result.AddError($"{(Given(Run) ? "--run without --queries" : "--queries without --run")}; expected both");
        if (Given(Query) && result.GetResult(Query)!.Tokens.All(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"an empty {SearchCommand.QueryName}; expected what to search for");
        if (!Given(Query) && !Given(Queries) && !Given(Run)) result.AddError($"nothing to search for; expected {SearchCommand.QueryName}, or --queries with --run");
        Refuse("expected only what tells how each query is answered", Queries, Query, Explain, Facets, After, All, Json, Csv);
        Refuse("expected one of them", Json, Csv);
        Refuse("a table has no room for it: expected --json", Csv, Explain, Facets);
        Refuse("expected one of them", All, After, Limit);
    }

    private static int ReadLimit(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LargestLimit) return limit;
        result.AddError($"--limit {given}; expected a whole number from 1 to {LargestLimit}");
        return DefaultLimit;
    }
}
