using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// The ways in which a state can go on with the next piece: it says again what stands already, continues one of the streams, or, where numbers
/// do not fit, stands at a place that its number allows.
/// </summary>
internal sealed class PlacementCandidates(
    NoticePiece[] pieces, PieceFamilies families, OutlineNodes nodes, PlacedPieces placed, bool asItStands)
{
    private const int MostClosing = 4;

    private readonly List<(int Piece, PieceChoice Choice)> _homes = [];
    private readonly List<(PieceChoice Choice, double Cost)> _found = [];
    private readonly List<(PieceChoice Choice, double Cost)> _asides = [];
    private readonly int _root = nodes.Root(0);

    /// <summary>The title of the notice's own head, where a damaged text has it behind its beginning; -1 otherwise.</summary>
    private readonly int _lateHead = asItStands ? -1 : LateHeads.Find(pieces);

    /// <summary>What a step from the state may cost at most.</summary>
    private double _room;

    /// <summary>Null where the notice is read as it stands, which asks nothing of other copies.</summary>
    private readonly KnownJoins? _joins = asItStands ? null : new(pieces, families);
    private readonly HeadsOfPages _pages = new(pieces, nodes);
    private readonly NumberedPlaces _numbered = new(pieces, families, nodes, placed, asItStands);

    /// <summary>Adds the steps that a state can go on with.</summary>
    public void Add(PlacementState state, int piece, BestSteps steps)
    {
        _found.Clear();
        _asides.Clear();
        _room = steps.Most - state.Cost;
        placed.AddHomes(state, piece, _homes);
        var again = asItStands && IsContainer(piece) ? 0 : AgainCost(piece);
        var way = WayCost(state, piece, state.Last);
        AddNew(state, piece, state.Last, way, again);
        var isPlain = _homes.Count == 0 && state.Places[1] == PlacementState.Nowhere && _found.Exists(found => found.Cost <= 0);
        if (!asItStands && !isPlain)
        {
            var other = WayCost(state, piece, 1 - state.Last);
            AddNew(state, piece, 1 - state.Last, other, again);
            foreach (var home in _homes)
            {
                if (!families.AreCopies(piece, home.Piece) || !MayRepeat(pieces[piece], pieces[home.Piece]) || LosesNumber(piece, home)) continue;
                var copy = CopyCost(piece, home.Piece);
                AddKnown(state, piece, 0, (state.Last == 0 ? way : other) + copy, home);
                AddKnown(state, piece, 1, (state.Last == 1 ? way : other) + copy, home);
                if (_pages.Cost(state, piece, home) is { } cost) _asides.Add((new PieceChoice(home.Choice.Node, home.Piece, state.Last), copy + cost));
            }
        }

        // What no number finds a place for stays where it stands.
        if (_found.Count == 0) _found.Add((new PieceChoice(state.Places[state.Last], -1, state.Last), PlacementCosts.NumberTwice));
        var isContainer = IsContainer(piece);
        foreach (var (choice, cost) in _found)
        {
            if (state.Cost + cost > steps.Most) continue;
            var before = state.Places[choice.Stream] == PlacementState.Nowhere ? _root : state.Places[choice.Stream];
            steps.Add(new PlacementStep(state, choice, isContainer && nodes[before].Run == nodes[choice.Node].Run ? before : choice.Node, state.Cost + cost));
        }

        foreach (var (choice, cost) in _asides) steps.Add(new PlacementStep(state, choice, state.Places[choice.Stream], state.Cost + cost) { IsAside = true });
    }

    /// <summary>What it costs that a piece rightly says again what others say; nothing where none does.</summary>
    private double AgainCost(int piece)
    {
        if (_homes.Count == 0) return 0;
        if (IsContainer(piece)) return PlacementCosts.ContainerAgain;
        if (families.IsNoteAgain(piece)) return PlacementCosts.NoteAgain;
        if (asItStands && piece == 1 && pieces[0].Kind == PieceKind.Title && pieces[1].Kind == PieceKind.Title) return PlacementCosts.TitleOverTitle;
        if (families.IsInSharedTail(piece)) return PlacementCosts.SharedTail;
        var weight = families.Traits.Weights[piece];
        foreach (var (home, _) in _homes) weight = Math.Min(weight, families.Traits.Weights[home]);
        var cost = PlacementCosts.SaidAgain(weight, pieces[piece]);
        return IsRun(piece, weight) ? cost + PlacementCosts.RunAgain : cost;
    }

    /// <summary>True when the piece before says again what stands before a piece that this one says again: long sentences seldom come in pairs.</summary>
    private bool IsRun(int piece, int weight)
    {
        if (piece == 0 || weight < PlacementCosts.ShortItem) return false;
        foreach (var (home, _) in _homes)
        {
            if (home > 0 && home < piece - 1 && families.FamilyOf(home - 1) == families.FamilyOf(piece - 1) && families.Traits.Weights[piece - 1] >= PlacementCosts.ShortItem) return true;
        }

        return false;
    }

    /// <summary>What it costs that a piece goes on with a stream, wherever it stands.</summary>
    private double WayCost(PlacementState state, int piece, int stream) => SwitchCost(state, piece, stream) + JoinCost(state, piece, stream);

    private double JoinCost(PlacementState state, int piece, int stream) =>
        _joins is null || state.Pieces[stream] < 0 ? 0 : _joins.Cost(state.Pieces[stream], piece);

    private bool IsContainer(int piece) => pieces[piece].IsMarked && NumberingKinds.IsContainer(pieces[piece].Mark.Kind);

    private double SwitchCost(PlacementState state, int piece, int stream)
    {
        if (stream == state.Last) return 0;
        var cost = pieces[piece].StartsLine ? PlacementCosts.SwitchAtLine : PlacementCosts.Switch;
        return state.Places[stream] == PlacementState.Nowhere ? cost + PlacementCosts.SecondStream : cost;
    }

    /// <summary>The piece says again what stands already.</summary>
    private void AddKnown(PlacementState state, int piece, int stream, double cost, (int Piece, PieceChoice Choice) home)
    {
        var place = state.Places[stream];
        var node = home.Choice.Node;
        if (place != PlacementState.Nowhere)
        {
            var order = nodes.Compare(place, node);
            if (order > 0 || (order == 0 && home.Choice.Stream == stream && !GoesOnInCopy(state, stream, home.Piece))) cost += IsContainer(piece) ? PlacementCosts.LeaveOut : PlacementCosts.BackToKnown;
            else if (order < 0 && !_numbered.IsNext(place, node)) cost += PlacementCosts.LeaveOut;
        }

        _found.Add((new PieceChoice(node, home.Piece, stream), cost));
    }

    /// <summary>True when what the stream has just said again stands in the source right before what it would say again now: without numbers only that shows its order.</summary>
    private static bool GoesOnInCopy(PlacementState state, int stream, int home) => state.Pieces[stream] is var last && last >= state.Start && state[last].Of >= 0 && state[last].Of + 1 == home;

    /// <summary>What numbering places says nothing of a head or foot again, and what an attachment is called (附件：1.…办法) is not its title.</summary>
    private static bool MayRepeat(in NoticePiece piece, in NoticePiece home) =>
        piece.IsMarked ? !home.IsFrame : !(piece.IsFrame && home.IsMarked) && (piece.Kind == PieceKind.Title ? home.Kind != PieceKind.Attachment : piece.Kind != PieceKind.Attachment || home.Kind != PieceKind.Title);

    /// <summary>True where a unit with its number would be a copy of a fragment that stands in another unit.</summary>
    private bool LosesNumber(int piece, (int Piece, PieceChoice Choice) home) => pieces[piece].IsMarked && !pieces[home.Piece].IsMarked && families.IsCutOff(home.Piece)
        && nodes[home.Choice.Node] is var place && (place.Kind != pieces[piece].Mark.Kind || place.Value != pieces[piece].Mark.Value);

    /// <summary>What it costs that a piece is not the same as what it copies.</summary>
    private double CopyCost(int piece, int home)
    {
        var differs = PlacementCosts.Differs(families.Compare(piece, home).Similarity);
        if (families.IsCutOff(piece) == families.IsCutOff(home)) return differs;

        // Of a piece that is cut off, likeness tells how much of it there is, not how well it agrees; its number is whole.
        var (one, other) = (pieces[piece], pieces[home]);
        var isNumbered = one.IsMarked && other.IsMarked && one.Mark.Kind == other.Mark.Kind && one.Mark.Value == other.Mark.Value;
        return PlacementCosts.CutOff + (isNumbered || families.IsNoteAgain(piece) ? 0 : differs);
    }

    /// <summary>The piece stands nowhere yet, or rightly stands twice.</summary>
    private void AddNew(PlacementState state, int piece, int stream, double cost, double again)
    {
        var place = state.Places[stream] == PlacementState.Nowhere ? _root : state.Places[stream];
        if (pieces[piece].IsMarked)
        {
            if (cost - PlacementCosts.MostGivenBack <= _room) _numbered.Add(state, piece, stream, place, cost, again, _room, _found);
            return;
        }

        var (node, stray) = piece == _lateHead ? (_root, place == _root ? 0 : PlacementCosts.BackToNew)
            : pieces[piece].IsHead && !pieces[piece].IsTitle && place != _root && _pages.IsHeadAgain(state, piece - 1) ? (_root, PlacementCosts.HeadAfterAll)
            : pieces[piece].IsFrame ? FramePlace(pieces[piece].Kind, place, again == 0 && BeginsBehindNumbers(state, stream))
            : IsClosing(piece) && BeginsBehindNumbers(state, stream) ? (nodes.End(nodes[place].Run), 0) : (place, 0);
        if (IsInserted(state, stream)) cost += PlacementCosts.Inserted;
        _found.Add((new PieceChoice(node, -1, stream), cost + stray + again));
    }

    /// <summary>True when what the stream has just said again is followed directly by something else where it stands first.</summary>
    private bool IsInserted(PlacementState state, int stream)
    {
        var last = state.Pieces[stream];
        if (last < state.Start || state[last].Of is not (>= 0 and var first) || first < state.Start || first + 1 >= last) return false;
        return state[first + 1].Stream == state[first].Stream && state[first + 1].Of < 0 && !families.IsCutOff(first + 1)
            && (state[first + 1].Node == state[first].Node || _numbered.IsNext(state[first].Node, state[first + 1].Node));
    }

    /// <summary>True for the last sentences of a notice: its foot stands right behind them.</summary>
    private bool IsClosing(int piece)
    {
        var foot = piece;
        while (foot < pieces.Length && foot - piece < MostClosing && pieces[foot].Kind == PieceKind.Sentence) foot++;
        return foot < pieces.Length && pieces[foot].IsFoot;
    }

    /// <summary>True when a copy would begin here, and the other one has come to the numbers already.</summary>
    private bool BeginsBehindNumbers(PlacementState state, int stream) =>
        state.Places[stream] == PlacementState.Nowhere && !nodes[state.Places[1 - stream]].IsRoot;

    /// <summary>
    /// Heads stand at the root of a run, feet at its end; before its first number both are the root's, but a copy that begins with the foot has nothing before it.
    /// </summary>
    private (int Node, double Cost) FramePlace(PieceKind kind, int place, bool begins)
    {
        if (begins && kind is PieceKind.Signature or PieceKind.Date or PieceKind.Attendance) return (nodes.End(nodes[place].Run), 0);
        if (nodes[place].IsRoot) return (place, 0);
        var run = nodes[place].Run;
        return kind switch
        {
            PieceKind.Title => (nodes.Root(run + 1), nodes[place].IsEnd ? 0 : PlacementCosts.AnnouncedRun),
            PieceKind.Signature or PieceKind.Date or PieceKind.Attendance or PieceKind.Attachment => (nodes.End(run), 0),
            _ => (nodes.End(run), PlacementCosts.StrayFrame),
        };
    }
}
