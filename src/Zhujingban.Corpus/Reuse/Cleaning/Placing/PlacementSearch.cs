namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds for every piece its place in the outline. A damaged notice is read as two ordered streams, each a copy of the notice with parts left
/// out, that take turns; a piece continues one of them, says again what stands already, or jumps. Of all ways to read it the cheapest ones
/// are followed side by side (a beam search over <see cref="PlacementCosts"/>), in time proportional to the number of pieces.
/// </summary>
internal sealed class PlacementSearch
{
    private const int Width = 32;

    /// <summary>No notice or law has so many pieces; of a text that does, fewer ways are followed.</summary>
    private const int LongestNotice = 16_000;

    private const int WidthOfLonger = 8;
    private const int Window = 256;
    private const double Margin = 7;

    private readonly NoticePiece[] _pieces;
    private readonly PlacementCandidates _candidates;
    private readonly PlacedPieces _placed;
    private readonly OutlineNodes _nodes;
    private readonly PieceChoice[] _choices;
    private readonly BestSteps _best;
    private readonly Stack<PlacementState> _unused = [];
    private int _kept;

    private PlacementSearch(NoticePiece[] pieces, PieceFamilies families, OutlineNodes nodes, bool asItStands)
    {
        _pieces = pieces;
        _placed = new PlacedPieces(families);
        _candidates = new PlacementCandidates(pieces, families, nodes, _placed, asItStands);
        _choices = new PieceChoice[pieces.Length];
        _best = new BestSteps(pieces.Length > LongestNotice ? WidthOfLonger : Width, Margin);
        _nodes = nodes;
        Root = nodes.Root(0);
    }

    private int Root { get; }

    /// <summary>The places of all pieces and what they cost.</summary>
    /// <param name="pieces">The pieces, without boilerplate.</param>
    /// <param name="families">Which of them say the same.</param>
    /// <param name="nodes">The places.</param>
    /// <param name="asItStands">True to read the notice as undamaged: one stream, nothing said twice by mistake.</param>
    public static (PieceChoice[] Choices, double Cost) Place(
        NoticePiece[] pieces, PieceFamilies families, OutlineNodes nodes, bool asItStands) =>
        new PlacementSearch(pieces, families, nodes, asItStands).Run();

    private (PieceChoice[] Choices, double Cost) Run()
    {
        var states = new List<PlacementState> { PlacementState.Begin(Root) };
        var settled = 0.0;
        for (var piece = 0; piece < _pieces.Length; piece++)
        {
            _best.Clear();
            foreach (var state in states) _candidates.Add(state, piece, _best);
            _best.Finish();
            TakeBest(states);
            if (piece + 1 - states[0].Start >= Window) settled += Settle(states, Window / 2);
        }

        settled += states[0].Cost;
        for (var piece = states[0].Start; piece < _pieces.Length; piece++) _choices[piece] = states[0][piece];
        return (_choices, settled);
    }

    /// <summary>Goes on with the best steps.</summary>
    private void TakeBest(List<PlacementState> states)
    {
        for (var rank = 0; rank < _best.Count; rank++) _best[rank].State.Heirs++;
        foreach (var state in states)
        {
            if (state.Heirs == 0) _unused.Push(state);
        }

        states.Clear();
        for (var rank = 0; rank < _best.Count; rank++) states.Add(Take(_best[rank]));
    }

    private PlacementState Take(in PlacementStep step)
    {
        var state = step.State;
        if (step.Choice.Of < 0 && _pieces[state.Next].IsMarked) _placed.Take(state.Next, step.Choice.Node);
        if (--state.Heirs > 0)
        {
            if (!_unused.TryPop(out state)) state = new PlacementState();
            state.Copy(step.State);
        }

        state.Go(step);
        return state;
    }

    /// <summary>Decides the first pieces as the cheapest state has them, and forgets the states that disagree.</summary>
    /// <returns>The cost that is taken off all states, so that sums stay exact however long the notice is.</returns>
    private double Settle(List<PlacementState> states, int count)
    {
        var best = states[0];
        for (var piece = best.Start; piece < best.Start + count; piece++)
        {
            _choices[piece] = best[piece];
            _placed.Settle(piece, best[piece]);
        }

        _placed.Forget(best.Start + count);
        states.RemoveAll(state => !state.Agrees(best, count));
        var cost = best.Cost;
        foreach (var state in states) state.Forget(count, cost);
        if (_nodes.AreMany) ForgetPlaces(states);
        return cost;
    }

    /// <summary>Keeps the places that are decided or that a state speaks of; each piece has many more that it might have taken.</summary>
    private void ForgetPlaces(List<PlacementState> states)
    {
        for (; _kept < states[0].Start; _kept++) _nodes.Keep(_choices[_kept].Node, forGood: true);
        foreach (var node in _placed.Taken) _nodes.Keep(node, forGood: false);
        _nodes.Keep(Root, forGood: true);
        foreach (var state in states)
        {
            for (var piece = state.Start; piece < state.Next; piece++) _nodes.Keep(state[piece].Node, forGood: false);
            for (var stream = 0; stream < 2; stream++) _nodes.Keep(state.Places[stream], forGood: false);
        }

        _nodes.ForgetOthers();
    }
}
