using System.Text.RegularExpressions;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Search.Ranking;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Tests.Oracle;

/// <summary>Evaluates a query's tree over the texts themselves, entry by entry, as plainly as it can be said.</summary>
internal sealed partial class NaiveReading
{
    private readonly IReadOnlyList<IndexEntry> _entries;
    private readonly string?[][][] _fields;
    private readonly Bm25F _ranking;
    private readonly Dictionary<(TermPattern, bool), List<int>[][]> _starts = [];
    private readonly Dictionary<TermPattern, double> _idfs = [];

    public NaiveReading(IReadOnlyList<IndexEntry> entries)
    {
        _entries = entries;
        _fields = [.. entries.Select(entry => Enumerable.Range(0, Fields.Count).Select(field => Tokens(Fields.Of(entry, (Field)field))).ToArray())];
        long Units(int field) => _fields.Sum(entry => (long)entry[field].Count(token => token is not (null or " ")));
        _ranking = new Bm25F(new CorpusStatistics(entries.Count, Units(0), Units(1), Units(2)));
    }

    /// <summary>A pattern of the units of a text; what separates two of them is a part too.</summary>
    public static TermPattern Pattern(string text)
    {
        var tokens = Tokens(text);
        var parts = tokens.Select((token, at) => (token, at)).Where(part => part.token is not null)
            .Select(part => new PatternPart(part.at - 1, part.token!, part.token![0] >= 0x3400 ? part.token[0] : -1));
        return new TermPattern(text, [.. parts]);
    }

    /// <summary>All entries that match, best first.</summary>
    public (int Entry, double Score)[] Evaluate(QueryNode node) => Sorted(entry => Holds(node, entry), entry => Score(node, entry));

    /// <summary>All entries that any of the patterns is found in, in any field, and that match the conditions.</summary>
    public (int Entry, double Score)[] EvaluateLoosely(IReadOnlyList<TermPattern> patterns, QueryNode? conditions) => Sorted(
        entry => patterns.Any(pattern => Starts(pattern)[entry].Any(starts => starts.Count > 0)) && (conditions is null || Holds(conditions, entry)),
        entry => patterns.Sum(pattern => Part(pattern, entry)));

    /// <summary>How many of some entries have each value of a facet.</summary>
    public IEnumerable<KeyValuePair<string, int>> Count(Facet facet, IEnumerable<int> entries) => entries
        .Select(entry => EntryFacets.Of(_entries[entry], facet)).OfType<string>().CountBy(value => value)
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    private (int Entry, double Score)[] Sorted(Predicate<int> holds, Func<int, double> score) =>
        [.. Enumerable.Range(0, _entries.Count).Where(entry => holds(entry)).Select(entry => (entry, score(entry)))
            .OrderByDescending(hit => hit.Item2).ThenBy(hit => _entries[hit.entry].Id, StringComparer.Ordinal)];

    private bool Holds(QueryNode node, int entry) => node switch
    {
        TermNode term => Starts(term.Pattern)[entry][(int)term.Field] is var starts && (term.AtStart ? starts.Contains(1) : starts.Count > 0),
        PrefixNode prefix => Starts(prefix.Pattern, isPrefix: true)[entry][0].Count > 0,
        NearNode near => Starts(near.Left)[entry][0].Any(left => Starts(near.Right)[entry][0].Any(right => IsNear(near, left, right))),
        FacetNode facet => EntryFacets.Of(_entries[entry], facet.Facet) is { } value && facet.Holds(value),
        AnyNode any => any.Nodes.Any(part => Holds(part, entry)),
        AllNode all => all.Required.All(part => Holds(part, entry)) && !all.Excluded.Any(part => Holds(part, entry)),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static bool IsNear(NearNode near, int left, int right)
    {
        var (leftEnd, rightEnd) = (left + near.Left.Parts[^1].Offset, right + near.Right.Parts[^1].Offset);
        var between = left < right ? right - leftEnd - 1 : left - rightEnd - 1;
        return between >= 0 && between <= near.Distance;
    }

    private double Score(QueryNode node, int entry) => node switch
    {
        TermNode term => Part(term.Pattern, entry),
        PrefixNode prefix => Part(prefix.Pattern, entry, isPrefix: true),
        NearNode near => Part(near.Left, entry) + Part(near.Right, entry),
        AnyNode any => any.Nodes.Where(part => Holds(part, entry)).Sum(part => Score(part, entry)),
        AllNode all => all.Required.Sum(part => Score(part, entry)),
        _ => 0,
    };

    private double Part(TermPattern pattern, int entry, bool isPrefix = false)
    {
        var starts = Starts(pattern, isPrefix)[entry];
        if (!_idfs.TryGetValue(pattern, out var idf)) _idfs[pattern] = idf = _ranking.Idf(HoldersOfRarest(pattern, isPrefix));
        byte[] lengths = [.. _fields[entry].Select(field => LengthCode.Encode(field.Count(token => token is not (null or " "))))];
        return Bm25F.Score(idf, _ranking.Frequency(new FieldCounts(starts[0].Count, starts[1].Count, starts[2].Count), lengths));
    }

    /// <summary>A run of ideographs is covered by pairs from its start, the last of an odd run by one that overlaps.</summary>
    private int HoldersOfRarest(TermPattern pattern, bool isPrefix)
    {
        var least = int.MaxValue;
        foreach (Match run in Run().Matches(string.Concat(pattern.Parts.Select(part => part.IsIdeograph ? part.Term : "|"))))
        {
            for (var i = 0; i < run.Length; i += 2)
                least = Math.Min(least, Holders(run.Length == 1 ? run.Value : run.Value.Substring(Math.Min(i, run.Length - 2), 2)));
        }

        for (var i = 0; i < pattern.Parts.Count; i++)
        {
            var term = pattern.Parts[i].Term;
            if (isPrefix && i == pattern.Parts.Count - 1)
                least = Math.Min(least, _fields.Sum(entry => entry.SelectMany(field => field).Distinct().Count(token => token?.StartsWith(term, StringComparison.Ordinal) == true)));
            else if (term == " ") least = Math.Min(least, _fields.Count(entry => entry.Any(field => field.Contains(" "))));
            else if (!pattern.Parts[i].IsIdeograph) least = Math.Min(least, Holders(term));
        }

        return least;
    }

    private int Holders(string text) => Starts(Pattern(text)).Count(entry => entry.Any(starts => starts.Count > 0));

    private List<int>[][] Starts(TermPattern pattern, bool isPrefix = false)
    {
        if (_starts.TryGetValue((pattern, isPrefix), out var known)) return known;
        return _starts[(pattern, isPrefix)] = [.. _fields.Select(entry => entry.Select(field => Starts(field, pattern, isPrefix)).ToArray())];
    }

    private static List<int> Starts(string?[] field, TermPattern pattern, bool isPrefix)
    {
        var found = new List<int>();
        for (var start = 0; start < field.Length; start++)
        {
            var holds = true;
            for (var i = 0; i < pattern.Parts.Count && holds; i++)
            {
                var (at, term) = (start + pattern.Parts[i].Offset, pattern.Parts[i].Term);
                holds = at < field.Length && (field[at] == term || (isPrefix && i == pattern.Parts.Count - 1 && field[at]?.StartsWith(term, StringComparison.Ordinal) == true));
            }

            if (holds) found.Add(start);
        }

        return found;
    }

    /// <summary>The units by position, from 1; a blank where something separates two.</summary>
    private static string?[] Tokens(string text)
    {
        var tokens = new List<string?> { null };
        foreach (Match match in Token().Matches(TextFolding.Fold(text).Text))
        {
            if (match.Groups["gap"].Success && (tokens.Count == 1 || match.Index + match.Length == text.Length)) continue;
            tokens.Add(match.Groups["gap"].Success ? " " : match.Value);
        }

        return [.. tokens];
    }

    [GeneratedRegex("[a-z0-9]+|[\u3400-\u9FFF]|(?<gap>[^a-z0-9\u3400-\u9FFF]+)")]
    private static partial Regex Token();

    [GeneratedRegex("[\u3400-\u9FFF]+")]
    private static partial Regex Run();
}
