using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>The marks around places, as the notice writes them; those that stand nowhere in the form of their neighbours.</summary>
internal sealed class UnitPaths
{
    private readonly OutlineNodes _nodes;
    private readonly Dictionary<int, string> _written = [];
    private readonly Dictionary<int, string[]> _paths = [];
    private readonly Dictionary<NumberingKind, string> _models = [];
    private readonly Dictionary<int, int> _containers = [];

    /// <param name="text">The text.</param>
    /// <param name="placement">Where its pieces go.</param>
    /// <param name="order">The pieces in canonical order with their places.</param>
    /// <param name="kept">Which copies of them are kept: their marks are the ones that are written.</param>
    public UnitPaths(string text, Placement placement, IReadOnlyList<(int Piece, int Node)> order, KeptCopies kept)
    {
        _nodes = placement.Nodes;
        foreach (var (piece, node) in order)
        {
            var mark = placement.Pieces[kept.Of(piece)];
            if (!mark.IsMarked) continue;
            var written = mark.Mark.WrittenIn(text);
            _written.TryAdd(node, written);
            _models.TryAdd(mark.Mark.Kind, written);
        }

        FindContainers(placement, order);
    }

    /// <summary>Which container holds an article, or where there is none a number of the highest kind, or another container: the one before it in the order of the notice.</summary>
    private void FindContainers(Placement placement, IReadOnlyList<(int Piece, int Node)> order)
    {
        var open = new List<int>();
        var run = -1;
        var withoutChapters = order.Where(placed => _nodes[placed.Node].Kind == NumberingKind.Article).Select(placed => _nodes[placed.Node].Run).ToHashSet();
        foreach (var (piece, node) in order)
        {
            // What is attached stands in no chapter.
            if (placement.Pieces[piece].Kind is PieceKind.Title or PieceKind.Attachment) open.Clear();
            if (!placement.Pieces[piece].IsMarked) continue;
            var kind = _nodes[node].Kind;
            // 一、 before the first chapter holds chapters, and no chapter holds 二、.
            if (kind == NumberingKind.First && open.Count == 0) withoutChapters.Add(_nodes[node].Run);
            if (kind > NumberingKind.Article && (withoutChapters.Contains(_nodes[node].Run) || !_nodes[_nodes[node].Parent].IsRoot)) continue;
            if (_nodes[node].Run != run) open.Clear();
            run = _nodes[node].Run;
            while (NumberingKinds.IsContainer(kind) && open.Count > 0 && _nodes[open[^1]].Kind >= kind) open.RemoveAt(open.Count - 1);
            if (open.Count > 0) _containers[node] = open[^1];
            if (NumberingKinds.IsContainer(kind)) open.Add(node);
        }
    }

    /// <summary>The path of a place, its own mark included.</summary>
    public IReadOnlyList<string> Of(int node)
    {
        if (_paths.TryGetValue(node, out var path)) return path;
        var above = _nodes[node].IsRoot || _nodes[node].IsEnd ? [] : Of(_containers.TryGetValue(node, out var container) ? container : _nodes[node].Parent);
        path = _nodes[node].IsRoot || _nodes[node].IsEnd ? [] : [.. above, MarkAt(node)];
        return _paths[node] = path;
    }

    /// <summary>The path of a paragraph of its own at a place: the next paragraph (款) of an article stands beside the items of the one before it.</summary>
    public IReadOnlyList<string> OfParagraph(int node) => Of(_nodes.ArticleAround(node) is >= 0 and var article ? article : node);

    /// <summary>The mark at a place, as written or as it would be.</summary>
    public string MarkAt(int node) => _written.TryGetValue(node, out var written) ? written
        : NumberingMarkWriter.Write(_nodes[node].Kind, _nodes[node].Value, _models.GetValueOrDefault(_nodes[node].Kind));
}
