using System.Text.RegularExpressions;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;
using Zhujingban.Corpus.Search.Ranking;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Tests.Oracle;

/// <summary>
/// Evaluates a query's tree over the texts themselves, entry by entry, as plainly as it can be said. What a pattern gives is kept, so
/// ask with the same patterns again.
/// </summary>
internal sealed partial class NaiveReading
{
    private static readonly List<int> Nowhere = [];
    private static readonly List<int>[] NowhereAtAll = [.. Enumerable.Repeat(Nowhere, Fields.Count)];

    private readonly IReadOnlyList<IndexEntry> _entries;
    private readonly NaiveText[][] _fields;
    private readonly byte[][] _lengths;
    private readonly int[] _ranks;
    private readonly Bm25F _ranking;
    private readonly Dictionary<Facet, string?[]> _values = [];
    private readonly Dictionary<(TermPattern, bool), List<int>[][]> _starts = [];
    private readonly Dictionary<(TermPattern, bool), double[]> _parts = [];
    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TermPattern> _patterns = new(StringComparer.Ordinal);

    public NaiveReading(IReadOnlyList<IndexEntry> entries)
    {
        _entries = entries;
        _fields = [.. entries.Select(entry => Enumerable.Range(0, Fields.Count).Select(field => new NaiveText(Fields.Of(entry, (Field)field))).ToArray())];
        _lengths = [.. _fields.Select(entry => entry.Select(field => LengthCode.Encode(field.Units)).ToArray())];
        _ranks = [.. Enumerable.Range(0, entries.Count)];
        var byId = _ranks.OrderBy(entry => entries[entry].Id, StringComparer.Ordinal).ToArray();
        for (var rank = 0; rank < byId.Length; rank++) _ranks[byId[rank]] = rank;
        long Sum(int field) => _fields.Sum(entry => (long)entry[field].Units);
        _ranking = new Bm25F(new CorpusStatistics(entries.Count, Sum(0), Sum(1), Sum(2)));
    }

    /// <summary>What a text asks for as a term of a query.</summary>
    public static TermPattern Pattern(string text) => new NaiveText(text).ToPattern(text);

    /// <summary>The same pattern for the same text.</summary>
    public TermPattern PatternOf(string text)
    {
        if (!_patterns.TryGetValue(text, out var pattern)) _patterns[text] = pattern = Pattern(text);
        return pattern;
    }

    /// <summary>All entries that match, best first.</summary>
    public (int Entry, double Score)[] Evaluate(QueryNode node)
    {
        var known = new Dictionary<QueryNode, bool[]>(ReferenceEqualityComparer.Instance);
        var holds = Holds(node, known);
        return Sorted(entry => holds[entry], Score(node, known));
    }

    /// <summary>All entries that any of the patterns is found in, in any field, and that match the conditions.</summary>
    public (int Entry, double Score)[] EvaluateLoosely(IReadOnlyList<TermPattern> patterns, QueryNode? conditions)
    {
        var holds = conditions is null ? null : Holds(conditions, new Dictionary<QueryNode, bool[]>(ReferenceEqualityComparer.Instance));
        var (starts, parts) = (patterns.Select(pattern => Starts(pattern)).ToArray(), patterns.Select(pattern => Parts(pattern)).ToArray());
        return Sorted(
            entry => holds?[entry] != false && starts.Any(places => places[entry] != NowhereAtAll),
            entry => parts.Sum(scores => scores[entry]));
    }

    /// <summary>How many of some entries have each value of a facet.</summary>
    public IEnumerable<KeyValuePair<string, int>> Count(Facet facet, IEnumerable<int> entries)
    {
        var values = Values(facet);
        return Count(entries.Select(entry => values[entry]));
    }

    /// <summary>How often each value comes; values of one form are one, under the most frequent.</summary>
    public static IEnumerable<KeyValuePair<string, int>> Count(IEnumerable<string?> values) => values
        .OfType<string>().CountBy(value => value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .GroupBy(pair => FormOf(pair.Key)).Select(spellings => KeyValuePair.Create(spellings.First().Key, spellings.Sum(pair => pair.Value)))
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>How values are compared, as far as those of <see cref="RandomCorpus"/> need.</summary>
    public static string FormOf(string value) => TextFolding.Fold(value).Text.Replace('[', '〔').Replace(']', '〕');

    private string?[] Values(Facet facet)
    {
        if (!_values.TryGetValue(facet, out var values)) _values[facet] = values = [.. _entries.Select(entry => EntryFacets.Of(entry, facet))];
        return values;
    }

    private (int Entry, double Score)[] Sorted(Predicate<int> holds, Func<int, double> score)
    {
        var hits = Enumerable.Range(0, _entries.Count).Where(entry => holds(entry)).Select(entry => (Entry: entry, Score: score(entry))).ToArray();
        Array.Sort(hits, (left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : _ranks[left.Entry].CompareTo(_ranks[right.Entry]));
        return hits;
    }

    /// <summary>Which entries match a node.</summary>
    private bool[] Holds(QueryNode node, Dictionary<QueryNode, bool[]> known)
    {
        if (!known.TryGetValue(node, out var holds)) known[node] = holds = [.. Enumerable.Range(0, _entries.Count).Select(HoldsOf(node, known))];
        return holds;
    }

    private Func<int, bool> HoldsOf(QueryNode node, Dictionary<QueryNode, bool[]> known)
    {
        switch (node)
        {
            case TermNode term:
                var places = Starts(term.Pattern);
                return entry => places[entry][(int)term.Field] is var starts && (term.AtStart ? starts.Exists(start => start <= 1) : starts.Count > 0);
            case PrefixNode prefix:
                var beginnings = Starts(prefix.Pattern, isPrefix: true);
                return entry => beginnings[entry][0].Count > 0;
            case NearNode near:
                var (lefts, rights) = (Starts(near.Left), Starts(near.Right));
                return entry => lefts[entry][0].Any(left => rights[entry][0].Any(right => IsNear(near, left, right)));
            case FacetNode facet:
                var values = Values(facet.Facet);
                var passes = values.OfType<string>().Distinct().ToDictionary(value => value, value => facet.Holds(value), StringComparer.Ordinal);
                return entry => values[entry] is { } value && passes[value];
            case AnyNode any:
                var nodes = any.Nodes.Select(part => Holds(part, known)).ToArray();
                return entry => nodes.Any(part => part[entry]);
            case AllNode all:
                var (required, excluded) = (all.Required.Select(part => Holds(part, known)).ToArray(), all.Excluded.Select(part => Holds(part, known)).ToArray());
                return entry => required.All(part => part[entry]) && !excluded.Any(part => part[entry]);
            default:
                throw new ArgumentOutOfRangeException(nameof(node));
        }
    }

    private static bool IsNear(NearNode near, int left, int right)
    {
        var (leftEnd, rightEnd) = (left + near.Left.Parts[^1].Offset, right + near.Right.Parts[^1].Offset);
        var between = left < right ? right - leftEnd - 1 : left - rightEnd - 1;
        return between >= 0 && between <= near.Distance;
    }

    private Func<int, double> Score(QueryNode node, Dictionary<QueryNode, bool[]> known)
    {
        switch (node)
        {
            case TermNode term:
                var parts = Parts(term.Pattern);
                return entry => parts[entry];
            case PrefixNode prefix:
                var beginnings = Parts(prefix.Pattern, isPrefix: true);
                return entry => beginnings[entry];
            case NearNode near:
                var (lefts, rights) = (Parts(near.Left), Parts(near.Right));
                return entry => lefts[entry] + rights[entry];
            case AnyNode any:
                var nodes = any.Nodes.Select(part => (Holds: known[part], Score: Score(part, known))).ToArray();
                return entry => nodes.Where(part => part.Holds[entry]).Sum(part => part.Score(entry));
            case AllNode all:
                var scores = all.Required.Select(part => Score(part, known)).ToArray();
                return entry => scores.Sum(score => score(entry));
            default:
                return _ => 0;
        }
    }

    /// <summary>What a pattern adds to the score of each entry.</summary>
    private double[] Parts(TermPattern pattern, bool isPrefix = false)
    {
        if (_parts.TryGetValue((pattern, isPrefix), out var parts)) return parts;
        var idf = _ranking.Idf(HoldersOfRarest(pattern, isPrefix));
        return _parts[(pattern, isPrefix)] = [.. Starts(pattern, isPrefix).Select((starts, entry) =>
            Bm25F.Score(idf, _ranking.Frequency(new FieldCounts(starts[0].Count, starts[1].Count, starts[2].Count), _lengths[entry])))];
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
                least = Math.Min(least, _fields.Sum(entry => entry.SelectMany(field => field.Terms).Distinct().Count(held => held.StartsWith(term, StringComparison.Ordinal))));
            else if (term == " ") least = Math.Min(least, _fields.Count(entry => entry.Any(field => field.Terms.Contains(" "))));
            else if (!pattern.Parts[i].IsIdeograph) least = Math.Min(least, Holders(term));
        }

        return least;
    }

    private int Holders(string text)
    {
        if (_holders.TryGetValue(text, out var holders)) return holders;
        var pattern = Pattern(text);
        return _holders[text] = _fields.Count(entry => entry.Any(field => Starts(field, pattern, isPrefix: false).Count > 0));
    }

    private List<int>[][] Starts(TermPattern pattern, bool isPrefix = false)
    {
        if (_starts.TryGetValue((pattern, isPrefix), out var known)) return known;
        return _starts[(pattern, isPrefix)] = [.. _fields.Select(entry => entry.Select(field => Starts(field, pattern, isPrefix)).ToArray() is var starts
            && starts.All(found => found.Count == 0) ? NowhereAtAll : starts)];
    }

    private static List<int> Starts(NaiveText field, TermPattern pattern, bool isPrefix)
    {
        List<int>? found = null;
        for (var start = 0; start < field.Places; start++)
        {
            var holds = true;
            for (var i = 0; i < pattern.Parts.Count && holds; i++)
            {
                var (at, term) = (start + pattern.Parts[i].Offset, pattern.Parts[i].Term);
                holds = isPrefix && i == pattern.Parts.Count - 1 ? field.HoldsBeginning(at, term) : field.Holds(at, term);
            }

            if (holds) (found ??= []).Add(start);
        }

        return found ?? Nowhere;
    }

    [GeneratedRegex("[\u3400-\u9FFF]+")]
    private static partial Regex Run();
}
