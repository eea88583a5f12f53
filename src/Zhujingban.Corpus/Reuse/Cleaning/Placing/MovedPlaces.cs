namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Places that have moved, each with what is inside it.</summary>
/// <param name="nodes">The places.</param>
internal sealed class MovedPlaces(OutlineNodes nodes)
{
    private readonly Dictionary<int, int> _moved = [];

    /// <summary>Moves a place and all that is inside it.</summary>
    public void Move(int from, int to) => _moved[from] = to;

    /// <summary>Where a place is now.</summary>
    public int this[int node]
    {
        get
        {
            if (_moved.TryGetValue(node, out var known)) return known;
            var place = nodes[node];
            if (place.IsRoot || place.IsEnd) return node;
            var parent = this[place.Parent];
            return _moved[node] = parent == place.Parent ? node : nodes.Under(parent, node);
        }
    }
}
