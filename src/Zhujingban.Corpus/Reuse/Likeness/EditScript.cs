namespace Zhujingban.Corpus.Reuse;

/// <summary>A place where two texts differ: a range of each.</summary>
internal readonly record struct Hunk(int LeftStart, int LeftEnd, int RightStart, int RightEnd)
{
    /// <summary>How many characters of the left text differ.</summary>
    public int LeftLength => LeftEnd - LeftStart;

    /// <summary>How many characters of the right text differ.</summary>
    public int RightLength => RightEnd - RightStart;
}

/// <summary>
/// The fewest edits (exchange, insertion, deletion of one character) between two texts, up to a bound: for every number of edits, how far each
/// diagonal reaches (Ukkonen 1985). Texts that are alike cost their length, texts that are not stop early.
/// </summary>
internal sealed class EditScript
{
    /// <summary>The largest bound.</summary>
    public const int MostEdits = 64;

    /// <summary>Differences with no more equal characters between them are one.</summary>
    private const int LongestBridge = 1;

    private const int Unreached = -2;

    /// <summary>Exchange first: it keeps a difference short.</summary>
    private static readonly int[] Moves = [0, 1, -1];

    /// <summary>
    /// How far each diagonal reaches with no edit, then with one, and so on: n edits reach 2n + 1 diagonals, which begin at n². It grows with the edits
    /// that are counted, for nearly all texts that are compared differ in a few.
    /// </summary>
    private int[] _reach = new int[64];

    /// <summary>The places that differ, in order, after <see cref="Find"/>.</summary>
    public List<Hunk> Hunks { get; } = [];

    /// <summary>The number of edits; one more than the bound when there are more.</summary>
    public int Count(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int bound)
    {
        if (Math.Abs(left.Length - right.Length) > bound) return bound + 1;
        for (var edits = 0; edits <= bound; edits++)
        {
            if ((edits + 1) * (edits + 1) > _reach.Length) Array.Resize(ref _reach, 4 * _reach.Length);
            for (var diagonal = -edits; diagonal <= edits; diagonal++)
            {
                var at = edits == 0 ? 0 : LastStep(edits, diagonal, left.Length, right.Length).Reach;
                if (at >= 0) at += left[at..].CommonPrefixLength(right[(at + diagonal)..]);
                _reach[Place(edits, diagonal)] = at;
            }

            if (Reach(edits, right.Length - left.Length) == left.Length) return edits;
        }

        return bound + 1;
    }

    /// <summary>As <see cref="Count"/>, and where the edits are.</summary>
    public int Find(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int bound)
    {
        Hunks.Clear();
        var count = Count(left, right, bound);
        if (count > bound) return count;
        var diagonal = right.Length - left.Length;
        for (var edits = count; edits > 0; edits--)
        {
            var (reach, move) = LastStep(edits, diagonal, left.Length, right.Length);
            AddBefore(move switch
            {
                0 => new Hunk(reach - 1, reach, reach - 1 + diagonal, reach + diagonal),
                1 => new Hunk(reach - 1, reach, reach + diagonal, reach + diagonal),
                _ => new Hunk(reach, reach, reach + diagonal - 1, reach + diagonal),
            });
            diagonal += move;
        }

        Hunks.Reverse();
        return count;
    }

    /// <summary>Adds a hunk that stands before all others; the list runs backwards until it is whole.</summary>
    private void AddBefore(Hunk hunk)
    {
        if (Hunks.Count > 0 && Hunks[^1] is var next && next.LeftStart - hunk.LeftEnd <= LongestBridge)
            Hunks[^1] = new Hunk(hunk.LeftStart, next.LeftEnd, hunk.RightStart, next.RightEnd);
        else
            Hunks.Add(hunk);
    }

    /// <summary>The edit that reaches furthest on a diagonal, and from which one it comes: 0 exchanges, 1 deletes, -1 inserts.</summary>
    private (int Reach, int Move) LastStep(int edits, int diagonal, int left, int right)
    {
        var best = (Reach: Unreached, Move: 0);
        foreach (var move in Moves)
        {
            var from = Reach(edits - 1, diagonal + move);
            var at = move < 0 ? from : from + 1;
            if (from >= 0 && at > best.Reach && at <= left && at + diagonal >= 0 && at + diagonal <= right) best = (at, move);
        }

        return best;
    }

    private int Reach(int edits, int diagonal) => Math.Abs(diagonal) <= edits ? _reach[Place(edits, diagonal)] : Unreached;

    private static int Place(int edits, int diagonal) => (edits * edits) + edits + diagonal;
}
