namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Tells heads that stand again over a page, in the middle of a stream: the text goes on behind them where it was. Where a head has a part that is new, the notice begins
/// again with it.
/// </summary>
/// <param name="pieces">The pieces.</param>
/// <param name="nodes">The places.</param>
internal sealed class HeadsOfPages(NoticePiece[] pieces, OutlineNodes nodes)
{
    private readonly int _root = nodes.Root(0);

    /// <summary>What it costs that a piece says a part of the head again over a page; null where it is none, or no page goes on there.</summary>
    /// <param name="state">The reading.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="home">What it says again.</param>
    public double? Cost(PlacementState state, int piece, (int Piece, PieceChoice Choice) home)
    {
        if (!IsOfHead(piece) || !IsOfHead(home.Piece) || home.Choice.Node != _root || piece == state.Start) return null;
        if (state.Places[state.Last] is not (>= 0 and var place) || nodes[place].IsEnd) return null;
        // With the title right behind a head another copy begins.
        if (pieces[piece].IsTitle && state.Pieces[state.Last] is >= 0 and var last && pieces[last].StandsInHead) return null;
        return IsHeadAgain(state, piece - 1) ? 0 : PlacementCosts.HeadOfPage;
    }

    /// <summary>True for a part of a head that is said again.</summary>
    public bool IsHeadAgain(PlacementState state, int piece) => piece >= state.Start && state[piece].Of >= 0 && IsOfHead(piece);

    /// <summary>True for a part of a head, and for what stands over it: 特急.</summary>
    private bool IsOfHead(int piece) => pieces[piece].StandsInHead || (pieces[piece].Kind == PieceKind.Sentence && piece + 1 < pieces.Length && pieces[piece + 1].IsHead);
}
