using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Entries that match every one of some matchers and none of others.</summary>
internal sealed class AllMatcher : Matcher
{
    private readonly Matcher[] _required;
    private readonly Matcher[] _excluded;
    private readonly TermCursor[] _cursors;
    private readonly Matcher[] _others;
    private int _entry;

    /// <summary>Combines matchers.</summary>
    /// <param name="required">At least one.</param>
    /// <param name="excluded">None, or some.</param>
    public AllMatcher(IEnumerable<Matcher> required, IEnumerable<Matcher> excluded)
    {
        _required = [.. required.OrderBy(matcher => matcher.Candidates)];
        _excluded = [.. excluded];
        _cursors = [.. _required.SelectMany(matcher => matcher.Cursors).OrderBy(cursor => cursor.Holders)];
        _others = [.. _required.Where(matcher => matcher.Cursors.Count == 0)];
    }

    /// <inheritdoc/>
    public override int Candidates => _required[0].Candidates;

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        for (_entry = End; target != End;)
        {
            var entry = NextCommon(_cursors, target);
            if (entry == End) break;
            target = entry;
            foreach (var other in _others)
            {
                target = other.Advance(entry);
                if (target != entry) break;
            }

            if (target == entry) return _entry = entry;
        }

        return End;
    }

    /// <inheritdoc/>
    public override bool Matches()
    {
        foreach (var matcher in _required)
        {
            if (!matcher.Matches()) return false;
        }

        foreach (var matcher in _excluded)
        {
            if (matcher.Advance(_entry) == _entry && matcher.Matches()) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override double Score()
    {
        var score = 0d;
        foreach (var matcher in _required) score += matcher.Score();
        return score;
    }

    /// <inheritdoc/>
    public override double MostScore()
    {
        var score = 0d;
        foreach (var matcher in _required) score += matcher.MostScore();
        return score;
    }

    /// <inheritdoc/>
    public override double Bound(int target, out int last) => SumOfBounds(_required, target, out last);
}
