namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// How the source wanders through a row. It is up to three copies of the notice that take turns, each in order: where it jumps, one of them goes on where it
/// stopped, or a little farther on. Which one it is shows only later, so that several answers are followed side by side; the cheapest of them is about the
/// cheapest that there is.
/// </summary>
/// <param name="pieces">The pieces.</param>
/// <param name="ends">Which of them are cut off.</param>
internal sealed class RowStreams(NoticePiece[] pieces, CutEnds ends)
{
    private const int Nowhere = -1;

    /// <summary>So many answers are followed. With more, sums get smaller where there are many jumps, and notices no better.</summary>
    private const int Width = 4;

    private readonly int[] _places = new int[pieces.Length];

    /// <summary>What the jumps cost.</summary>
    /// <param name="row">The row.</param>
    /// <param name="most">What more need not be counted.</param>
    public double CostOf(NoticeRow row, double most)
    {
        // Of thousands of rows each is asked once: they share the room for their places.
        row.WritePlaces(_places);
        var places = _places;
        Span<Turns> turns = stackalloc Turns[Width], behind = stackalloc Turns[Width];
        turns[0] = new Turns(Nowhere, Nowhere, ends.HasNoHead(0) ? 0 : BeginCost(places[row.Said[0]]));
        var (count, shuffled) = (1, RearrangingCosts.Shuffled);
        for (var piece = 0; piece + 1 < row.Said.Length && Math.Min(turns[0].Cost, shuffled) < most; piece++)
        {
            var (from, to) = (places[row.Said[piece]], places[row.Said[piece + 1]]);
            if (to == from || to == from + 1) continue;
            count = Jump(turns[..count], behind, GoesOn(piece) ? from + 1 : from, to, ends.HasNoHead(piece + 1));
            var left = turns;
            turns = behind;
            behind = left;
            shuffled += RearrangingCosts.ShuffledJump;
        }

        return Math.Min(turns[0].Cost, shuffled);
    }

    /// <summary>Takes a jump in all ways: the stream that stops goes on, or another one, or a new one.</summary>
    /// <param name="turns">How it may have come to the jump.</param>
    /// <param name="behind">Where the ways behind it are written, the cheapest first.</param>
    /// <param name="stop">Where the source jumps off.</param>
    /// <param name="place">Where it goes on.</param>
    /// <param name="hasNoHead">True when what stands there has lost its beginning.</param>
    /// <returns>How many ways there are.</returns>
    private static int Jump(ReadOnlySpan<Turns> turns, Span<Turns> behind, int stop, int place, bool hasNoHead)
    {
        var count = 0;
        var goesOn = Way(place - stop, hasNoHead);
        foreach (var (first, second, cost) in turns)
        {
            Add(behind, ref count, new Turns(first, second, cost + goesOn));
            Add(behind, ref count, new Turns(Math.Max(stop, second), Math.Min(stop, second), cost + WayFrom(first, place, hasNoHead)));
            if (first != Nowhere) Add(behind, ref count, new Turns(Math.Max(first, stop), Math.Min(first, stop), cost + WayFrom(second, place, hasNoHead)));
        }

        return count;
    }

    /// <summary>False for what has lost its end, and for a foot: there a copy ends, and what stands behind it in the row is another one's.</summary>
    private bool GoesOn(int piece) => !ends.HasNoTail(piece) && !pieces[piece].IsFoot;

    private static void Add(Span<Turns> ways, ref int count, in Turns turns)
    {
        var known = 0;
        while (known < count && (ways[known].First != turns.First || ways[known].Second != turns.Second)) known++;
        if (known == Width ? turns.Cost >= ways[^1].Cost : known < count && turns.Cost >= ways[known].Cost) return;
        var rank = Math.Min(known, Width - 1);
        if (known == count && count < Width) count++;
        for (; rank > 0 && ways[rank - 1].Cost > turns.Cost; rank--) ways[rank] = ways[rank - 1];
        ways[rank] = turns;
    }

    private static double WayFrom(int stream, int place, bool hasNoHead) =>
        stream == Nowhere ? RearrangingCosts.NewStream + BeginCost(place) : Way(place - stream, hasNoHead);

    private static double BeginCost(int place) => place == 0 ? 0 : RearrangingCosts.BeginsInside;

    private static double Way(int leftOut, bool hasNoHead) => leftOut switch
    {
        0 => 0,
        1 when hasNoHead => 0,
        < 0 => RearrangingCosts.Back,
        <= RearrangingCosts.Few => RearrangingCosts.FewLeftOut,
        _ => RearrangingCosts.Ahead,
    };

    /// <summary>How the streams may have taken turns so far.</summary>
    /// <param name="First">Where the one of the other two goes on that has come farther.</param>
    /// <param name="Second">Where the last one goes on.</param>
    /// <param name="Cost">What that cost.</param>
    private readonly record struct Turns(int First, int Second, double Cost);
}
