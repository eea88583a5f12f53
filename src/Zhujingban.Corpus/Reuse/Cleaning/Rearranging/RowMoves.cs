namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds what of a row may stand elsewhere: where the source goes on with something else than the row does, what follows there may belong behind what stands
/// before it, or that before what follows.
/// </summary>
/// <param name="pieces">The pieces.</param>
/// <param name="seams">What follows what in the source.</param>
internal sealed class RowMoves(NoticePiece[] pieces, RowSeams seams)
{
    /// <summary>So many pieces go elsewhere together at most.</summary>
    private const int Longest = 60;

    /// <summary>Of the parts that may go to one place, the ones that part fewest neighbours.</summary>
    private const int MostOfPlace = 12;

    /// <summary>More neighbours than one are seldom parted for one move.</summary>
    private const double MostParted = 1.05;

    /// <summary>Fewest neighbours parted first, of these the shortest.</summary>
    private static readonly Comparison<(double Parted, RowMove Move)> ByParted = (one, other) =>
        one.Parted.CompareTo(other.Parted) is not 0 and var order ? order : (one.Move.Last - one.Move.First).CompareTo(other.Move.Last - other.Move.First);

    private readonly List<(double Parted, RowMove Move)> _found = [];

    /// <summary>The moves, each once, and how much more they part in the source than they join.</summary>
    public List<(double Parted, RowMove Move)> Find(NoticeRow row)
    {
        var (places, moves, tried) = (row.Places(), new List<(double, RowMove)>(), new HashSet<RowMove>());
        for (var piece = 0; piece + 1 < row.Said.Length; piece++)
        {
            var (one, other) = (places[row.Said[piece]], places[row.Said[piece + 1]]);
            if (other == one + 1 || !seams.Tells(row.Said, piece) || pieces[row.Said[piece + 1]].IsFrame) continue;
            for (var last = other; last < row.Pieces.Length && last - other < Longest && last != one && IsBody(row, last); last++) Consider(row, new RowMove(other, last, one));
            TakeBest(moves, tried);
            for (var first = one; first >= 0 && one - first < Longest && first != other && IsBody(row, first); first--) Consider(row, new RowMove(first, one, other - 1));
            TakeBest(moves, tried);
        }

        return moves;
    }

    private bool IsBody(NoticeRow row, int at) => !pieces[row.Pieces[at]].IsFrame;

    private void Consider(NoticeRow row, RowMove move)
    {
        if (move.Behind == move.First - 1 || (move.Behind >= move.First && move.Behind <= move.Last)) return;
        var (before, first, last, behind) = (At(row, move.First - 1), At(row, move.First), At(row, move.Last), At(row, move.Last + 1));
        var (left, right) = (At(row, move.Behind), At(row, move.Behind + 1));
        var parted = seams.Joined(before, first) + seams.Joined(last, behind) + seams.Joined(left, right)
            - seams.Joined(left, first) - seams.Joined(last, right) - seams.Joined(before, behind);
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
