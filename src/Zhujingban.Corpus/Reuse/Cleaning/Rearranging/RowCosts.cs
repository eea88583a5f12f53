namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What a row costs: the neighbours that it parts, how little they have in common, what it says twice, what does not follow as announced, what its numbers lack, and how the
/// streams of the source wander through it. What is dear to count comes last, and is not counted where there is no room for it.
/// </summary>
/// <param name="seams">What follows what in the source.</param>
/// <param name="cohesion">What its neighbours have in common.</param>
/// <param name="repeats">What a row says twice.</param>
/// <param name="neighbours">Which neighbours go together.</param>
/// <param name="numbers">How its numbers are read.</param>
/// <param name="streams">How the source runs through it.</param>
internal sealed class RowCosts(RowSeams seams, RowCohesion cohesion, RowRepeats repeats, RowNeighbours neighbours, RowNumbers numbers, RowStreams streams)
{
    /// <summary>Sums that differ less may be the same.</summary>
    private const double Tie = 1e-6;

    /// <summary>The row that others are compared with, what its neighbours cost, what they have in common of that, and whether it says anything twice.</summary>
    private int[] _compared = [];
    private double _besideEachOther;
    private double _inCommon;
    private bool _repeatsItself;

    /// <summary>What a row costs; more than there is room for need not be counted to the end.</summary>
    public double Of(NoticeRow row, double room) => Of(row, cohesion.CostOf(row.Pieces), room);

    /// <summary>
    /// What a row costs that takes other pieces for copies than the one that others are compared with. What pieces have in common tells where they stand, not
    /// which of two such rows is likelier: it counts as it does in that row.
    /// </summary>
    public double OfCopies(NoticeRow row, double room) => Of(row, _inCommon, room);

    private double Of(NoticeRow row, double inCommon, double room)
    {
        var cost = seams.CostOf(row.Pieces) + inCommon;
        if (cost < room) cost += repeats.CostOf(row.Pieces);
        if (cost < room) cost += neighbours.CostOf(row.Pieces);
        if (cost < room) cost += numbers.CostOf(row.Pieces, room - cost);
        return cost < room ? cost + streams.CostOf(row, room - cost) : cost;
    }

    /// <summary>Takes down what rows with a part of this one elsewhere have in common with it.</summary>
    public void CompareWith(NoticeRow row)
    {
        numbers.CompareWith(row.Pieces);
        _compared = row.Pieces;
        _inCommon = cohesion.CostOf(row.Pieces);
        _besideEachOther = seams.CostOf(row.Pieces) + neighbours.CostOf(row.Pieces) + _inCommon;
        _repeatsItself = repeats.CostOf(row.Pieces) > 0;
    }

    /// <summary>
    /// False for a row with a part elsewhere that costs more than there is room for. What its neighbours cost is known from what it changes, but not in the order
    /// of the sum: what seems just too much may be just enough.
    /// </summary>
    /// <param name="moved">The row.</param>
    /// <param name="move">What has moved since <see cref="CompareWith"/>.</param>
    /// <param name="parted">How much more that parts in the source than it joins.</param>
    /// <param name="room">How much it may cost.</param>
    public bool MayBeBelow(NoticeRow moved, in RowMove move, double parted, double room)
    {
        var cost = _besideEachOther + parted + neighbours.ChangeOf(_compared, move) + cohesion.ChangeOf(_compared, moved.Pieces, move) - Tie;
        if (cost < room && _repeatsItself) cost += repeats.CostOf(moved.Pieces);
        if (cost < room) cost += numbers.CostOf(moved.Pieces, room - cost);
        return cost < room && cost + streams.CostOf(moved, room - cost) < room;
    }
}
