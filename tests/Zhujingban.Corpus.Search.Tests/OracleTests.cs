using System.Text;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Search.Ranking;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Tests;

/// <summary>The index against a naive reading of the texts, by regular expressions over folded text.</summary>
public sealed partial class OracleTests : IDisposable
{
    private const int Entries = 2000;
    private const int Queries = 1000;

    private readonly Random _random = new(20100119);
    private readonly IndexFolder _folder = new();
    private readonly List<IndexEntry> _entries = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1 << 20)]
    [InlineData(5000)]
    public void Search_RandomQueries_AnswersAsTheTextsDo(int tokens)
    {
        for (var i = 0; i < Entries; i++) _entries.Add(RandomEntry(i));
        using var index = _folder.Write(_entries, tokens, ids: 700).Open();
        var fields = FoldedFields();
        var ranking = new Bm25F(new CorpusStatistics(Entries, Units(fields, 0), Units(fields, 1), Units(fields, 2)));
        for (var i = 0; i < Queries; i++)
        {
            var query = string.Join(' ', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => RandomTerm()));
            AssertAnswers(index, ranking, fields, query);
        }
    }

    [Fact]
    public void Search_RandomLooseQueries_GivesTheBestAndTotalOfAll()
    {
        for (var i = 0; i < Entries; i++) _entries.Add(RandomEntry(i));
        _folder.Write(_entries);
        using var segments = IndexSegments.Open(_folder.Path);
        var segment = segments.Segments[0];
        var fields = FoldedFields();
        var ranking = new Bm25F(segment.Statistics);
        for (var i = 0; i < Queries / 5; i++)
        {
            var terms = Enumerable.Range(0, _random.Next(1, 12)).SelectMany(_ => QueryParser.Parse(RandomTerm()).LooseTerms).DistinctBy(term => term.Text).ToArray();
            var patterns = terms.Select(term => new Regex(PatternOf(term.Text))).ToArray();
            var holders = patterns.Select(pattern => fields.Count(entry => entry.Any(pattern.IsMatch))).ToArray();
            var expected = Enumerable.Range(0, Entries)
                .Where(entry => patterns.Any(pattern => fields[entry].Any(pattern.IsMatch)))
                .Select(entry => (_entries[entry].Id, Score: patterns.Select((pattern, i) => Score(ranking, holders[i], fields[entry], pattern)).Sum()))
                .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal).ToArray();
            foreach (var (limit, window) in ((int, int)[])[(1, 16), (10, 64), (10, 300), (Entries, 4096)])
            {
                var best = new TopHits(limit);
                var found = new MatchCollector(segment, best);
                WindowSearch.RunLoose(SearchContext.Of(segment, ranking), terms, null, found, window);
                Assert.Equal(expected.Length, found.Total);
                Assert.Equal(expected.Take(limit), best.Take().Select(hit => (_entries[hit.Entry].Id, hit.Score)));
            }
        }
    }

    private string[][] FoldedFields() =>
        [.. _entries.Select(entry => Enumerable.Range(0, Fields.Count).Select(field => TextFolding.Fold(Fields.Of(entry, (Field)field)).Text).ToArray())];

    private void AssertAnswers(SearchIndex index, Bm25F ranking, string[][] fields, string query)
    {
        var patterns = Terms().Matches(query).Select(term => PatternOf(term.Value)).Distinct().Select(term => new Regex(term)).ToArray();
        var answer = index.Search(new SearchRequest(query, 20, Mode: SearchMode.Exact));
        var holders = patterns.Select(pattern => HoldersOfRarestPart(pattern, fields)).ToArray();
        var expected = Enumerable.Range(0, Entries)
            .Where(entry => patterns.All(pattern => pattern.IsMatch(fields[entry][0])))
            .Select(entry => (_entries[entry].Id, Score: patterns.Select((pattern, i) => Score(ranking, holders[i], fields[entry], pattern)).Sum()))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal).ToArray();
        Assert.True(expected.Length == answer.Total, $"{query}: {answer.Total} instead of {expected.Length}");
        var (wanted, given) = (expected.Take(20).Select(hit => $"{query}: {hit.Id} {hit.Score:R}"), answer.Hits.Select(hit => $"{query}: {hit.Entry.Id} {hit.Score:R}"));
        Assert.Equal(wanted, given);
    }

    private static double Score(Bm25F ranking, int holders, string[] fields, Regex pattern)
    {
        var counts = fields.Select(field => pattern.Count(field)).ToArray();
        var lengths = fields.Select(field => LengthCode.Encode(Unit().Count(field))).ToArray();
        return Bm25F.Score(ranking.Idf(holders), ranking.Frequency(new FieldCounts(counts[0], counts[1], counts[2]), lengths));
    }

    /// <summary>The idf of a pattern is that of its rarest bigram of the cover, lone ideograph or word.</summary>
    private static int HoldersOfRarestPart(Regex pattern, string[][] fields)
    {
        var separated = int.MaxValue;
        if (pattern.ToString().Contains(Gap, StringComparison.Ordinal)) separated = fields.Count(entry => entry.Any(Separated().IsMatch));
        var parts = Part().Matches(pattern.ToString().Replace(WordStart, "", StringComparison.Ordinal).Replace(WordEnd, "", StringComparison.Ordinal)
            .Replace("(?=", "", StringComparison.Ordinal).Replace(Gap, "，", StringComparison.Ordinal)).SelectMany(part => Cover(part.Value));
        return Math.Min(separated, parts.Select(part => new Regex(PatternOf(part))).Min(part => fields.Count(entry => entry.Any(part.IsMatch))));
    }

    private static IEnumerable<string> Cover(string run)
    {
        if (run.Length == 1 || run[0] < 0x3000) return [run];
        return Enumerable.Range(0, (run.Length + 1) / 2).Select(i => run.Substring(Math.Min(2 * i, run.Length - 2), 2));
    }

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

    private static long Units(string[][] fields, int field) => fields.Sum(entry => (long)Unit().Count(entry[field]));

    private IndexEntry RandomEntry(int number) => new()
    {
        Id = $"d{number % 97}#p_{number}", DocumentId = $"d{number % 97}", Title = RandomText(8), Format = "notice", Kind = "clause",
        Headings = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => RandomText(5))], Text = RandomText(_random.Next(10) == 0 ? 400 : 40),
    };

    /// <summary>Few characters, so that everything occurs, and common things are in thousands of entries.</summary>
    private string RandomText(int length)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(1, length); i > 0; i--) text.Append(Piece());
        return text.ToString();
    }

    private string Piece() => _random.Next(40) switch
    {
        0 => "，",
        1 => "。",
        2 => " ",
        3 => "12",
        4 => "GDP",
        5 => "辦",
        6 => "機構",
        7 => "Ａ",
        < 20 => "的",
        var other => "驻京办事处机构撤销管理规定国务院"[(other - 20) % 16].ToString(),
    };

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

    [GeneratedRegex("[a-z0-9\u3400-\u9FFF][^a-z0-9\u3400-\u9FFF]+[a-z0-9\u3400-\u9FFF]")]
    private static partial Regex Separated();

    [GeneratedRegex("[\u3400-\u9FFF]{1,3}[，。 ]+[\u3400-\u9FFF]{1,3}")]
    private static partial Regex Phrase();

    [GeneratedRegex("\"[^\"]*\"|[^ \"]+")]
    private static partial Regex Terms();
}
