namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// The cheapest steps to take, one for each way and the earlier one where two cost the same, held in order while they are found: what the others may cost
/// at most is known before they are made.
/// </summary>
/// <param name="width">So many steps are taken.</param>
/// <param name="margin">What a step may cost more than the cheapest.</param>
internal sealed class BestSteps(int width, double margin)
{
    private readonly PlacementStep[] _steps = new PlacementStep[width];
    private readonly long[] _ways = new long[width];

    /// <summary>The cheapest first: what each costs, and where it is kept.</summary>
    private readonly (double Cost, int Slot)[] _order = new (double, int)[width];

    /// <summary>How many steps are held.</summary>
    public int Count { get; private set; }

    /// <summary>What costs more is not taken.</summary>
    public double Most { get; private set; } = double.MaxValue;

    /// <summary>A step, the cheapest first.</summary>
    public ref readonly PlacementStep this[int rank] => ref _steps[_order[rank].Slot];

    /// <summary>Begins anew.</summary>
    public void Clear() => (Count, Most) = (0, double.MaxValue);

    /// <summary>Takes a step if it is among the best so far.</summary>
    public void Add(in PlacementStep step)
    {
        if (step.Cost > Most) return;
        var way = step.Way;
        var slot = _ways.AsSpan(0, Count).IndexOf(way);
        var rank = Count;
        if (slot >= 0)
        {
            if (step.Cost >= _steps[slot].Cost) return;
            rank = RankOf(slot);
        }
        else if (Count < width)
        {
            slot = Count++;
        }
        else
        {
            if (step.Cost >= _order[width - 1].Cost) return;
            rank = width - 1;
            slot = _order[rank].Slot;
        }

        for (; rank > 0 && _order[rank - 1].Cost > step.Cost; rank--) _order[rank] = _order[rank - 1];
        _order[rank] = (step.Cost, slot);
        (_ways[slot], _steps[slot]) = (way, step);
        Most = _order[0].Cost + margin;
        if (Count == width) Most = Math.Min(Most, _order[width - 1].Cost);
    }

    /// <summary>Leaves out what turned out to cost too much more than the cheapest.</summary>
    public void Finish()
    {
        while (_order[Count - 1].Cost > Most) Count--;
    }

    private int RankOf(int slot)
    {
        var rank = 0;
        while (_order[rank].Slot != slot) rank++;
        return rank;
    }
}
