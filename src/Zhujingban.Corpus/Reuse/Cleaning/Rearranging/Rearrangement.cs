namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Looks at a damaged notice as a whole, once every piece has a place. The search for places reads from the beginning to the end, and knows of what comes
/// later nothing; here parts of the notice go elsewhere, what is kept twice is made one, and a copy gets a place of its own, as long as the whole gets likelier: fewer neighbours in
/// the source are parted, its streams go on where they stopped, and the numbers are in order.
/// </summary>
internal sealed class Rearrangement
{
    /// <summary>A longer text is no notice, and few laws are: it stays as it was placed.</summary>
    private const int MostPieces = 4_000;

    /// <summary>How many pieces are looked at in all; then what is found so far has to do. A notice of two hundred pieces needs less than half of it.</summary>
    private const long MostWork = 8_000_000;

    /// <summary>What it costs for each piece to find the moves, and to count the neighbours anew, beside looking at it once.</summary>
    private const int WorkOfMoves = 64;
    private const int WorkOfMerge = 4;

    private readonly string _text;
    private readonly Placement _placement;
    private readonly RowSeams _seams;
    private readonly RowNumbers _numbers;
    private readonly DoubtfulCopies _doubtful;
    private readonly RowRepeats _repeats;
    private readonly RowMoves _moves;
    private readonly RowSplits _splits;
    private readonly RowCosts _costs;
    private NoticeRow _row;
    private double _cost;
    private long _work = MostWork;

    /// <summary>The best of the rows that have been tried since, and what it costs.</summary>
    private NoticeRow _best;
    private double _least;

    private Rearrangement(string text, Placement placement)
    {
        (_text, _placement) = (text, placement);
        var (pieces, families) = (placement.Pieces, placement.Families);
        var ends = new CutEnds(families, pieces.Length);
        _best = _row = PlacedRow.Of(placement);
        _seams = new RowSeams(pieces, ends);
        _numbers = new RowNumbers(placement, _row);
        _doubtful = new DoubtfulCopies(text, pieces, families, _row.Pieces);
        _repeats = new RowRepeats(text, pieces, families, _doubtful);
        _moves = new RowMoves(pieces, _seams);
        _splits = new RowSplits(text, pieces, families);
        _costs = new RowCosts(_seams, new RowCohesion(text, pieces, _row), _repeats, new RowNeighbours(text, pieces, families), _numbers, new RowStreams(pieces, ends));
        _seams.Count(_row.Said);
        _cost = _costs.Of(_row, double.MaxValue);
    }

    /// <summary>The placement with its parts where the whole notice is likeliest.</summary>
    public static Placement Settle(string text, Placement placement)
    {
        if (placement.AsItStands || placement.Pieces.Length > MostPieces) return placement;
        var rearrangement = new Rearrangement(text, placement);
        var first = rearrangement._row;
        while (rearrangement._work > 0 && (rearrangement.Improve() || rearrangement.ImproveInSteps()))
        {
        }

        var settled = rearrangement._row == first ? placement : rearrangement.Place();
        return settled with { WholeCost = rearrangement._cost };
    }

    /// <summary>Takes the change that saves most, if any does.</summary>
    private bool Improve()
    {
        (_best, _least) = (_row, _cost - RearrangingCosts.LeastGain);
        TryMoves(_moves.Find(_row));
        TryMerges();
        _seams.Count(_best.Said);
        if (_best == _row && _work > 0) TryMoves(_moves.FindExchanges(_row));
        if (_best == _row && _work > 0)
        {
            TrySplits();
            _seams.Count(_best.Said);
        }

        // What a row of other copies has in common is known only now: it must save something with that, too, or one change would undo another for ever.
        var cost = _best == _row ? _cost : _costs.Of(_best, double.MaxValue);
        if (cost < _cost)
        {
            (_row, _cost) = (_best, cost);
            return true;
        }

        _seams.Count(_row.Said);
        return false;
    }

    /// <summary>Takes a move that saves nothing by itself, where others save more behind it.</summary>
    private bool ImproveInSteps()
    {
        var (row, cost) = (_row, _cost);
        foreach (var (near, nearCost) in FindNear())
        {
            (_row, _cost) = (near, nearCost);
            while (_work > 0 && Improve())
            {
            }

            if (_cost <= cost - RearrangingCosts.LeastGainInSteps) return true;
            (_row, _cost) = (row, cost);
            _seams.Count(_row.Said);
        }

        return false;
    }

    /// <summary>The rows one move away that cost little more, the likeliest first.</summary>
    private List<(NoticeRow Row, double Cost)> FindNear()
    {
        _work -= WorkOfMoves * (long)_row.Said.Length;
        _costs.CompareWith(_row);
        var room = _cost + RearrangingCosts.MostLost;
        var near = new List<(NoticeRow Row, double Cost)>();
        foreach (var (parted, move) in _moves.Find(_row).Concat(_moves.FindExchanges(_row)))
        {
            if (_work <= 0) break;
            _work -= _row.Said.Length;
            var moved = _row.With(move);
            if (!_costs.MayBeBelow(moved, move, parted, room)) continue;
            var cost = _costs.Of(moved, room);
            if (cost < room) near.Add((moved, cost));
        }

        return near.OrderBy(row => row.Cost).Take(RearrangingCosts.MostTried).ToList();
    }

    private void TryMoves(List<(double Parted, RowMove Move)> moves)
    {
        _work -= WorkOfMoves * (long)_row.Said.Length;
        _costs.CompareWith(_row);
        foreach (var (parted, move) in moves)
        {
            if (_work <= 0) return;
            var moved = _row.With(move);
            if (_costs.MayBeBelow(moved, move, parted, Math.Min(_least, _cost - RearrangingCosts.LeastGain))) Compare(moved);
            else _work -= _row.Said.Length;
        }
    }

    private void TryMerges()
    {
        foreach (var merge in _repeats.FindMerges(_row))
        {
            if (_work <= 0) return;
            CompareCopies(_row.With(merge), merge.LeastGain);
        }
    }

    private void TrySplits()
    {
        foreach (var split in _splits.Find(_row))
        {
            if (_work <= 0) return;
            CompareCopies(_row.With(split), RearrangingCosts.LeastGain);
        }
    }

    /// <summary>The same as <see cref="Compare"/> of a row that takes other pieces for copies: it has other neighbours.</summary>
    private void CompareCopies(NoticeRow row, double leastGain)
    {
        _seams.Count(row.Said);
        _work -= (WorkOfMerge + 1) * (long)_row.Said.Length;
        var room = Math.Min(_least, _cost - leastGain);
        if (_costs.OfCopies(row, room) is var cost && cost < room) (_best, _least) = (row, cost);
    }

    /// <summary>Takes a row down that costs less than the best one so far, and saves enough. What is not less than the room may not have been counted to the end.</summary>
    private void Compare(NoticeRow row)
    {
        _work -= row.Said.Length;
        var room = Math.Min(_least, _cost - RearrangingCosts.LeastGain);
        if (_costs.Of(row, room) is var cost && cost < room) (_best, _least) = (row, cost);
    }

    private Placement Place()
    {
        var copies = _doubtful.Pairs.Where(pair => _row.Said[pair.One] == _row.Said[pair.Other]);
        return PlacedRow.Place(_row, _placement, _numbers.PlacesOf(_row)) with { Families = _placement.Families.WithCopies(_text, _placement.Pieces, copies) };
    }
}
