namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Which copy of each piece is kept, and what says it again.</summary>
internal sealed class KeptCopies
{
    private readonly ILookup<int, int> _copies;
    private readonly Dictionary<int, int> _kept = [];

    /// <param name="text">The text.</param>
    /// <param name="placement">Where the pieces go.</param>
    /// <param name="order">The pieces in canonical order with their places: a copy that stands behind the one kept before it leaves the unit whole.</param>
    /// <param name="copies">What says each of them again.</param>
    public KeptCopies(string text, Placement placement, IReadOnlyList<(int Piece, int Node)> order, ILookup<int, int> copies)
    {
        _copies = copies;
        var (last, after) = (-1, 0);
        foreach (var (piece, node) in order)
        {
            var kept = _kept[piece] = _copies.Contains(piece) ? BetterCopy.Choose(text, placement, piece, _copies[piece], node == last ? after : 0) : piece;
            (last, after) = (node, placement.Pieces[kept].Span.End);
        }
    }

    /// <summary>The copy of a piece that is kept.</summary>
    public int Of(int piece) => _kept[piece];

    /// <summary>The other copies of a piece, in the order of the source.</summary>
    public IEnumerable<int> Others(int piece) =>
        _copies.Contains(piece) ? _copies[piece].Append(piece).Where(copy => copy != _kept[piece]).Order() : [];
}
