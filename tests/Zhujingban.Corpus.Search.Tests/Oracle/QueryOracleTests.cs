using System.Text.RegularExpressions;
using Zhujingban.Corpus.Search.Query;

namespace Zhujingban.Corpus.Search.Tests.Oracle;

/// <summary>Random queries of every kind, typed, read and answered by the index as a whole, against the trees they were written from, read naively in the texts.</summary>
public sealed partial class QueryOracleTests : IDisposable
{
    private const int Entries = 5000;
    private const int Queries = 2000;
    private const int Patterns = 120;

    private readonly RandomCorpus _corpus = new(8, Entries, Patterns);
    private readonly IndexFolder _folder = new();
    private readonly SearchIndex _index;
    private readonly NaiveReading _naive;

    public QueryOracleTests()
    {
        _index = _folder.Write(_corpus.Entries, tokens: 40_000, ids: 700).Open();
        _naive = new NaiveReading(_corpus.Entries);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Search_RandomQueries_AnswersAsTheTextsDo()
    {
        var (asked, found) = (0, 0);
        while (asked < Queries)
        {
            var tree = AskedOnce(_corpus.RandomTypedTree(depth: asked % 4));
            var query = TypedOtherwise(QueryPrinter.Print(tree));
            if (query.Length > QueryParser.LongestQuery || Terms(tree) > QueryParser.MostTerms) continue;
            var expected = _naive.Evaluate(tree);
            var limit = asked % 50 == 0 ? Entries : 10;
            AssertAnswers(query, expected, _index.Search(new SearchRequest(query, limit, Mode: SearchMode.Exact) { Facets = true }));
            found += expected.Length is > 0 and < Entries ? 1 : 0;
            asked++;
        }

        Assert.True(found > Queries / 2, $"only {found} queries find something");
    }

    [Fact]
    public void Search_RandomLooseQueries_AnswersAsTheTextsDo()
    {
        for (var i = 0; i < Queries / 10; i++)
        {
            var patterns = Enumerable.Range(0, _corpus.Next(4) + 1).Select(_ => _corpus.RandomPattern()).DistinctBy(pattern => pattern.Text).ToArray();
            var (condition, excluded) = (_corpus.RandomTypedFacet(), _corpus.RandomPattern());
            var conditions = new AllNode(i % 3 == 0 ? [] : [condition], i % 2 == 0 ? [] : [new TermNode(excluded)]);
            var query = QueryPrinter.Print(new AllNode([.. patterns.Select(pattern => new TermNode(pattern)), .. conditions.Required], conditions.Excluded));
            var sought = patterns.SelectMany(Grams).Distinct().Select(_naive.PatternOf).ToArray();
            var answer = _index.Search(new SearchRequest(TypedOtherwise(query), 10, Mode: SearchMode.Loose) { Facets = true });
            Assert.Equal(SearchMode.Loose, answer.Mode);
            AssertAnswers(query, _naive.EvaluateLoosely(sought, conditions), answer);
        }
    }

    private void AssertAnswers(string query, (int Entry, double Score)[] expected, SearchAnswer answer)
    {
        Assert.True(expected.Length == answer.Total, $"{query}: {answer.Total} instead of {expected.Length}; {string.Join("; ", answer.Notes)}");
        Exactly.Equal(
            expected.Take(Math.Max(answer.Hits.Count, Math.Min(10, expected.Length))).Select(hit => (query, _corpus.Entries[hit.Entry].Id, hit.Score)),
            answer.Hits.Select(hit => (query, hit.Entry.Id, hit.Score)));
        Assert.Equal(Enum.GetValues<Facet>(), answer.Facets.Select(counts => counts.Facet));
        foreach (var counts in answer.Facets) Exactly.Equal(_naive.Count(counts.Facet, expected.Select(hit => hit.Entry)), counts.Values);
    }

    /// <summary>What is asked twice in one place counts once, and a group in a group of its kind is one with it.</summary>
    private static QueryNode AskedOnce(QueryNode node)
    {
        if (node is AnyNode any)
        {
            var nodes = Distinct(any.Nodes.Select(AskedOnce).SelectMany(part => part is AnyNode inner ? inner.Nodes : [part]));
            return nodes.Length == 1 ? nodes[0] : new AnyNode(nodes);
        }

        if (node is not AllNode all) return node;
        var parts = all.Required.Select(AskedOnce).ToArray();
        var required = Distinct(parts.SelectMany(part => part is AllNode inner ? inner.Required : [part]));
        var excluded = Distinct(parts.OfType<AllNode>().SelectMany(part => part.Excluded).Concat(all.Excluded.Select(AskedOnce)));
        return required.Length == 1 && excluded.Length == 0 ? required[0] : new AllNode(required, excluded);
    }

    private static QueryNode[] Distinct(IEnumerable<QueryNode> nodes) => [.. nodes.DistinctBy(QueryPrinter.Print)];

    /// <summary>The pairs of ideographs, lone ones and words of a pattern.</summary>
    private static IEnumerable<string> Grams(TermPattern pattern) => Run().Matches(string.Concat(pattern.Parts.Select(part => part.Term)))
        .SelectMany(run => run.Length == 1 || run.Value[0] < 0x3400 ? [run.Value] : Enumerable.Range(0, run.Length - 1).Select(at => run.Value.Substring(at, 2)));

    private static int Terms(QueryNode node) => node switch
    {
        AllNode all => all.Required.Concat(all.Excluded).Sum(Terms),
        AnyNode any => any.Nodes.Sum(Terms),
        NearNode => 2,
        _ => 1,
    };

    /// <summary>The same query with some of its marks and words in another width, language or script.</summary>
    private string TypedOtherwise(string query) => Piece().Replace(query, piece => _corpus.Next(3) > 0 ? piece.Value : piece.Value switch
    {
        "(" => "（",
        ")" => "）",
        " OR " => " ＯＲ ",
        " " => " AND ",
        "-" => _corpus.Next(2) == 0 ? "－" : "NOT ",
        ['"', .. var term, '"'] => $"“{term.Replace('办', '辦').Replace("a", "Ａ", StringComparison.Ordinal)}”",
        [.. var name, ':'] => $"{Names[name]}：",
        var near => near.Replace("near", "Near", StringComparison.Ordinal).Replace("/", "／", StringComparison.Ordinal),
    });

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["title"] = "標題", ["number"] = "文号", ["issuer"] = "機關", ["year"] = "年", ["genre"] = "文种", ["level"] = "層級", ["kind"] = "種類",
        ["document"] = "文件", ["source"] = "来源",
    };

    [GeneratedRegex("\"[^\"]*\"|[a-z]+:| near/[0-9]+ | OR |[()]|(?<=^|[ (])-| (?!near|OR)(?=[^ ])")]
    private static partial Regex Piece();

    [GeneratedRegex("[a-z0-9]+|[\u3400-\u9FFF]+")]
    private static partial Regex Run();
}
