namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What a row costs whose sentences have less in common with those around them than neighbours in the source have. Sentences beside each other speak of one thing, and share words
/// (Hearst, TextTiling, 1997). How much they do so is learnt from the source itself, whose neighbours are mostly true ones: of one notice it tells much, of another nothing.
/// </summary>
internal sealed class RowCohesion
{
    /// <summary>So far apart pieces have words in common for standing near each other.</summary>
    private const int Farthest = 3;

    /// <summary>Of a longer row nothing is asked: room grows with its square.</summary>
    private const int MostPieces = 1_000;

    /// <summary>What is thought of a notice before it is read: by how many standard deviations neighbours have more in common, by their distance, and this deviation.</summary>
    private static readonly double[] UsualDifference = [0, 0.6, 0.36, 0.24];
    private const double UsualDeviation = 0.18;

    /// <summary>So many neighbours must be read to count for as much as what is thought before.</summary>
    private const int UsualPieces = 50;

    /// <summary>From fewer nothing is learnt.</summary>
    private const int FewestPieces = 8;

    /// <summary>A greater difference is as good as this.</summary>
    private const double MostDifference = 2;

    /// <summary>Pieces farther apart than this are neighbours of neither; so many distances are asked, over the whole length of the source.</summary>
    private const int Far = 5;
    private const int FarDistances = 4;

    private readonly PieceCohesion? _cohesion;

    /// <summary>
    /// For each distance the middle between what neighbours and others have in common, and what it costs to have less than that by one: the logarithm of how much likelier others are
    /// to have so little, both being spread as a normal distribution with one deviation.
    /// </summary>
    private readonly double[] _costs = new double[Farthest + 1];
    private readonly double[] _middles = new double[Farthest + 1];

    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="row">What stands for each.</param>
    public RowCohesion(string text, NoticePiece[] pieces, NoticeRow row)
    {
        if (row.Pieces.Length > MostPieces) return;
        _cohesion = new PieceCohesion(text, pieces, row);
        var others = Sample(row, Enumerable.Range(1, FarDistances).Select(i => Math.Max(Far + i, pieces.Length * i / (FarDistances + 1))));
        var deviation = Math.Sqrt(((others.Count * others.Deviation * others.Deviation) + (UsualPieces * UsualDeviation * UsualDeviation)) / (others.Count + UsualPieces));
        for (var distance = 1; distance <= Farthest; distance++)
        {
            var near = Sample(row, [distance]);
            if (near.Count < FewestPieces || others.Count < FewestPieces) continue;
            var difference = ((near.Count * (near.Mean - others.Mean) / deviation) + (UsualPieces * UsualDifference[distance])) / (near.Count + UsualPieces);
            _costs[distance] = RearrangingCosts.LikelierApart * Math.Clamp(difference, 0, MostDifference) / deviation;
            _middles[distance] = (near.Mean + others.Mean) / 2;
        }
    }

    /// <summary>What a row costs; less than nothing where its neighbours have more in common than others.</summary>
    public double CostOf(int[] row)
    {
        var cost = 0.0;
        for (var distance = 1; distance <= Farthest; distance++) cost += CostOf(row, distance, 0, row.Length - 1);
        return cost;
    }

    /// <summary>What a row costs more after a move.</summary>
    /// <param name="row">The row.</param>
    /// <param name="moved">The row after it.</param>
    /// <param name="move">The move.</param>
    public double ChangeOf(int[] row, int[] moved, in RowMove move)
    {
        var (before, length, otherLength) = (move.First - 1, move.Last - move.First + 1, move.OtherLast - move.OtherFirst + 1);
        return CostAcross(moved, [before, before + otherLength, move.OtherLast - length, move.OtherLast]) - CostAcross(row, [before, move.Last, move.OtherFirst - 1, move.OtherLast]);
    }

    /// <summary>What those pieces cost together of which one stands behind one of some places, and the other one not; the places rise.</summary>
    private double CostAcross(int[] row, ReadOnlySpan<int> places)
    {
        var cost = 0.0;
        for (var distance = 1; distance <= Farthest; distance++)
        {
            var counted = -1;
            foreach (var place in places)
            {
                cost += CostOf(row, distance, Math.Max(counted + 1, place - distance + 1), place);
                counted = place;
            }
        }

        return cost;
    }

    /// <summary>What pieces cost with those that stand so far behind them.</summary>
    private double CostOf(int[] row, int distance, int first, int last)
    {
        if (_costs[distance] == 0) return 0;
        var cost = 0.0;
        for (var at = first; at <= last && at + distance < row.Length; at++) cost += CostOf(row[at], row[at + distance], distance);
        return cost;
    }

    private double CostOf(int one, int other, int distance) =>
        _cohesion!.Of(one, other) is var cohesion and not PieceCohesion.Nothing ? _costs[distance] * (_middles[distance] - cohesion) : 0;

    /// <summary>What the pieces of a row have in common with what stands so far behind them in the source.</summary>
    private (int Count, double Mean, double Deviation) Sample(NoticeRow row, IEnumerable<int> distances)
    {
        var (count, sum, squares) = (0, 0.0, 0.0);
        foreach (var distance in distances)
        {
            for (var piece = 0; piece + distance < row.Said.Length; piece++)
            {
                if (row.Said[piece] != piece) continue;
                var cohesion = _cohesion!.Of(piece, piece + distance);
                if (cohesion == PieceCohesion.Nothing) continue;
                count++;
                sum += cohesion;
                squares += cohesion * cohesion;
            }
        }

        if (count == 0) return (0, 0, 0);
        var mean = sum / count;
        return (count, mean, Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean))));
    }
}
