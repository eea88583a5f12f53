namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Tells heads that stand over a page from the one that stands over the notice. A copy of the title has the number or the addressees behind it, so that where it
/// stands before a sentence, it says nothing of what follows the title; and where a head has other text behind it on each of several pages, the first tells.
/// </summary>
internal sealed class PageHeads
{
    /// <summary>Two copies of a notice may go on differently behind their head, where one has lost something.</summary>
    private const int FewestPages = 3;

    private readonly NoticePiece[] _pieces;
    private readonly Func<int, int> _said;
    private readonly HashSet<int> _titles = [];
    private readonly Dictionary<int, List<int>> _behind = [];

    /// <param name="pieces">The pieces.</param>
    /// <param name="said">For each piece the one that says it first; itself for what stands for itself.</param>
    public PageHeads(NoticePiece[] pieces, Func<int, int> said)
    {
        (_pieces, _said) = (pieces, said);
        for (var i = 0; i + 1 < pieces.Length; i++)
        {
            if (!pieces[i].IsHead) continue;
            var head = said(i);
            if (pieces[i].Kind == PieceKind.Title && pieces[i + 1].Kind is PieceKind.DocumentNumber or PieceKind.Addressees) _titles.Add(head);
            if (pieces[i + 1].IsFrame) continue;
            if (!_behind.TryGetValue(head, out var behind)) _behind[head] = behind = [];
            if (behind.Count < FewestPages && !behind.Contains(said(i + 1))) behind.Add(said(i + 1));
        }
    }

    /// <summary>True for a part of a head before a piece that does not follow it in the notice.</summary>
    /// <param name="head">What is kept of it; any other piece is none.</param>
    /// <param name="next">The piece behind it.</param>
    public bool IsOfPage(int head, int next) => !_pieces[next].IsFrame
        && (_titles.Contains(head) || (_behind.TryGetValue(head, out var behind) && behind.Count == FewestPages && behind[0] != _said(next)));
}
