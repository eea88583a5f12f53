using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Walks through the entries that match a part of a query, forward only, in two steps: to the next that may match, then the proof. For
/// one reader.
/// </summary>
internal abstract class Matcher
{
    /// <summary>The entry behind the last.</summary>
    public const int End = TermCursor.End;

    /// <summary>How many entries it may stand at, at the most.</summary>
    public abstract int Candidates { get; }

    /// <summary>
    /// The cursors that must all hold an entry for it to be a candidate, for a conjunction to move them itself; empty when
    /// <see cref="Advance"/> has to be asked.
    /// </summary>
    public virtual IReadOnlyList<TermCursor> Cursors => [];

    /// <summary>Moves to the first entry from <paramref name="target"/> on that may match, and gives it.</summary>
    public abstract int Advance(int target);

    /// <summary>Whether the entry it stands at matches.</summary>
    public abstract bool Matches();

    /// <summary>The score of the entry it stands at, which has to match: the sum of the parts of what matches in it.</summary>
    public abstract double Score();

    /// <summary>The entry it stands at, which has to match, scores no more than this: found without looking at positions.</summary>
    public virtual double MostScore() => double.PositiveInfinity;

    /// <summary>No entry from a target on scores more than this; see <see cref="TermCursor.Bound"/>.</summary>
    public abstract double Bound(int target, out int last);

    /// <summary>Moves cursors to the first entry from <paramref name="target"/> on that all hold.</summary>
    internal static int NextCommon(TermCursor[] cursors, int target)
    {
        for (var agreed = 0; agreed < cursors.Length;)
        {
            var cursor = cursors[agreed];
            var entry = cursor.Entry >= target ? cursor.Entry : cursor.Advance(target);
            if (entry == End) return End;
            agreed = entry == target ? agreed + 1 : agreed == 0 ? 1 : 0;
            target = entry;
        }

        return target;
    }

    /// <summary>What several can be worth together; see <see cref="Bound"/>.</summary>
    protected static double SumOfBounds(IReadOnlyList<Matcher> matchers, int target, out int last)
    {
        var bound = 0d;
        last = End;
        foreach (var matcher in matchers)
        {
            bound += matcher.Bound(target, out var reach);
            last = Math.Min(last, reach);
        }

        return bound;
    }
}
