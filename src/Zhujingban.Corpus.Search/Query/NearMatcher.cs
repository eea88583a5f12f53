using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Entries whose text holds two patterns near each other. Each counts in all fields, wherever it stands.</summary>
internal sealed class NearMatcher : Matcher
{
    private readonly SearchContext _context;
    private readonly PatternCursor _left;
    private readonly PatternCursor _right;
    private readonly NearNode _node;
    private readonly TermCursor[] _cursors;
    private readonly double _leftIdf;
    private readonly double _rightIdf;
    private int _leftCount;
    private int _rightCount;

    private NearMatcher(SearchContext context, PatternCursor left, PatternCursor right, NearNode node)
    {
        (_context, _left, _right, _node) = (context, left, right, node);
        (_leftIdf, _rightIdf) = (context.Ranking.Idf(left.Holders), context.Ranking.Idf(right.Holders));
        _cursors = [.. left.Cursors.Concat(right.Cursors).OrderBy(cursor => cursor.Holders)];
    }

    /// <inheritdoc/>
    public override int Candidates => _cursors[0].Holders;

    /// <inheritdoc/>
    public override IReadOnlyList<TermCursor> Cursors => _cursors;

    /// <summary>A matcher, or null when no entry of the segment matches.</summary>
    public static NearMatcher? Create(SearchContext context, NearNode node) =>
        PatternCursor.Create(context, node.Left) is { } left && PatternCursor.Create(context, node.Right) is { } right
            ? new NearMatcher(context, left, right, node) : null;

    /// <summary>Whether a pattern's place is near one of another's: not on the same positions, and not too far.</summary>
    /// <param name="start">Where the pattern starts.</param>
    /// <param name="length">Its positions.</param>
    /// <param name="others">Where the other starts, rising.</param>
    /// <param name="otherLength">The positions of the other.</param>
    /// <param name="distance">The most positions between them.</param>
    public static bool IsNear(int start, int length, ReadOnlySpan<int> others, int otherLength, int distance)
    {
        var next = FirstFrom(others, start + length);
        if (next < others.Length && others[next] - (start + length) <= distance) return true;
        var before = FirstFrom(others, start - otherLength + 1) - 1;
        return before >= 0 && start - (others[before] + otherLength) <= distance;
    }

    /// <inheritdoc/>
    public override int Advance(int target) => NextCommon(_cursors, target);

    /// <inheritdoc/>
    public override bool Matches()
    {
        var lefts = _left.Starts(Field.Text);
        if (lefts.IsEmpty) return false;
        var rights = _right.Starts(Field.Text);
        (_leftCount, _rightCount) = (lefts.Length, rights.Length);
        foreach (var left in lefts)
        {
            if (IsNear(left, _node.Left.Length, rights, _node.Right.Length, _node.Distance)) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override double Score() => Score(_left, _leftIdf, _leftCount) + Score(_right, _rightIdf, _rightCount);

    /// <inheritdoc/>
    public override double Bound(int target, out int last)
    {
        var bound = Bm25F.Score(_leftIdf, _left.Bound(target, out last)) + Bm25F.Score(_rightIdf, _right.Bound(target, out var reach));
        last = Math.Min(last, reach);
        return bound;
    }

    private static int FirstFrom(ReadOnlySpan<int> starts, int least)
    {
        var found = starts.BinarySearch(least);
        return found >= 0 ? found : ~found;
    }

    private double Score(PatternCursor pattern, double idf, int text) =>
        Bm25F.Score(idf, _context.Ranking.Frequency(pattern.Counts(text), _context.Segment.LengthsOf(_cursors[0].Entry)));
}
