using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>The places that a numbered piece can take, by its number and the place of the stream that it continues.</summary>
internal sealed class NumberedPlaces
{
    private const int MostRunsOn = 2;
    private const int MostAgain = 3;

    /// <summary>Branches of containers, which are told apart by where they stand: 第一节 is in every chapter.</summary>
    private const int ContainerBranches = 1_000_000;

    private readonly NoticePiece[] _pieces;
    private readonly PieceFamilies _families;
    private readonly OutlineNodes _nodes;
    private readonly PlacedPieces _placed;
    private readonly NumberedSurroundings _surroundings;
    private readonly MissingNumbers _missing;
    private readonly OutlineScheme _scheme;

    /// <summary>Null where the notice is read as it stands.</summary>
    private readonly OwnLists? _lists;

    /// <summary>Null likewise: an undamaged notice goes on where it stands.</summary>
    private readonly OtherPlaces? _others;

    private readonly List<int> _tried = [];

    /// <param name="pieces">The pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    /// <param name="nodes">The places.</param>
    /// <param name="placed">What stands where.</param>
    /// <param name="asItStands">True to read the notice as undamaged.</param>
    public NumberedPlaces(NoticePiece[] pieces, PieceFamilies families, OutlineNodes nodes, PlacedPieces placed, bool asItStands)
    {
        (_pieces, _families, _nodes, _placed) = (pieces, families, nodes, placed);
        _surroundings = new NumberedSurroundings(pieces, nodes);
        _missing = new MissingNumbers(nodes, placed, _surroundings);
        _scheme = new OutlineScheme(pieces, families.Traits.HighestMark);
        if (asItStands) return;
        _lists = new OwnLists(pieces, families);
        _others = new OtherPlaces(pieces, families, nodes, _surroundings, _missing) { Lists = _lists, Scheme = _scheme };
    }

    private bool AsItStands => _lists is null;

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
        var mark = _pieces[piece].Mark;
        var ask = new Ask(state, piece, mark, stream, place, room + PlacementCosts.MostGivenBack, found);
        if (NumberingKinds.IsContainer(mark.Kind))
        {
            var node = _nodes.Child(_nodes.Root(_nodes[place].Run), mark.Kind, mark.Value, ContainerBranches + piece);
            found.Add((new PieceChoice(node, -1, stream), cost + again));
            return;
        }

        if (_nodes[place].IsEnd)
        {
            AddRun(ask, cost + again);
            return;
        }

        var around = _surroundings.At(piece, place);
        var isDue = AddUnder(ask, around, cost, again);
        if (_others is null || isDue || cost + again > ask.Room) return;
        foreach (var (node, more) in _others.Find(state, piece, place, around.Holder, ask.Room - cost - again)) Try(ask, node, cost + again + more);
    }

    /// <summary>The piece goes on with the units under a holder, or begins them anew.</summary>
    /// <returns>True when it is the very unit that is due.</returns>
    private bool AddUnder(in Ask ask, in PlacesAround around, double cost, double again)
    {
        var mark = ask.Mark;
        var (holder, last, list, node, before) = around;
        if (mark.Value > last || (mark.Value == last && mark.Branch > 0))
        {
            var gap = (RunsThrough(ask, around) ? 0 : _missing.Skipped(ask.State, mark.Value, before, last)) + StrangeCost(mark.Kind, holder);
            var isAlone = again <= PlacementCosts.MostRepeated && (AsItStands || !_families.IsInRun(ask.Piece));
            var due = gap == 0 && (isAlone || (_lists?.Hold(ask.Piece) ?? false)) ? Math.Min(again, PlacementCosts.SaidAgainInOrder(_families.Traits.Weights[ask.Piece])) : again;
            return Try(ask, node, cost + gap + due, canRepeat: true) && gap == 0;
        }

        if (mark.Value == 1 && (!_nodes[holder].IsRoot || AsItStands))
            Try(ask, _nodes.Child(holder, mark.Kind, 1, mark.Branch, list + 1), cost + again + NewListCost(ask, node));
        if (Occupant(ask, node) < 0) Try(ask, node, cost + again + (OpensChapter(ask.Piece) ? PlacementCosts.BackToChapter : PlacementCosts.BackToNew));
        else Try(ask, node, cost + again + (AsItStands ? TwiceAsItStands(ask, node) - PlacementCosts.NumberTwice : 0), canRepeat: true);
        if (_nodes[holder].IsRoot) AddRun(ask, cost + again);
        return false;
    }

    /// <summary>True for an article right behind the heading of its chapter.</summary>
    private bool OpensChapter(int piece) => piece > 0 && _pieces[piece - 1].IsMarked && NumberingKinds.IsContainer(_pieces[piece - 1].Mark.Kind);

    /// <summary>Another list begins: an undamaged notice has many, but only a formula begins two that follow each other.</summary>
    private double NewListCost(in Ask ask, int first)
    {
        if (!AsItStands) return PlacementCosts.NewList;
        var mayRepeat = ask.Mark.Kind > _families.Traits.HighestMark && _families.Traits.Weights[ask.Piece] <= PlacementCosts.ShortItem;
        return mayRepeat || !SaysTheSame(ask, first) ? PlacementCosts.LeaveOut : PlacementCosts.NumberAgain;
    }

    private double TwiceAsItStands(in Ask ask, int node) => SaysTheSame(ask, node) ? PlacementCosts.NumberAgain : PlacementCosts.BackToKnown;

    private bool SaysTheSame(in Ask ask, int node) => Occupant(ask, node) is >= 0 and var occupant && _families.FamilyOf(occupant) == _families.FamilyOf(ask.Piece);

    /// <summary>True when a place is the very next one for a stream that reads on.</summary>
    public bool IsNext(int place, int node)
    {
        if (_nodes[node].IsRoot) return false;
        var holder = _nodes[node].Parent;
        if (_nodes[node].IsEnd) return true;
        return _nodes.HolderOf(_nodes[node].Kind, place) == holder && _nodes.NumberUnder(holder, _nodes[node].Kind, place) + 1 == _nodes[node].Value;
    }

    /// <summary>Numbers begin anew: an attachment has numbers of its own.</summary>
    private void AddRun(in Ask ask, double cost)
    {
        var mark = ask.Mark;
        var run = _nodes[ask.Place].Run;
        cost += _nodes[ask.Place].IsEnd ? PlacementCosts.AnnouncedRun : PlacementCosts.NewRun;
        if (mark.Value > 1) cost += PlacementCosts.Hole;
        for (var step = 1; step <= MostRunsOn; step++)
        {
            if (Try(ask, Under(ask, _nodes.Root(run + step)), cost)) return;
        }
    }

    /// <summary>Takes a place for the piece when nothing else stands there; one that costs too much is not looked at, where there is another.</summary>
    /// <returns>True when the place is free, or costs too much.</returns>
    private bool Try(in Ask ask, int node, double cost, bool canRepeat = false)
    {
        if (_tried.Contains(node)) return true;
        _tried.Add(node);
        if (cost > ask.Room && ask.Found.Count > 0) return true;
        var occupant = Occupant(ask, node);
        // What says the same stands there already: that is another kind of candidate.
        if (occupant >= 0 && _families.FamilyOf(occupant) == _families.FamilyOf(ask.Piece) && !AsItStands) return false;
        var isFree = occupant < 0;
        if (isFree && cost <= ask.Room) cost -= _missing.MadeGood(ask.State, ask.Piece, node);
        for (var again = 0; occupant >= 0 && canRepeat && again < MostAgain; again++)
        {
            node = _nodes.Again(node);
            occupant = Occupant(ask, node);
        }

        if (!isFree && !canRepeat) return false;
        ask.Found.Add((new PieceChoice(node, -1, ask.Stream), cost + (isFree ? 0 : PlacementCosts.NumberTwice)));
        return isFree;
    }

    /// <summary>The piece's place under another one.</summary>
    private int Under(in Ask ask, int parent) => _surroundings.Under(ask.Piece, parent);

    private int Occupant(in Ask ask, int node) => _placed.OccupantOf(ask.State, node);

    /// <summary>Numbers that run through the document go on under the next heading.</summary>
    private bool RunsThrough(in Ask ask, in PlacesAround around)
    {
        var holder = around.Holder;
        if (ask.Mark.Value == 1 || _nodes[holder].IsRoot || around.Last > 0) return false;
        var before = _families.Traits.BeforeWithLess[ask.Piece];
        if (before < ask.State.Start) return false;
        var choice = ask.State[before];
        return choice.Stream == ask.Stream && !_nodes[choice.Node].IsRoot && _nodes[_nodes[choice.Node].Parent].Parent == _nodes[holder].Parent
            && _nodes[choice.Node].Parent != holder && _nodes[_nodes[choice.Node].Parent].Value == _nodes[holder].Value - 1;
    }

    /// <summary>（一） at the root of a notice that has 一、 elsewhere has lost the heading over it; so has 1. right under 一、 where others stand in （一）.</summary>
    private double StrangeCost(NumberingKind kind, int holder) =>
        AsItStands || !_scheme.IsStrange(kind, _nodes[holder].IsRoot ? null : _nodes[holder].Kind) ? 0 : _nodes[holder].IsRoot ? PlacementCosts.StrangeAtTop : PlacementCosts.StrangeHolder;

    /// <summary>One question to the places; what costs more than there is room for, before anything is given back, need not be found.</summary>
    private readonly record struct Ask(
        PlacementState State, int Piece, NumberingMark Mark, int Stream, int Place, double Room, List<(PieceChoice Choice, double Cost)> Found);
}
