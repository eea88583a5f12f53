using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// The places, other than the next one of its stream, that a numbered piece can take in a damaged notice, and what each costs more: where copies of it
/// stand, in units whose headings the stream leaves out, beside a neighbour of its number.
/// </summary>
/// <param name="pieces">The pieces.</param>
/// <param name="families">Which of them say the same.</param>
/// <param name="nodes">The places.</param>
/// <param name="surroundings">The places around a number.</param>
/// <param name="missing">What missing numbers cost.</param>
internal sealed class OtherPlaces(
    NoticePiece[] pieces, PieceFamilies families, OutlineNodes nodes, NumberedSurroundings surroundings, MissingNumbers missing)
{
    private const int MostParentsOn = 2;
    private const int MostNeighbours = 4;
    private const int MostBetween = 4;

    /// <summary>A shorter item may be a formula that ends many lists (完成上级交办的其他工作任务), and tells nothing about where it belongs.</summary>
    private const int LeastTelling = 16;

    private readonly NumberingKind[] _between = new NumberingKind[MostBetween];
    private readonly SourceOutline _outline = new(pieces, families);
    private readonly List<(int Node, double Cost)> _found = [];

    /// <summary>The lists that stand whole.</summary>
    public required OwnLists Lists { get; init; }

    /// <summary>Which kinds of numbers stand in which.</summary>
    public required OutlineScheme Scheme { get; init; }

    /// <summary>The places, the ones with most evidence first; a place may be there twice.</summary>
    /// <param name="state">The reading.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="place">Where its stream stands.</param>
    /// <param name="holder">The unit that holds units of its kind there, or a root.</param>
    /// <param name="room">What costs more need not be found.</param>
    public List<(int Node, double Cost)> Find(PlacementState state, int piece, int place, int holder, double room)
    {
        _found.Clear();
        // One sentence may rightly stand at two places; of two in a row the copy tells where both belong.
        if (families.IsInRun(piece) && families.Traits.Weights[piece] >= LeastTelling && !Lists.Hold(piece)) AddAsCopiesStand(piece, place);
        AddNextParents(state, piece, holder, room);
        AddNeighbours(state, piece, place, room);
        AddSkipped(state, piece, holder);
        return _found;
    }

    /// <summary>What it costs that a stream goes on where a copy stands.</summary>
    private double WayCost(int from, int to) => nodes.Compare(from, to) <= 0 ? PlacementCosts.LeaveOut : PlacementCosts.BackToKnown;

    /// <summary>Where a later copy of it stands, behind marks that lead to it.</summary>
    private void AddAsCopiesStand(int piece, int place)
    {
        foreach (var copy in _outline.LaterCopies(piece))
        {
            if (pieces[copy].Mark.Kind != pieces[piece].Mark.Kind || pieces[copy].Mark.Value != pieces[piece].Mark.Value) continue;
            var node = _outline.PlaceOf(copy, nodes, nodes[place].Run);
            _found.Add((node, WayCost(place, node)));
        }
    }

    /// <summary>Under a later unit than the stream's last one, whose heading or beginning the stream leaves out.</summary>
    private void AddNextParents(PlacementState state, int piece, int holder, double room)
    {
        if (nodes[holder].IsRoot || PlacementCosts.LeaveOut > room) return;
        var cost = 0.0;
        for (var steps = 1; steps <= MostParentsOn; steps++)
        {
            var (parent, node, before) = surroundings.Behind(piece, holder, steps);
            cost += HeadingCost(state, parent);
            _found.Add((node, cost + missing.Skipped(state, pieces[piece].Mark.Value, before, 0)));
        }
    }

    /// <summary>Beside a unit whose number is one less or one more, wherever that is.</summary>
    private void AddNeighbours(PlacementState state, int piece, int place, double room)
    {
        if (PlacementCosts.LeaveOut + PlacementCosts.LeaveOut > room) return;
        foreach (var last in (ReadOnlySpan<int>)[families.Traits.BeforeWithLess[piece], families.Traits.BeforeWithMore[piece]])
        {
            var at = last;
            for (var count = 0; at >= state.Start && count < MostNeighbours; at = families.Traits.BeforeWithMark[at], count++)
            {
                var choice = state[at];
                if (choice.Of >= 0 || nodes[choice.Node].IsRoot) continue;
                var node = surroundings.Under(piece, nodes[choice.Node].Parent);
                var isForward = nodes.Compare(place, node) <= 0;
                _found.Add((node, isForward ? PlacementCosts.LeaveOut + PlacementCosts.LeaveOut : PlacementCosts.BackToNew));
            }
        }
    }

    /// <summary>Inside units of the kinds between, whose headings the stream leaves out: 2. right behind 三、 in its （一）.</summary>
    private void AddSkipped(PlacementState state, int piece, int holder)
    {
        var mark = pieces[piece].Mark;
        var count = Scheme.Between(mark.Kind, nodes[holder], _between);
        var (parent, cost) = (holder, 0.0);
        for (var i = count - 1; i > 0; i--)
        {
            parent = nodes.Child(parent, _between[i], 1);
            cost += HeadingCost(state, parent);
        }

        for (var value = 1; count > 0 && value <= MostParentsOn; value++)
        {
            var last = nodes.Child(parent, _between[0], value);
            var before = nodes.Find(last, mark.Kind, mark.Value - 1);
            _found.Add((surroundings.Under(piece, last), cost + (value * HeadingCost(state, last)) + missing.Skipped(state, mark.Value, before, 0)));
        }
    }

    private double HeadingCost(PlacementState state, int node) => missing.Stands(state, node) ? PlacementCosts.LeaveOut : PlacementCosts.MissingParent;
}
