namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds for every piece its place in the outline. A damaged notice is read as two ordered streams, each a copy of the notice with parts left
/// out, that take turns; a piece continues one of them, says again what stands already, or jumps. Of all ways to read it the cheapest ones
/// are followed side by side (a beam search over <see cref="PlacementCosts"/>), in time proportional to the number of pieces.
/// </summary>
internal sealed class PlacementSearch
{
    private const int Width = 32;
    private const int Window = 256;
    private const double Margin = 7;

    private readonly IReadOnlyList<NoticePiece> _pieces;
    private readonly PlacementCandidates _candidates;
    private readonly PlacedPieces _placed;
    private readonly PieceChoice[] _choices;

    private PlacementSearch(IReadOnlyList<NoticePiece> pieces, PieceFamilies families, OutlineNodes nodes, bool asItStands)
    {
        _pieces = pieces;
        _placed = new PlacedPieces(families);
        _candidates = new PlacementCandidates(pieces, families, nodes, _placed, asItStands);
        _choices = new PieceChoice[pieces.Count];
        Root = nodes.Root(0);
    }

    private int Root { get; }

    /// <summary>The places of all pieces and what they cost.</summary>
    /// <param name="pieces">The pieces, without boilerplate.</param>
    /// <param name="families">Which of them say the same.</param>
    /// <param name="nodes">The places.</param>
    /// <param name="asItStands">True to read the notice as undamaged: one stream, nothing said twice by mistake.</param>
    public static (PieceChoice[] Choices, double Cost) Place(
        IReadOnlyList<NoticePiece> pieces, PieceFamilies families, OutlineNodes nodes, bool asItStands) =>
        new PlacementSearch(pieces, families, nodes, asItStands).Run();

    private (PieceChoice[] Choices, double Cost) Run()
    {
        var states = new List<PlacementState> { PlacementState.Begin(Root) };
        var next = new List<PlacementState>();
        var settled = 0.0;
        for (var piece = 0; piece < _pieces.Count; piece++)
        {
            next.Clear();
            foreach (var state in states) _candidates.Add(state, piece, next);
            (states, next) = (Best(next), states);
            if (piece + 1 - states[0].Start >= Window) settled += Settle(states, Window / 2);
        }

        settled += states[0].Cost;
        states[0].Choices.CopyTo(_choices.AsSpan(states[0].Start));
        return (_choices, settled);
    }

    /// <summary>The cheapest states, one for each pair of places; the earlier one where two cost the same.</summary>
    private static List<PlacementState> Best(List<PlacementState> states)
    {
        if (states.Count == 1) return [states[0]];
        var ordered = states.OrderBy(state => state.Cost).ToList();
        var seen = new HashSet<(int, int, int)>();
        var best = new List<PlacementState>();
        foreach (var state in ordered)
        {
            if (best.Count == Width || state.Cost > ordered[0].Cost + Margin) break;
            if (seen.Add((state.Places[0], state.Places[1], state.Last))) best.Add(state);
        }

        return best;
    }

    /// <summary>Decides the first pieces as the cheapest state has them, and forgets the states that disagree.</summary>
    /// <returns>The cost that is taken off all states, so that sums stay exact however long the notice is.</returns>
    private double Settle(List<PlacementState> states, int count)
    {
        var best = states[0];
        best.Choices[..count].CopyTo(_choices.AsSpan(best.Start));
        for (var i = 0; i < count; i++) _placed.Settle(best.Start + i, best.Choices[i]);
        states.RemoveAll(state => !state.Agrees(best, count));
        var cost = best.Cost;
        for (var i = 0; i < states.Count; i++) states[i] = states[i].Without(count, cost);
        return cost;
    }
}
