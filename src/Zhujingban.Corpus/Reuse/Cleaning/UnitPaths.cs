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
    public UnitPaths(string text, Placement placement)
    {
        _nodes = placement.Nodes;
        for (var i = 0; i < placement.Pieces.Count; i++)
        {
            if (!placement.Pieces[i].IsMarked) continue;
            var written = placement.Pieces[i].Mark.Span.Of(text);
            _written.TryAdd(placement.Choices[i].Node, written);
            _models.TryAdd(placement.Pieces[i].Mark.Kind, written);
        }

        var open = new int[2][] { [], [] };
        for (var i = 0; i < placement.Pieces.Count; i++)
        {
            if (!placement.Pieces[i].IsMarked) continue;
            var (kind, stream, node) = (placement.Pieces[i].Mark.Kind, placement.Choices[i].Stream, placement.Choices[i].Node);
            if (NumberingKinds.IsContainer(kind)) open[stream] = [.. open[stream].TakeWhile(above => _nodes[above].Kind < kind && _nodes[above].Run == _nodes[node].Run), node];
            else if (kind == NumberingKind.Article && placement.Choices[i].Of < 0 && open[stream].Length > 0 && _nodes[open[stream][^1]].Run == _nodes[node].Run) _containers[node] = open[stream][^1];
            if (NumberingKinds.IsContainer(kind) && open[stream].Length > 1) _containers[node] = open[stream][^2];
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
