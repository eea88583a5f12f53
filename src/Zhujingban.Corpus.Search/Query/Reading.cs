namespace Zhujingban.Corpus.Search.Query;

/// <summary>A part of a query as it was understood.</summary>
/// <param name="Node">What it asks of an entry.</param>
/// <param name="Condition">What of this an entry has to meet in a loose reading too; null for nothing. Whatever meets the node meets it.</param>
internal sealed record Reading(QueryNode Node, QueryNode? Condition)
{
    /// <summary>All of the required, none of the excluded. Groups inside are dissolved, what is asked twice is asked once.</summary>
    public static Reading? All(IReadOnlyList<Reading> required, IReadOnlyList<QueryNode> excluded)
    {
        if (excluded.Count == 0 && required.Count <= 1) return required.Count == 0 ? null : required[0];
        var conditions = required.Select(reading => reading.Condition).OfType<QueryNode>().ToList();
        return new Reading(
            All(required.Select(reading => reading.Node), excluded),
            conditions.Count == 0 && excluded.Count == 0 ? null : All(conditions, excluded));
    }

    /// <summary>One of the alternatives, or several.</summary>
    public static Reading? Any(IReadOnlyList<Reading> alternatives)
    {
        if (alternatives.Count <= 1) return alternatives.Count == 0 ? null : alternatives[0];
        var conditions = alternatives.Select(reading => reading.Condition).OfType<QueryNode>().ToList();
        return new Reading(Any(alternatives.Select(reading => reading.Node)), conditions.Count < alternatives.Count ? null : Any(conditions));
    }

    private static QueryNode All(IEnumerable<QueryNode> required, IEnumerable<QueryNode> excluded)
    {
        var nodes = required.ToList();
        var groups = nodes.OfType<AllNode>().ToList();
        var all = Distinct(nodes.SelectMany(node => node is AllNode all ? all.Required : [node]));
        var none = Distinct(groups.SelectMany(group => group.Excluded).Concat(excluded));
        return all.Count == 1 && none.Count == 0 ? all[0] : new AllNode(all, none);
    }

    private static QueryNode Any(IEnumerable<QueryNode> nodes)
    {
        var any = Distinct(nodes.SelectMany(node => node is AnyNode any ? any.Nodes : [node]));
        return any.Count == 1 ? any[0] : new AnyNode(any);
    }

    private static List<QueryNode> Distinct(IEnumerable<QueryNode> nodes)
    {
        var all = nodes.ToList();
        return all.Count <= 1 ? all : [.. all.DistinctBy(QueryPrinter.Print, StringComparer.Ordinal)];
    }
}
