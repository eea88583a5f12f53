using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>The order of the places of a notice: runs one after the other, in each the numbers in order, each unit before what is inside it.</summary>
internal sealed class CanonicalOrder
{
    /// <summary>How many pieces away the neighbour is looked for that a unit without a comparable number stands beside.</summary>
    private const int Farthest = 200;

    private const int ContainersOfKind = 100_000;

    private readonly Placement _placement;
    private readonly Dictionary<int, List<int>> _children = [];
    private readonly Dictionary<int, int> _firstPiece = [];
    private readonly HashSet<int> _seen = [];
    private readonly ILookup<int, int> _copies;

    private CanonicalOrder(Placement placement, ILookup<int, int> copies) => (_placement, _copies) = (placement, copies);

    /// <summary>The pieces that are kept, in canonical order, each with its place.</summary>
    /// <param name="placement">Where the pieces go.</param>
    /// <param name="hosts">What stands at each place.</param>
    /// <param name="copies">What says each piece again.</param>
    public static List<(int Piece, int Node)> Of(Placement placement, NoticeHosts hosts, ILookup<int, int> copies)
    {
        var nodes = placement.Nodes;
        if (placement.AsItStands) return [.. Enumerable.Range(0, placement.Choices.Length).Where(i => placement.Choices[i].Of < 0).Select(i => (i, placement.Choices[i].Node))];
        var order = new CanonicalOrder(placement, copies);
        foreach (var node in hosts.Places)
        {
            order._firstPiece[node] = hosts.At(node).First();
            order.AddToParent(node);
        }

        var kept = new List<(int, int)>();
        var open = new Stack<int>();
        for (var run = nodes.Runs - 1; run >= 0; run--) open.Push(nodes.Root(run));
        while (open.TryPop(out var node))
        {
            foreach (var piece in hosts.At(node)) kept.Add((piece, node));
            if (!order._children.TryGetValue(node, out var children)) continue;
            order.Sort(children);
            for (var i = children.Count - 1; i >= 0; i--) open.Push(children[i]);
        }

        return kept;
    }

    private void AddToParent(int node)
    {
        for (; !_placement.Nodes[node].IsRoot; node = _placement.Nodes[node].Parent)
        {
            var parent = _placement.Nodes[node].Parent;
            if (!_children.TryGetValue(parent, out var children)) _children[parent] = children = [];
            if (!_seen.Add(node)) return;
            children.Add(node);
        }
    }

    /// <summary>By number; units of another kind than most stand where their stream has them, containers before what follows them.</summary>
    private void Sort(List<int> children)
    {
        var nodes = _placement.Nodes;
        if (children.Count < 2) return;
        var main = children.Where(child => !nodes[child].IsEnd).GroupBy(child => nodes[child].Kind)
            .OrderByDescending(group => NumberingKinds.IsContainer(group.Key) ? 0 : group.Count()).First().Key;
        var containers = children.Exists(child => NumberingKinds.IsContainer(nodes[child].Kind))
            ? new ContainerPlaces(_placement, _copies, children, main, _firstPiece) : null;
        var keys = children.ToDictionary(child => child, child => KeyOf(child, main, containers));
        children.Sort((one, other) => keys[one].CompareTo(keys[other]));
    }

    private ((int, int, int, int) Order, int Side, int First) KeyOf(int child, NumberingKind main, ContainerPlaces? containers)
    {
        var node = _placement.Nodes[child];
        var first = FirstPieceIn(child);
        if (node.IsEnd || node.Kind == main) return (node.IsEnd ? (int.MaxValue, 0, 0, 0) : node.Order, 1, first);
        var isContainer = NumberingKinds.IsContainer(node.Kind);
        var beside = isContainer && containers?.UnitBehind(child) is { } behind ? behind : Beside(first, node.Parent, main, isContainer ? 1 : -1);
        if (beside < 0) return ((isContainer ? int.MaxValue - 1 : 0, 0, 0, 0), 0, first);
        return (_placement.Nodes[beside].Order, isContainer ? 0 : 2, isContainer ? Rank(node) : first);
    }

    /// <summary>第一章 stands before 第一节 where both stand before one article.</summary>
    private static int Rank(in OutlineNode container) => ((int)container.Kind * ContainersOfKind) + Math.Min(container.Value, ContainersOfKind - 1);

    private int FirstPieceIn(int node) => _firstPiece.TryGetValue(node, out var piece) ? piece : int.MaxValue;

    /// <summary>The unit of a kind under a parent that the stream of a piece has next to it, forwards or backwards; -1 for none.</summary>
    private int Beside(int piece, int parent, NumberingKind kind, int step)
    {
        if (piece == int.MaxValue) return -1;
        var stream = _placement.Choices[piece].Stream;
        for (var i = piece + step; i >= 0 && i < _placement.Choices.Length; i += step)
        {
            if (Math.Abs(i - piece) > Farthest) break;
            if (_placement.Choices[i].Stream != stream) continue;
            var node = _placement.Choices[i].Node;
            while (!_placement.Nodes[node].IsRoot && _placement.Nodes[node].Parent != parent) node = _placement.Nodes[node].Parent;
            if (!_placement.Nodes[node].IsRoot && _placement.Nodes[node].Kind == kind && !_placement.Nodes[node].IsEnd) return node;
        }

        return -1;
    }
}
