using System.Globalization;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Text;

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
            var query = TypedOtherwise(WithCitations(QueryPrinter.Print(tree)));
            if (query.Contains('^', StringComparison.Ordinal) || query.Length > QueryParser.LongestQuery || Terms(tree) > QueryParser.MostTerms) continue;
            var expected = _naive.Evaluate(tree);
            var limit = asked % 50 == 0 ? Entries : 10;
            AssertAnswers(query, expected, new SearchRequest(query, limit, Mode: SearchMode.Exact) { Facets = true });
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
            var sought = patterns.SelectMany(pattern => new NaiveText(QueryPrinter.Print(pattern)).Grams()).Distinct().Select(_naive.PatternOf).ToArray();
            var request = new SearchRequest(TypedOtherwise(query), 10, Mode: SearchMode.Loose) { Facets = true };
            Assert.Equal(SearchMode.Loose, AssertAnswers(query, _naive.EvaluateLoosely(sought, conditions), request).Mode);
        }
    }

    private SearchAnswer AssertAnswers(string query, (int Entry, double Score)[] expected, SearchRequest request)
    {
        var answer = _index.Search(request);
        Assert.True(expected.Length == answer.Total, $"{query}: {answer.Total} instead of {expected.Length}; {string.Join("; ", answer.Notes)}");
        Exactly.Equal(
            expected.Take(Math.Max(answer.Hits.Count, Math.Min(10, expected.Length))).Select(hit => (query, _corpus.Entries[hit.Entry].Id, hit.Score)),
            answer.Hits.Select(hit => (query, hit.Entry.Id, hit.Score)));
        Assert.Equal(Enum.GetValues<Facet>(), answer.Facets.Select(counts => counts.Facet));
        foreach (var counts in answer.Facets) Exactly.Equal(_naive.Count(counts.Facet, expected.Select(hit => hit.Entry)), counts.Values);
        Exactly.Equal(answer.Hits.Select(hit => (query, hit.Rank, hit.Score, hit.Entry.Id)), _index.Rank(request).Entries.Select(entry => (query, entry.Rank, entry.Score, entry.Id)));
        return answer;
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

    private static int Terms(QueryNode node) => node switch
    {
        AllNode all => all.Required.Concat(all.Excluded).Sum(Terms),
        AnyNode any => any.Nodes.Sum(Terms),
        NearNode => 2,
        _ => 1,
    };

    /// <summary>What a citation asks for as it is cited; a ^ is left of one that lost a part to another, and cannot be typed.</summary>
    private static string WithCitations(string query) => Citation().Replace(query, "《${title}》${article}");

    /// <summary>The same query with some of its marks and words in another width, language or script, and references in other forms.</summary>
    private string TypedOtherwise(string query) => Piece().Replace(query, piece => _corpus.Next(3) > 0 ? piece.Value : piece.Value switch
    {
        "(" => "（",
        ")" => "）",
        " OR " => " ＯＲ ",
        " " => " AND ",
        "-" => _corpus.Next(2) == 0 ? "－" : "NOT ",
        ['《', .. var cited] => $"《{ReferencesOtherwise(cited)}{Pick("", "", "第二款", "第（三）项")}",
        ['"', .. var term, '"'] when Reference().Match(term).Length == term.Length => ReferencesOtherwise(term),
        ['"', .. var term, '"'] => $"“{ReferencesOtherwise(term).Replace('办', '辦').Replace("a", "Ａ", StringComparison.Ordinal)}”",
        [.. var name, ':'] => $"{Names[name]}：",
        var near => near.Replace("near", "Near", StringComparison.Ordinal).Replace("/", "／", StringComparison.Ordinal),
    });

    private string ReferencesOtherwise(string term) => Reference().Replace(term, reference =>
    {
        string Of(string group) => reference.Groups[group].Value;
        if (reference.Groups["iso"].Success) return Pick($"{Of("y")}年{Of("m")}月{Of("d")}日", $"{Of("y")} 年 {Of("m")} 月 {Of("d")} 日", $"{Of("y")}.{Of("m")}.{Of("d")}", $"{Of("y")}／{Of("m")}／{Of("d")}", InNumerals(Of("y"), Of("m"), Of("d")));
        if (reference.Groups["number"].Success) return Of("agency") + Pick($"[{Of("year")}]{Of("number")}号", $"（{Of("year")}） {Of("number")} 號", $"【{Of("year")}】第{Of("number")}号");
        return ChineseNumerals.TryParse(Of("ordinal"), out var value) && value > 0 && ChineseNumerals.Write(value) == Of("ordinal") ? Pick($"第{value}{Of("counter")}", $"第 {value} {Of("counter")}") : reference.Value;
    });

    private static string InNumerals(string year, string month, string day) =>
        $"{string.Concat(year.Select(digit => "○一二三四五六七八九"[digit - '0']))}年{Numerals(month)}月{Numerals(day)}日";

    private static string Numerals(string digits) => ChineseNumerals.Write(int.Parse(digits, CultureInfo.InvariantCulture));

    private string Pick(params string[] forms) => forms[_corpus.Next(forms.Length)];

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["title"] = "標題", ["number"] = "文号", ["issuer"] = "機關", ["year"] = "年", ["genre"] = "文种", ["level"] = "層級", ["kind"] = "種類",
        ["document"] = "文件", ["source"] = "来源",
    };

    [GeneratedRegex("\"[^\"]*\"|《[^》]*》第[^ )]*|[a-z]+:| near/[0-9]+ | OR |[()]|(?<=^|[ (])-| (?!near|OR)(?=[^ ])")]
    private static partial Regex Piece();

    [GeneratedRegex("title:\"(?<title>[^\"]*)\" \\(\\^\"(?<article>[^\"]*)\" OR title:\"\\k<article>\"\\)")]
    private static partial Regex Citation();

    [GeneratedRegex("(?<iso>(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2}))|(?<agency>国办发|京政|)〔(?<year>[0-9]{4})〕(?<number>[0-9]+)号|第(?<ordinal>[一二三四五六七八九十百千零]+)(?<counter>[条款号])")]
    private static partial Regex Reference();
}
