using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds a new home for numbers that begin in the middle under a unit, where another unit's numbers end right before them: a window of the notice that has
/// lost its heading hangs under whatever unit was open. Both streams are ordered, so the new home has to lie between what the row's stream has before
/// it and behind it.
/// </summary>
internal sealed class OrphanRows
{
    private const int MostHomes = 8;
    private const int MostRounds = 3;

    private readonly Placement _placement;
    private readonly OutlineNodes _nodes;
    private readonly PieceChoice[] _choices;

    /// <summary>The values that stand in each list, with the pieces that open them.</summary>
    private readonly Dictionary<(int Parent, NumberingKind Kind, int List), SortedList<int, int>> _lists = [];

    /// <summary>The lists that have a hole, or end, behind a value.</summary>
    private readonly Dictionary<(NumberingKind Kind, int Value), List<(int Parent, int List, int Next)>> _open = [];

    private OrphanRows(Placement placement)
    {
        (_placement, _nodes, _choices) = (placement, placement.Nodes, [.. placement.Choices]);
    }

    /// <summary>The placement with rows at their new homes.</summary>
    public static Placement Settle(Placement placement)
    {
        if (placement.AsItStands) return placement;
        var rows = new OrphanRows(placement);
        for (var round = 0; round < MostRounds && rows.MoveSome(); round++)
        {
        }

        return placement with { Choices = rows._choices };
    }

    private bool MoveSome()
    {
        FindLists();
        var moved = new MovedPlaces(_nodes);
        var count = 0;
        foreach (var ((parent, kind, list), values) in _lists)
        {
            for (var first = 0; first < values.Count;)
            {
                var last = first;
                while (last + 1 < values.Count && values.GetKeyAtIndex(last + 1) == values.GetKeyAtIndex(last) + 1) last++;
                if (values.GetKeyAtIndex(first) > 1 && HomeOf(kind, values, first, last, parent) is { } home)
                {
                    for (var i = first; i <= last; i++)
                        moved.Move(_choices[values.GetValueAtIndex(i)].Node, _nodes.Child(home.Parent, kind, values.GetKeyAtIndex(i), list: home.List));
                    count++;
                }

                first = last + 1;
            }

            if (count > 0) break;
        }

        if (count == 0) return false;
        for (var i = 0; i < _choices.Length; i++) _choices[i] = _choices[i] with { Node = moved[_choices[i].Node] };
        return true;
    }

    private void FindLists()
    {
        _lists.Clear();
        _open.Clear();
        for (var i = 0; i < _choices.Length; i++)
        {
            if (_choices[i].Of >= 0 || !_placement.Pieces[i].IsMarked) continue;
            var place = _nodes[_choices[i].Node];
            if (place.IsRoot || place.IsEnd || place.Again > 0 || place.Branch > 0 || NumberingKinds.IsContainer(place.Kind)) continue;
            var key = (place.Parent, place.Kind, place.List);
            if (!_lists.TryGetValue(key, out var values)) _lists[key] = values = [];
            values.TryAdd(place.Value, i);
        }

        foreach (var ((parent, kind, list), values) in _lists)
        {
            for (var i = 0; i < values.Count; i++)
            {
                var value = values.GetKeyAtIndex(i);
                var next = i + 1 < values.Count ? values.GetKeyAtIndex(i + 1) : int.MaxValue;
                if (next == value + 1) continue;
                if (!_open.TryGetValue((kind, value), out var open)) _open[(kind, value)] = open = [];
                open.Add((parent, list, next));
            }
        }
    }

    private (int Parent, int List)? HomeOf(NumberingKind kind, SortedList<int, int> values, int first, int last, int parent)
    {
        if (!_open.TryGetValue((kind, values.GetKeyAtIndex(first) - 1), out var open) || open.Count > MostHomes * 8) return null;
        var behind = values.GetKeyAtIndex(last) + 1;
        (int Parent, int List)? home = null;
        foreach (var (other, list, next) in open)
        {
            if (other == parent || (next != int.MaxValue && next != behind)) continue;
            if (IsBefore(other, parent)) return null;
            if (!IsInOrder(values.GetValueAtIndex(first), values.GetValueAtIndex(last), _nodes.Child(other, kind, behind - 1, list: list))) continue;
            if (home is not null) return null;
            home = (other, list);
        }

        return home;
    }

    /// <summary>True when a place is between what a stream has before some pieces and behind them.</summary>
    private bool IsInOrder(int first, int last, int node)
    {
        var stream = _choices[first].Stream;
        var before = first - 1;
        while (before >= 0 && _choices[before].Stream != stream) before--;
        var behind = last + 1;
        while (behind < _choices.Length && (_choices[behind].Stream != stream || IsIn(_choices[behind].Node, _choices[last].Node))) behind++;
        return (before < 0 || _nodes.Compare(_choices[before].Node, node) <= 0) && (behind >= _choices.Length || _nodes.Compare(node, _choices[behind].Node) <= 0);
    }

    /// <summary>True for a unit and the one right behind it: numbers may run through both.</summary>
    private bool IsBefore(int one, int other) => !_nodes[one].IsRoot && !_nodes[other].IsRoot && _nodes[one].Parent == _nodes[other].Parent
        && _nodes[one].Kind == _nodes[other].Kind && _nodes[one].Value < _nodes[other].Value;

    private bool IsIn(int node, int holder)
    {
        while (node != holder && !_nodes[node].IsRoot) node = _nodes[node].Parent;
        return node == holder;
    }
}
