using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>The places that a numbered piece can take, by its number and the place of the stream that it continues.</summary>
internal sealed class NumberedPlaces(
    NoticePiece[] pieces, PieceFamilies families, OutlineNodes nodes, PlacedPieces placed, bool asItStands)
{
    private const int MostParentsOn = 2;
    private const int MostCounted = 6;
    private const int MostNeighbours = 4;
    private const int MostAgain = 3;

    /// <summary>A shorter item may be a formula that ends many lists (完成上级交办的其他工作任务), and tells nothing about where it belongs.</summary>
    private const int LeastTelling = 16;

    /// <summary>Branches of containers, which are told apart by where they stand: 第一节 is in every chapter.</summary>
    private const int ContainerBranches = 1_000_000;

    private readonly List<int> _tried = [];
    private readonly List<int> _chain = [];

    private readonly NumberedSurroundings _surroundings = new(pieces, nodes);
    private readonly SourceOutline _outline = new(pieces, families);
    private readonly OwnLists? _lists = asItStands ? null : new(pieces, families);

    /// <summary>Adds the places with what they cost.</summary>
    /// <param name="state">The state that goes on.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="stream">The stream that it continues.</param>
    /// <param name="place">The place of the stream.</param>
    /// <param name="cost">What the stream costs.</param>
    /// <param name="again">What it costs that the piece says again what stands elsewhere.</param>
    /// <param name="room">What costs more need not be found.</param>
    /// <param name="found">Where the places are added.</param>
    public void Add(PlacementState state, int piece, int stream, int place, double cost, double again, double room, List<(PieceChoice Choice, double Cost)> found)
    {
        _tried.Clear();
        var mark = pieces[piece].Mark;
        var ask = new Ask(state, piece, mark, stream, place, room + PlacementCosts.MostGivenBack, found);
        if (NumberingKinds.IsContainer(mark.Kind))
        {
            var node = nodes.Child(nodes.Root(nodes[place].Run), mark.Kind, mark.Value, ContainerBranches + piece);
            found.Add((new PieceChoice(node, -1, stream), cost + again));
            return;
        }

        if (nodes[place].IsEnd)
        {
            AddRun(ask, cost + again);
            return;
        }

        var around = _surroundings.At(piece, place);
        if (AddUnder(ask, around, cost, again) || asItStands) return;
        // One sentence may rightly stand at two places; of two in a row the copy tells where both belong.
        if (families.IsInRun(piece) && families.Weights[piece] >= LeastTelling && !_lists!.Hold(piece)) AddAsCopiesStand(ask, cost + again);
        AddNextParents(ask, around.Holder, cost + again);
        AddNeighbours(ask, cost + again);
    }

    /// <summary>The piece goes on with the units under a holder, or begins them anew.</summary>
    /// <returns>True when it is the very unit that is due.</returns>
    private bool AddUnder(in Ask ask, in PlacesAround around, double cost, double again)
    {
        var mark = ask.Mark;
        var (holder, last, list, node, before) = around;
        if (mark.Value > last || (mark.Value == last && mark.Branch > 0))
        {
            var gap = (RunsThrough(ask, around) ? 0 : GapCost(ask, before, last)) + OrphanCost(mark.Kind, holder);
            var isAlone = again <= PlacementCosts.MostRepeated && (asItStands || !families.IsInRun(ask.Piece));
            var due = gap == 0 && (isAlone || (_lists?.Hold(ask.Piece) ?? false)) ? Math.Min(again, PlacementCosts.SaidAgainInOrder(families.Weights[ask.Piece])) : again;
            return Try(ask, node, cost + gap + due, canRepeat: true) && gap == 0;
        }

        if (mark.Value == 1 && (!nodes[holder].IsRoot || asItStands))
            Try(ask, nodes.Child(holder, mark.Kind, 1, mark.Branch, list + 1), cost + again + NewListCost(ask, node));
        if (Occupant(ask, node) < 0) Try(ask, node, cost + again + PlacementCosts.BackToNew);
        else Try(ask, node, cost + again + (asItStands ? TwiceAsItStands(ask, node) - PlacementCosts.NumberTwice : 0), canRepeat: true);
        if (nodes[holder].IsRoot) AddRun(ask, cost + again);
        return false;
    }

    /// <summary>Another list begins: an undamaged notice has many, but only a formula begins two that follow each other.</summary>
    private double NewListCost(in Ask ask, int first)
    {
        if (!asItStands) return PlacementCosts.NewList;
        var mayRepeat = ask.Mark.Kind > families.HighestMark && families.Weights[ask.Piece] <= PlacementCosts.ShortItem;
        return mayRepeat || !SaysTheSame(ask, first) ? PlacementCosts.LeaveOut : PlacementCosts.NumberAgain;
    }

    private double TwiceAsItStands(in Ask ask, int node) => SaysTheSame(ask, node) ? PlacementCosts.NumberAgain : PlacementCosts.BackToKnown;

    private bool SaysTheSame(in Ask ask, int node) => Occupant(ask, node) is >= 0 and var occupant && families.FamilyOf(occupant) == families.FamilyOf(ask.Piece);

    /// <summary>True when a place is the very next one for a stream that reads on.</summary>
    public bool IsNext(int place, int node)
    {
        if (nodes[node].IsRoot) return false;
        var holder = nodes[node].Parent;
        if (nodes[node].IsEnd) return true;
        return nodes.HolderOf(nodes[node].Kind, place) == holder && nodes.NumberUnder(holder, nodes[node].Kind, place) + 1 == nodes[node].Value;
    }

    /// <summary>The piece could stand where a later copy of it stands, behind marks that lead to it.</summary>
    private void AddAsCopiesStand(in Ask ask, double cost)
    {
        foreach (var copy in _outline.LaterCopies(ask.Piece))
        {
            if (pieces[copy].Mark.Kind != pieces[ask.Piece].Mark.Kind || pieces[copy].Mark.Value != pieces[ask.Piece].Mark.Value) continue;
            var node = NodeOf(copy, nodes[ask.Place].Run);
            Try(ask, node, cost + (nodes.Compare(ask.Place, node) <= 0 ? PlacementCosts.LeaveOut : PlacementCosts.BackToKnown));
        }
    }

    /// <summary>The place to which the marks before a piece lead.</summary>
    private int NodeOf(int piece, int run)
    {
        _chain.Clear();
        for (; piece >= 0; piece = _outline.Above(piece)) _chain.Add(piece);
        var node = nodes.Root(run);
        for (var i = _chain.Count - 1; i >= 0; i--) node = nodes.Child(node, pieces[_chain[i]].Mark.Kind, pieces[_chain[i]].Mark.Value, pieces[_chain[i]].Mark.Branch);
        return node;
    }

    /// <summary>The piece could stand under a later unit than the stream's last one, whose heading or beginning the stream leaves out.</summary>
    private void AddNextParents(in Ask ask, int holder, double cost)
    {
        if (nodes[holder].IsRoot || cost + PlacementCosts.LeaveOut > ask.Room) return;
        for (var steps = 1; steps <= MostParentsOn; steps++)
        {
            var (parent, node, before) = _surroundings.Behind(ask.Piece, holder, steps);
            cost += Stands(ask, parent) ? PlacementCosts.LeaveOut : PlacementCosts.MissingParent;
            Try(ask, node, cost + GapCost(ask, before, 0));
        }
    }

    /// <summary>The piece could stand beside a unit whose number is one less or one more, wherever that is.</summary>
    private void AddNeighbours(in Ask ask, double cost)
    {
        if (cost + PlacementCosts.LeaveOut + PlacementCosts.LeaveOut > ask.Room) return;
        foreach (var last in (ReadOnlySpan<int>)[families.BeforeWithLess[ask.Piece], families.BeforeWithMore[ask.Piece]])
        {
            var at = last;
            for (var count = 0; at >= ask.State.Start && count < MostNeighbours; at = families.BeforeWithMark[at], count++)
            {
                var choice = ask.State[at];
                if (choice.Of >= 0 || nodes[choice.Node].IsRoot) continue;
                var node = Under(ask, nodes[choice.Node].Parent);
                var isForward = nodes.Compare(ask.Place, node) <= 0;
                Try(ask, node, cost + (isForward ? PlacementCosts.LeaveOut + PlacementCosts.LeaveOut : PlacementCosts.BackToNew));
            }
        }
    }

    /// <summary>Numbers begin anew: an attachment has numbers of its own.</summary>
    private void AddRun(in Ask ask, double cost)
    {
        var mark = ask.Mark;
        var run = nodes[ask.Place].Run;
        cost += nodes[ask.Place].IsEnd ? PlacementCosts.AnnouncedRun : PlacementCosts.NewRun;
        if (mark.Value > 1) cost += PlacementCosts.Hole;
        for (var step = 1; step <= MostParentsOn; step++)
        {
            if (Try(ask, Under(ask, nodes.Root(run + step)), cost)) return;
        }
    }

    /// <summary>Takes a place for the piece when nothing else stands there.</summary>
    /// <returns>True when the place is free.</returns>
    private bool Try(in Ask ask, int node, double cost, bool canRepeat = false)
    {
        if (_tried.Contains(node)) return true;
        _tried.Add(node);
        var occupant = Occupant(ask, node);
        // What says the same stands there already: that is another kind of candidate.
        if (occupant >= 0 && families.FamilyOf(occupant) == families.FamilyOf(ask.Piece) && !asItStands) return false;
        var isFree = occupant < 0;
        if (isFree) cost -= Refund(ask, node);
        for (var again = 0; occupant >= 0 && canRepeat && again < MostAgain; again++)
        {
            node = nodes.Again(node);
            occupant = Occupant(ask, node);
        }

        if (!isFree && !canRepeat) return false;
        ask.Found.Add((new PieceChoice(node, -1, ask.Stream), cost + (isFree ? 0 : PlacementCosts.NumberTwice)));
        return isFree;
    }

    /// <summary>The piece's place under another one.</summary>
    private int Under(in Ask ask, int parent) => _surroundings.Under(ask.Piece, parent);

    private int Occupant(in Ask ask, int node) => placed.OccupantOf(ask.State, node);

    private bool Stands(in Ask ask, int node) => node >= 0 && Occupant(ask, node) >= 0;

    /// <summary>Numbers that run through the document go on under the next heading.</summary>
    private bool RunsThrough(in Ask ask, in PlacesAround around)
    {
        var holder = around.Holder;
        if (ask.Mark.Value == 1 || nodes[holder].IsRoot || around.Last > 0) return false;
        var before = families.BeforeWithLess[ask.Piece];
        if (before < ask.State.Start) return false;
        var choice = ask.State[before];
        return choice.Stream == ask.Stream && !nodes[choice.Node].IsRoot && nodes[nodes[choice.Node].Parent].Parent == nodes[holder].Parent
            && nodes[choice.Node].Parent != holder && nodes[nodes[choice.Node].Parent].Value == nodes[holder].Value - 1;
    }

    /// <summary>（一） at the root of a notice that has 一、 elsewhere has lost the heading over it.</summary>
    private double OrphanCost(NumberingKind kind, int holder) =>
        !asItStands && nodes[holder].IsRoot && kind > families.HighestMark ? PlacementCosts.MissingParent + PlacementCosts.LeaveOut : 0;

    /// <summary>What skipping numbers costs: little where another copy has them, else a hole.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="before">The place of the number before.</param>
    /// <param name="last">The last number that stands there.</param>
    private double GapCost(in Ask ask, int before, int last)
    {
        var skipped = ask.Mark.Value - last - 1;
        if (skipped <= 0) return 0;
        return Stands(ask, before)
            ? PlacementCosts.LeaveOut
            : PlacementCosts.Hole + (PlacementCosts.HoleNumber * Math.Min(skipped, MostCounted));
    }

    /// <summary>What a piece at a free place makes good: a hole before the next number, a heading that was missing over what stands already.</summary>
    private double Refund(in Ask ask, int node)
    {
        var place = nodes[node];
        var refund = 0.0;
        if (place.Again == 0 && Stands(ask, _surroundings.Next(ask.Piece, node))) refund += PlacementCosts.Hole;
        if (place.Kind is NumberingKind.First or NumberingKind.Second or NumberingKind.Article && HoldsUnits(ask, node)) refund += PlacementCosts.MissingParent;
        return refund;
    }

    private bool HoldsUnits(in Ask ask, int node)
    {
        foreach (var unit in _surroundings.Units(ask.Piece, node))
        {
            if (Stands(ask, unit)) return true;
        }

        return false;
    }

    /// <summary>One question to the places; what costs more than there is room for, before anything is given back, need not be found.</summary>
    private readonly record struct Ask(
        PlacementState State, int Piece, NumberingMark Mark, int Stream, int Place, double Room, List<(PieceChoice Choice, double Cost)> Found);
}
