using System.Text;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Search.Ranking;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Tests.Oracle;

/// <summary>The index against a naive reading of the texts, by regular expressions over folded text.</summary>
public sealed partial class RegexOracleTests : IDisposable
{
    private const int Entries = 2000;
    private const int Queries = 1000;

    private readonly Random _random = new(20100119);
    private readonly IndexFolder _folder = new();
    private readonly List<IndexEntry> _entries = [];
    private readonly string[][] _fields;
    private readonly byte[][] _lengths;
    private readonly Dictionary<string, Count[]> _counts = new(StringComparer.Ordinal);

    public RegexOracleTests()
    {
        for (var i = 0; i < Entries; i++) _entries.Add(RandomEntry(i));
        _fields = [.. _entries.Select(entry => Enumerable.Range(0, Fields.Count).Select(field => TextFolding.Fold(Fields.Of(entry, (Field)field)).Text).ToArray())];
        _lengths = [.. _fields.Select(entry => entry.Select(field => LengthCode.Encode(Unit().Count(field))).ToArray())];
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1 << 20)]
    [InlineData(5000)]
    public void Search_RandomQueries_AnswersAsTheTextsDo(int tokens)
    {
        var ranking = new Bm25F(new CorpusStatistics(Entries, Units(0), Units(1), Units(2)));
        using var index = _folder.Write(_entries, tokens, ids: 700).Open();
        for (var i = 0; i < Queries; i++)
        {
            var query = string.Join(' ', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => RandomTerm()));
            AssertAnswers(index, ranking, query);
        }
    }

    [Fact]
    public void Search_RandomLooseQueries_GivesTheBestAndTotalOfAll()
    {
        _folder.Write(_entries);
        using var segments = IndexSegments.Open(_folder.Path);
        var segment = segments.Segments[0];
        var ranking = new Bm25F(segment.Statistics);
        for (var i = 0; i < Queries / 5; i++)
        {
            var terms = Enumerable.Range(0, _random.Next(1, 12)).SelectMany(_ => QueryParser.Parse(RandomTerm()).LooseTerms).DistinctBy(term => term.Text).ToArray();
            var patterns = terms.Select(term => PatternOf(term.Text)).ToArray();
            var holders = patterns.Select(Holders).ToArray();
            var expected = Enumerable.Range(0, Entries)
                .Where(entry => patterns.Any(pattern => Counts(pattern)[entry].Sum > 0))
                .Select(entry => (_entries[entry].Id, Score: patterns.Select((pattern, i) => Score(ranking, holders[i], entry, pattern)).Sum()))
                .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal).ToArray();
            foreach (var (limit, window) in ((int, int)[])[(1, 16), (10, 64), (10, 300), (Entries, 4096)])
            {
                var best = new TopHits(limit);
                var found = new MatchCollector(segment, best);
                WindowSearch.RunLoose(SearchContext.Of(segment, ranking), terms, null, found, window);
                Assert.Equal(expected.Length, found.Total);
                Oracle.Exactly.Equal(expected.Take(limit), best.Take().Select(hit => (_entries[hit.Entry].Id, hit.Score)));
            }
        }
    }

    private void AssertAnswers(SearchIndex index, Bm25F ranking, string query)
    {
        var patterns = Terms().Matches(query).Select(term => PatternOf(term.Value)).Distinct().ToArray();
        var answer = index.Search(new SearchRequest(query, 20, Mode: SearchMode.Exact));
        var holders = patterns.Select(HoldersOfRarestPart).ToArray();
        var expected = Enumerable.Range(0, Entries)
            .Where(entry => patterns.All(pattern => Counts(pattern)[entry].Text > 0))
            .Select(entry => (_entries[entry].Id, Score: patterns.Select((pattern, i) => Score(ranking, holders[i], entry, pattern)).Sum()))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal).ToArray();
        Assert.True(expected.Length == answer.Total, $"{query}: {answer.Total} instead of {expected.Length}");
        var (wanted, given) = (expected.Take(20).Select(hit => $"{query}: {hit.Id} {hit.Score:R}"), answer.Hits.Select(hit => $"{query}: {hit.Entry.Id} {hit.Score:R}"));
        Assert.Equal(wanted, given);
    }

    private double Score(Bm25F ranking, int holders, int entry, string pattern)
    {
        var (text, headings, title) = Counts(pattern)[entry];
        return Bm25F.Score(ranking.Idf(holders), ranking.Frequency(new FieldCounts(text, headings, title), _lengths[entry]));
    }

    /// <summary>How often each entry's fields match a pattern; read once, since patterns come again.</summary>
    private Count[] Counts(string pattern)
    {
        if (_counts.TryGetValue(pattern, out var counts)) return counts;
        var regex = new Regex(pattern);
        return _counts[pattern] = [.. _fields.Select(entry => new Count(regex.Count(entry[0]), regex.Count(entry[1]), regex.Count(entry[2])))];
    }

    private int Holders(string pattern) => Counts(pattern).Count(count => count.Sum > 0);

    /// <summary>The idf of a pattern is that of its rarest bigram of the cover, lone ideograph or word.</summary>
    private int HoldersOfRarestPart(string pattern)
    {
        var separated = pattern.Contains(Gap, StringComparison.Ordinal) ? Holders(Separated) : int.MaxValue;
        var parts = Part().Matches(pattern.Replace(WordStart, "", StringComparison.Ordinal).Replace(WordEnd, "", StringComparison.Ordinal)
            .Replace("(?=", "", StringComparison.Ordinal).Replace(Gap, "，", StringComparison.Ordinal)).SelectMany(part => Cover(part.Value));
        return Math.Min(separated, parts.Min(part => Holders(PatternOf(part))));
    }

    private static IEnumerable<string> Cover(string run)
    {
        if (run.Length == 1 || run[0] < 0x3000) return [run];
        return Enumerable.Range(0, (run.Length + 1) / 2).Select(i => run.Substring(Math.Min(2 * i, run.Length - 2), 2));
    }

    private const string Separated = "[a-z0-9\u3400-\u9FFF][^a-z0-9\u3400-\u9FFF]+[a-z0-9\u3400-\u9FFF]";
    private const string WordStart = "(?<![a-z0-9])";
    private const string WordEnd = "(?![a-z0-9])";
    private const string Gap = "[^a-z0-9\u3400-\u9FFF]+";

    /// <summary>The literal reading of a term: words as wholes, any punctuation for punctuation; overlapping matches all count.</summary>
    private static string PatternOf(string term)
    {
        var pattern = new StringBuilder("(?=");
        foreach (Match part in PartOrGap().Matches(TextFolding.Fold(term.Trim('"', '，', '。', ' ')).Text))
            pattern.Append(part.Value[0] >= 0x3400 && part.Value[0] < 0xA000 ? part.Value : char.IsAsciiLetterOrDigit(part.Value[0]) ? WordStart + part.Value + WordEnd : Gap);
        return pattern.Append(')').ToString();
    }

    private long Units(int field) => _fields.Sum(entry => (long)Unit().Count(entry[field]));

    private IndexEntry RandomEntry(int number) => new()
    {
        Id = $"d{number % 97}#p_{number}", DocumentId = $"d{number % 97}", Title = RandomText(8), Format = "notice", Kind = "clause",
        Headings = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => RandomText(5))], Text = RandomText(_random.Next(10) == 0 ? 400 : 40),
    };

    private string RandomText(int length) => Oracle.RandomTexts.Text(_random, length);

    private string RandomTerm()
    {
        var entry = TextFolding.Fold(_entries[_random.Next(Entries)].Text).Text;
        var matches = (_random.Next(5) == 0 ? Phrase() : Sought()).Matches(entry);
        if (matches.Count == 0) return "的";
        var match = matches[_random.Next(matches.Count)].Value;
        if (match[0] < 0x3000 || match.Contains('"', StringComparison.Ordinal)) return match;
        if (match.Any(c => c is '，' or '。' or ' ')) return $"\"{match}\"";
        var start = _random.Next(match.Length);
        return match.Substring(start, _random.Next(1, Math.Min(12, match.Length - start) + 1)).Replace('办', _random.Next(2) == 0 ? '辦' : '办');
    }

    [GeneratedRegex("[a-z0-9]+|[\u3400-\u9FFF]")]
    private static partial Regex Unit();

    [GeneratedRegex("[a-z0-9]+|[\u3400-\u9FFF]+")]
    private static partial Regex Part();

    [GeneratedRegex("[a-z0-9]+|[\u3400-\u9FFF]+|[^a-z0-9\u3400-\u9FFF]+")]
    private static partial Regex PartOrGap();

    [GeneratedRegex("[a-z0-9]+|[\u3400-\u9FFF]+")]
    private static partial Regex Sought();

    [GeneratedRegex("[\u3400-\u9FFF]{1,3}[，。 ]+[\u3400-\u9FFF]{1,3}")]
    private static partial Regex Phrase();

    [GeneratedRegex("\"[^\"]*\"|[^ \"]+")]
    private static partial Regex Terms();

    private readonly record struct Count(int Text, int Headings, int Title)
    {
        public int Sum => Text + Headings + Title;
    }
}
