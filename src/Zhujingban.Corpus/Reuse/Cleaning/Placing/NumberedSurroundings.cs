using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>The places that a number asks about where a stream stands.</summary>
/// <param name="Holder">The unit that holds units of its kind there, or a root.</param>
/// <param name="Last">The last number of its kind there; 0 for none.</param>
/// <param name="List">The list that the stream is in.</param>
/// <param name="Node">The number's own place.</param>
/// <param name="Before">The place of the number before it; -1 when none has spoken of it.</param>
internal readonly record struct PlacesAround(int Holder, int Last, int List, int Node, int Before);

/// <summary>The places that numbered pieces ask about, each found once for all the states that stand at the same place.</summary>
internal sealed class NumberedSurroundings
{
    private const int MostUnits = 6;

    private readonly NoticePiece[] _pieces;
    private readonly OutlineNodes _nodes;
    private readonly PlaceMemo<int> _under;
    private readonly PlaceMemo<int> _next;
    private readonly PlaceMemo<int[]> _units;
    private readonly PlaceMemo<PlacesAround> _around;
    private readonly PlaceMemo<(int Parent, int Node, int Before)>[] _behind;

    /// <param name="pieces">The pieces.</param>
    /// <param name="nodes">The places.</param>
    public NumberedSurroundings(NoticePiece[] pieces, OutlineNodes nodes)
    {
        (_pieces, _nodes) = (pieces, nodes);
        _under = new((piece, parent) => nodes.Child(parent, pieces[piece].Mark.Kind, pieces[piece].Mark.Value, pieces[piece].Mark.Branch));
        _next = new((_, node) => nodes.Find(nodes[node].Parent, nodes[node].Kind, nodes[node].Value + 1, nodes[node].List));
        _units = new((_, node) => FindUnits(node));
        _around = new(FindAround);
        _behind = [new((piece, holder) => FindBehind(piece, holder, 1)), new((piece, holder) => FindBehind(piece, holder, 2))];
    }

    /// <summary>A piece's place under a unit.</summary>
    public int Under(int piece, int parent) => _under.Of(piece, parent);

    /// <summary>The place of the number behind one; -1 when none has spoken of it.</summary>
    public int Next(int piece, int node) => _next.Of(piece, node);

    /// <summary>The first places that have been spoken of under one, as the notice numbers what is inside it.</summary>
    public int[] Units(int piece, int node) => _units.Of(piece, node);

    /// <summary>The places around that of a stream.</summary>
    public PlacesAround At(int piece, int place) => _around.Of(piece, place);

    /// <summary>The unit so many numbers behind a holder, one or two, a piece's place there and that of the number before it.</summary>
    public (int Parent, int Node, int Before) Behind(int piece, int holder, int steps) => _behind[steps - 1].Of(piece, holder);

    private int[] FindUnits(int node)
    {
        if (!_nodes.MayHold(node)) return [];
        var kind = _nodes[node].Kind == NumberingKind.Second ? NumberingKind.Third : NumberingKind.Second;
        return [.. Enumerable.Range(1, MostUnits).Select(value => _nodes.Find(node, kind, value)).Where(unit => unit >= 0)];
    }

    private PlacesAround FindAround(int piece, int place)
    {
        var mark = _pieces[piece].Mark;
        var holder = _nodes.HolderOf(mark.Kind, place);
        var sibling = _nodes.UnitUnder(holder, mark.Kind, place);
        var (last, list) = sibling < 0 ? (0, 0) : (_nodes[sibling].Value, _nodes[sibling].List);
        var node = list == 0 ? Under(piece, holder) : _nodes.Child(holder, mark.Kind, mark.Value, mark.Branch, list);
        return new PlacesAround(holder, last, list, node, _nodes.Find(holder, mark.Kind, mark.Value - 1, list));
    }

    private (int Parent, int Node, int Before) FindBehind(int piece, int holder, int steps)
    {
        var mark = _pieces[piece].Mark;
        var parent = _nodes.Next(holder, steps);
        return (parent, Under(piece, parent), _nodes.Find(parent, mark.Kind, mark.Value - 1));
    }
}
