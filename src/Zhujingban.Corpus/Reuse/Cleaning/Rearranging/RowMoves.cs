namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds what of a row may stand elsewhere: where the source goes on with something else than the row does, what follows there may belong behind what stands
/// before it, or that before what follows; or the two change places with what stands there.
/// </summary>
/// <param name="pieces">The pieces.</param>
/// <param name="seams">What follows what in the source.</param>
internal sealed class RowMoves(NoticePiece[] pieces, RowSeams seams)
{
    /// <summary>So many pieces go elsewhere together at most.</summary>
    private const int Longest = 60;

    /// <summary>Of the parts that may go to one place, the ones that part fewest neighbours.</summary>
    private const int MostOfPlace = 12;

    /// <summary>More neighbours than one are seldom parted for one move, or for one exchange.</summary>
    private const double MostParted = 1.05;

    /// <summary>Fewest neighbours parted first, of these the ones with the shortest part.</summary>
    private static readonly Comparison<(double Parted, RowMove Move)> ByParted = (one, other) =>
        one.Parted.CompareTo(other.Parted) is not 0 and var order ? order : one.Move.Shorter.CompareTo(other.Move.Shorter);

    private readonly List<(double Parted, RowMove Move)> _found = [];

    /// <summary>The moves, each once, and how much more they part in the source than they join.</summary>
    public List<(double Parted, RowMove Move)> Find(NoticeRow row)
    {
        var (places, moves, tried) = (row.Places(), new List<(double, RowMove)>(), new HashSet<RowMove>());
        var (said, last, farthest) = (new HashSet<int>(), -1, -1);
        for (var piece = 0; piece < row.Said.Length; piece++)
        {
            if (piece + 1 < row.Said.Length && seams.Tells(row.Said, piece)) FindBetween(row, places[row.Said[piece]], places[row.Said[piece + 1]], moves, tried);
            if (!said.Add(row.Said[piece])) continue;
            // A window goes back over what has been said, and then on.
            var place = places[row.Said[piece]];
            if (last >= 0 && last + 1 < piece)
            {
                FindBetween(row, places[row.Said[last]], place, moves, tried);
                FindBetween(row, farthest, place, moves, tried);
            }

            (last, farthest) = (piece, Math.Max(farthest, place));
        }

        return moves;
    }

    /// <summary>What begins at one place goes behind another, or what ends there before the first.</summary>
    private void FindBetween(NoticeRow row, int one, int other, List<(double, RowMove)> moves, HashSet<RowMove> tried)
    {
        if (other == one + 1 || pieces[row.Pieces[other]].IsFrame) return;
        for (var last = other; last < row.Pieces.Length && last - other < Longest && last != one && IsBody(row, last); last++) Consider(row, other, last, one);
        TakeBest(moves, tried);
        for (var first = one; first >= 0 && one - first < Longest && first != other && IsBody(row, first); first--) Consider(row, first, one, other - 1);
        TakeBest(moves, tried);
    }

    /// <summary>
    /// The parts that may change places: where the source goes on with something else than the row does, what stands there and what follows there. Each ends
    /// where the source has no such neighbours, or has them once and at the start of a line.
    /// </summary>
    public List<(double Parted, RowMove Move)> FindExchanges(NoticeRow row)
    {
        var (places, moves, tried) = (row.Places(), new List<(double, RowMove)>(), new HashSet<RowMove>());
        var ends = Enumerable.Range(0, row.Pieces.Length).Where(at => seams.Joined(At(row, at), At(row, at + 1)) <= RearrangingCosts.SeamAtLine).ToArray();
        for (var piece = 0; piece + 1 < row.Said.Length; piece++)
        {
            var (one, other) = (places[row.Said[piece]] + 1, places[row.Said[piece + 1]]);
            if (one == other || !seams.Tells(row.Said, piece)) continue;
            var (first, second) = (Math.Min(one, other), Math.Max(one, other));
            foreach (var last in EndsFrom(row, ends, first).TakeWhile(end => end < second - 1))
            {
                foreach (var otherLast in EndsFrom(row, ends, second)) Consider(row, new RowMove(first, last, second, otherLast));
            }

            TakeBest(moves, tried);
        }

        return moves;
    }

    /// <summary>Where a part that begins at a place may end: there nothing of the head or foot stands in it.</summary>
    private IEnumerable<int> EndsFrom(NoticeRow row, int[] ends, int first)
    {
        var next = Array.BinarySearch(ends, first);
        if (next < 0) next = ~next;
        for (var at = first; next < ends.Length && ends[next] - first < Longest; next++)
        {
            for (; at <= ends[next]; at++)
            {
                if (!IsBody(row, at)) yield break;
            }

            yield return ends[next];
        }
    }

    private bool IsBody(NoticeRow row, int at) => !pieces[row.Pieces[at]].IsFrame;

    private void Consider(NoticeRow row, int first, int last, int behind)
    {
        if (behind != first - 1 && (behind < first || behind > last)) Consider(row, RowMove.Behind(first, last, behind));
    }

    private void Consider(NoticeRow row, in RowMove move)
    {
        var parted = 0.0;
        foreach (var (one, other, sign) in move.Changes(stackalloc (int, int, int)[RowMove.MostChanges])) parted -= sign * seams.Joined(At(row, one), At(row, other));
        if (parted <= MostParted) _found.Add((parted, move));
    }

    private static int At(NoticeRow row, int at) => at >= 0 && at < row.Pieces.Length ? row.Pieces[at] : -1;

    private void TakeBest(List<(double, RowMove)> moves, HashSet<RowMove> tried)
    {
        _found.Sort(ByParted);
        for (var i = 0; i < _found.Count && i < MostOfPlace; i++)
        {
            if (tried.Add(_found[i].Move)) moves.Add(_found[i]);
        }

        _found.Clear();
    }
}
