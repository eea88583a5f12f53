using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Brings a query's tree into its simplest form, and makes matchers of it. A tree is never deeper than a query may nest.</summary>
internal static class QueryTree
{
    /// <summary>The same query: what nests without need is flat, and a node with one part only is that part.</summary>
    public static QueryNode Simplify(QueryNode node)
    {
        if (node is AnyNode any)
        {
            var nodes = any.Nodes.Select(Simplify).SelectMany(part => part is AnyNode inner ? inner.Nodes : [part]).ToArray();
            return nodes is [var only] ? only : new AnyNode(nodes);
        }

        if (node is not AllNode all) return node;
        var (required, excluded) = (new List<QueryNode>(), new List<QueryNode>());
        foreach (var part in all.Required.Select(Simplify))
        {
            if (part is AllNode inner)
            {
                required.AddRange(inner.Required);
                excluded.AddRange(inner.Excluded);
            }
            else
            {
                required.Add(part);
            }
        }

        excluded.AddRange(all.Excluded.Select(Simplify).SelectMany(part => part is AnyNode inner ? inner.Nodes : [part]));
        return required is [var single] && excluded.Count == 0 ? single : new AllNode(required, excluded);
    }

    /// <summary>A matcher of a node, or null when no entry of the segment can match.</summary>
    public static Matcher? Matcher(SearchContext context, QueryNode node) => node switch
    {
        TermNode term => PatternMatcher.Create(context, term),
        PrefixNode prefix => PatternMatcher.Create(context, new TermNode(prefix.Pattern with { IsPrefix = true })),
        NearNode near => NearMatcher.Create(context, near),
        FacetNode facet => Facet(context.Segment, facet),
        AnyNode any => Any(Matchers(context, any.Nodes)),
        AllNode all => All(context, all),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>The matchers of those nodes that entries of the segment can match.</summary>
    public static Matcher[] Matchers(SearchContext context, IEnumerable<QueryNode> nodes) =>
        [.. nodes.Select(node => Matcher(context, node)).OfType<Matcher>()];

    /// <summary>The test is made once a value, not once an entry.</summary>
    private static EveryMatcher? Facet(Segment segment, FacetNode node)
    {
        bool[] passes = [false, .. segment.Facets.Values(node.Facet).Select(value => node.Holds(value))];
        return passes.Contains(true) ? new EveryMatcher(segment.Count, entry => passes[segment.Facets.NumberOf(node.Facet, entry)]) : null;
    }

    private static Matcher? Any(Matcher[] matchers) => matchers switch
    {
        [] => null,
        [var only] => only,
        _ => new AnyMatcher(matchers),
    };

    private static AllMatcher? All(SearchContext context, AllNode all)
    {
        var required = new List<Matcher>();
        foreach (var node in all.Required)
        {
            if (Matcher(context, node) is not { } matcher) return null;
            required.Add(matcher);
        }

        if (required.Count == 0) required.Add(new EveryMatcher(context.Segment.Count));
        return new AllMatcher(required, Matchers(context, all.Excluded));
    }
}
