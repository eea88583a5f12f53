using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Finds the entries that match a query's tree. Every one is counted, but only those are scored that can be among the best: the
/// bounds of the blocks say which cannot.
/// </summary>
internal static class ExactSearch
{
    /// <summary>Collects the entries that match, until the deadline passes.</summary>
    public static void Run(SearchContext context, QueryNode node, MatchCollector found, int window = WindowSearch.DefaultWindow)
    {
        if (context.Deadline.Passes()) return;
        node = QueryTree.Simplify(node);
        var (any, filter) = SplitFilter(node);
        if (any is not null)
        {
            RunAny(context, any, filter, found, window);
            return;
        }

        if (!IsOneTerm(node) && ConjunctionSearch.TryRun(context, node, found)) return;
        if (QueryTree.Matcher(context, node) is not { } matcher) return;
        if (matcher is not PatternMatcher { OnlyTerm: { } only } pattern) RunMatcher(context, matcher, found);
        else if (found.NeedsEach) RunAny(context, new AnyNode([node]), null, found, window);
        else RunSingle(context, only, pattern.Idf, found);
    }

    /// <summary>When alternatives or one term are all that scores, what else is asked filters what they find.</summary>
    private static (AnyNode? Any, QueryNode? Filter) SplitFilter(QueryNode node)
    {
        if (node is AnyNode alone) return (alone, null);
        if (node is not AllNode all) return (null, null);
        var scoring = all.Required.Where(part => part is not FacetNode).ToArray();
        var any = scoring switch
        {
            [AnyNode alternatives] => alternatives,
            [var only] when IsOneTerm(only) => new AnyNode(scoring),
            _ => null,
        };
        if (any is null || any.Nodes.Any(part => part is FacetNode or AllNode { Required: [] })) return (null, null);
        return (any, new AllNode([.. all.Required.Where(part => part is FacetNode)], all.Excluded));
    }

    /// <summary>True when the node asks nothing but that a text holds one indexed term.</summary>
    private static bool IsOneTerm(QueryNode node) => node is TermNode { Field: Field.Text, AtStart: false } term && term.Pattern.Cover().Count == 1;

    private static void RunAny(SearchContext context, AnyNode any, QueryNode? filter, MatchCollector found, int window)
    {
        var matcher = filter is null ? null : QueryTree.Matcher(context, filter);
        if (filter is not null && matcher is null) return;
        var sources = QueryTree.Matchers(context, any.Nodes)
            .Select(part => part is PatternMatcher { OnlyTerm: { } term } pattern
                ? (WindowSource)new TermSource(context, term, pattern.Idf, textOnly: true) : new MatcherSource(part));
        WindowSearch.Run(context, [.. sources], matcher, found, window);
    }

    /// <summary>One indexed term: the dictionary knows the total, so whole blocks can be left unread, once the block that promises most was read.</summary>
    private static void RunSingle(SearchContext context, PostingsCursor cursor, double idf, MatchCollector found)
    {
        found.CountUnnamed(cursor.TextHolders);
        var least = Bm25F.LeastFrequency(idf, found.Threshold);
        if (double.IsPositiveInfinity(least)) return;
        if (cursor.BoundedBlocks == 0)
        {
            if (cursor.Advance(0) != TermCursor.End) ScoreBlock(context, cursor, idf, found, ref least);
            return;
        }

        var best = cursor.BestBlock();
        cursor.MoveToBlock(best);
        ScoreBlock(context, cursor, idf, found, ref least);
        for (var block = cursor.NextBlock(0, least); block < cursor.BoundedBlocks; block = cursor.NextBlock(block + 1, least))
        {
            if (block == best) continue;
            if (context.Deadline.Passes(BitPacking.BlockSize)) return;
            cursor.MoveToBlock(block);
            ScoreBlock(context, cursor, idf, found, ref least);
        }
    }

    private static void ScoreBlock(SearchContext context, PostingsCursor cursor, double idf, MatchCollector found, ref double least)
    {
        var entries = cursor.Rest(TermCursor.End);
        var texts = cursor.CountsIn(Field.Text);
        Span<double> frequencies = stackalloc double[BitPacking.BlockSize];
        context.FindFrequencies(cursor, entries, frequencies);
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i] == 0 || frequencies[i] < least) continue;
            found.Offer((int)entries[i], Bm25F.Score(idf, frequencies[i]));
            least = Bm25F.LeastFrequency(idf, found.Threshold);
        }
    }

    private static void RunMatcher(SearchContext context, Matcher matcher, MatchCollector found)
    {
        for (var entry = matcher.Advance(0); entry != TermCursor.End; entry = matcher.Advance(entry + 1))
        {
            if (context.Deadline.Passes()) return;
            var isPromising = matcher.Bound(entry, out var last) >= found.Threshold;
            if (!isPromising && !found.CountsAll)
            {
                if (last == TermCursor.End) return;
                entry = last;
                continue;
            }

            if (!matcher.Matches()) continue;
            found.Count(entry);
            if (isPromising && matcher.MostScore() >= found.Threshold) found.Offer(entry, matcher.Score());
        }
    }
}
