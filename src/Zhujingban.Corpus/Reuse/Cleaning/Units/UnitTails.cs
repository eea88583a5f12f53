using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Where the text right before a numbered unit stands in a notice: in the last unit inside the one whose number comes before.</summary>
internal sealed class UnitTails
{
    private readonly Placement _placement;
    private readonly Dictionary<int, int> _lastInside = [];

    /// <param name="placement">Where the pieces go.</param>
    public UnitTails(Placement placement)
    {
        _placement = placement;
        for (var i = 0; i < placement.Choices.Length; i++)
        {
            if (placement.Choices[i].Of < 0 && placement.Pieces[i].IsMarked) Take(placement.Choices[i].Node);
        }
    }

    /// <summary>The place whose text ends right before a piece that has its place; -1 where numbers do not tell, or nothing stands there.</summary>
    public int Before(int piece)
    {
        var nodes = _placement.Nodes;
        var node = _placement.Choices[piece].Node;
        var place = nodes[node];
        if (place.IsRoot || !_placement.Pieces[piece].IsMarked || NumberingKinds.IsContainer(place.Kind) || place.Branch > 0 || place.Again > 0) return -1;
        if (place.Value == 1) return nodes[place.Parent].IsRoot || _lastInside.ContainsKey(place.Parent) ? place.Parent : -1;
        var previous = nodes.Find(place.Parent, place.Kind, place.Value - 1, place.List);
        return previous >= 0 && _lastInside.ContainsKey(previous) ? LastIn(previous) : -1;
    }

    private int LastIn(int node)
    {
        while (_lastInside[node] is >= 0 and var last) node = last;
        return node;
    }

    private void Take(int node)
    {
        var nodes = _placement.Nodes;
        if (NumberingKinds.IsContainer(nodes[node].Kind) || nodes[node].IsEnd) return;
        _lastInside.TryAdd(node, -1);
        var parent = nodes[node].Parent;
        if (nodes[parent].IsRoot) return;
        if (!_lastInside.TryGetValue(parent, out var last) || last < 0 || nodes.Compare(last, node) < 0) _lastInside[parent] = node;
    }
}
