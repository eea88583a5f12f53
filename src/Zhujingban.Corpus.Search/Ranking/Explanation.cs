using System.Globalization;
using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Query;

namespace Zhujingban.Corpus.Search.Ranking;

/// <summary>Says how a score came about. It counts in the entry itself, not in the index, so that it also proves the score.</summary>
internal sealed class Explanation
{
    private readonly SearchContext _context;
    private readonly Evidence _evidence;
    private readonly Dictionary<TermPattern, int> _holders;
    private readonly List<string> _lines = [];
    private double _sum;

    private Explanation(SearchContext context, Evidence evidence, Dictionary<TermPattern, int> holders) =>
        (_context, _evidence, _holders) = (context, evidence, holders);

    /// <summary>A line for every part of the score of an entry that matches a tree, and their sum.</summary>
    /// <param name="evidence">The entry.</param>
    /// <param name="context">Where it stands.</param>
    /// <param name="holders">How many entries hold a pattern: kept from hit to hit, since a beginning of words takes long to look up.</param>
    /// <param name="node">What it matches.</param>
    /// <param name="score">Its score.</param>
    public static IReadOnlyList<string> Of(
        Evidence evidence, SearchContext context, Dictionary<TermPattern, int> holders, QueryNode node, double score)
    {
        var explanation = new Explanation(context, evidence, holders);
        explanation.Add(node);
        return explanation.Finish(score);
    }

    /// <summary>The same for an entry that any of some patterns is found in, in any field.</summary>
    public static IReadOnlyList<string> OfLoose(
        Evidence evidence, SearchContext context, Dictionary<TermPattern, int> holders, IReadOnlyList<TermPattern> patterns, QueryNode? conditions, double score)
    {
        var explanation = new Explanation(context, evidence, holders);
        foreach (var pattern in patterns) explanation.Add(pattern);
        if (conditions is not null) explanation._lines.Add("0.0000: what is asked besides holds");
        return explanation.Finish(score);
    }

    private List<string> Finish(double score)
    {
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{_sum:F4} is the sum of the parts; the score is {score:F4}"));
        return _lines;
    }

    private void Add(QueryNode node)
    {
        switch (node)
        {
            case TermNode term:
                Add(term.Pattern, (term.Field == Field.Text ? "" : $", sought in the {term.Field.ToString().ToLowerInvariant()}")
                    + (term.AtStart ? ", sought at the start" : ""));
                break;
            case PrefixNode prefix:
                Add(Evidence.TermOf(prefix).Pattern, ", the beginning of a word");
                break;
            case NearNode near:
                Add(near.Left, $", near “{near.Right.Text}”");
                Add(near.Right, $", near “{near.Left.Text}”");
                break;
            case FacetNode facet:
                _lines.Add($"0.0000: {facet.Text} holds, by {facet.Facet} “{EntryFacets.Of(_evidence.Entry, facet.Facet)}”");
                break;
            case AnyNode any:
                foreach (var part in any.Nodes.Where(_evidence.Holds)) Add(part);
                break;
            case AllNode all:
                foreach (var part in all.Required) Add(part);
                if (all.Excluded.Count > 0) _lines.Add("0.0000: nothing that is excluded holds");
                break;
        }
    }

    private void Add(TermPattern pattern, string where = "")
    {
        int Count(Field field) => _evidence.Find(field, pattern).Count;
        var counts = new FieldCounts(Count(Field.Text), Count(Field.Headings), Count(Field.Title));
        if (counts == default || HoldersOf(pattern) is not { } holders) return;
        var units = Enumerable.Range(0, Fields.Count).Select(field => _evidence.Units((Field)field)).ToArray();
        var idf = _context.Ranking.Idf(holders);
        var frequency = _context.Ranking.Frequency(counts, [.. units.Select(LengthCode.Encode)]);
        _sum += Bm25F.Score(idf, frequency);
        _lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"{Bm25F.Score(idf, frequency):F4} = idf {idf:F4} × {frequency:F4} / ({Bm25F.K1} + {frequency:F4}): “{pattern.Text}”{where} held by at most {holders} of {_context.Ranking.Entries}; text {counts.Text}, headings {counts.Headings}, title {counts.Title} times in {string.Join(", ", units)} units"));
    }

    private int? HoldersOf(TermPattern pattern)
    {
        if (_holders.TryGetValue(pattern, out var known)) return known;
        return PatternCursor.Create(_context, pattern) is { } cursor ? _holders[pattern] = cursor.Holders : null;
    }
}
