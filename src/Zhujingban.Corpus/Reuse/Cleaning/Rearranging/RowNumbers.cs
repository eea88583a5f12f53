using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Reads the numbers of a row from its beginning to its end, as a reader would: each opens a unit in the one that its kind stands in. Tells what
/// is missing or wrong in their order, and in which place each piece is.
/// </summary>
internal sealed class RowNumbers
{
    private readonly NoticePiece[] _pieces;
    private readonly OutlineNodes _nodes;
    private readonly OutlineScheme _scheme;

    /// <summary>For each piece of the first row its place there, the units open there, and what stood before it.</summary>
    private readonly (int Node, OpenUnit[] Units, int Before)[] _first;

    private readonly HashSet<long> _standing = [];
    private readonly int[] _runsOn = new int[OpenUnits.MostKinds];
    private readonly int[] _last = new int[OpenUnits.MostKinds];
    private readonly bool[] _stays;
    private readonly OpenUnits _open = new();

    /// <param name="placement">Where the pieces go so far.</param>
    /// <param name="row">The same as a row: what stands there behind the same pieces as before keeps its place.</param>
    public RowNumbers(Placement placement, NoticeRow row)
    {
        (_pieces, _nodes) = ([.. placement.Pieces], placement.Nodes);
        _scheme = new OutlineScheme(_pieces, placement.Families.HighestMark);
        (_first, _stays) = (new (int, OpenUnit[], int)[_pieces.Length], new bool[_pieces.Length]);
        var before = -1;
        foreach (var piece in row.Pieces)
        {
            var node = placement.Choices[piece].Node;
            var units = OpenUnits.At(_nodes, node);
            _first[piece] = (node, units, before);
            if (units.Length > 0) _standing.Add(units[^1].Key);
            before = piece;
        }

        // Numbers that run through the notice go on right behind a heading.
        for (var i = 0; i + 1 < _pieces.Length; i++)
        {
            var (heading, next) = (_pieces[i], _pieces[i + 1]);
            if (heading.IsMarked && next.IsMarked && !NumberingKinds.IsContainer(heading.Mark.Kind) && heading.Mark.Kind < next.Mark.Kind)
                _runsOn[(int)next.Mark.Kind] += next.Mark.Value == 1 ? -1 : 1;
        }
    }

    /// <summary>What the numbers of a row cost.</summary>
    public double CostOf(int[] row) => Read(row, null);

    /// <summary>The place of each piece of a row.</summary>
    public int[] PlacesOf(NoticeRow row)
    {
        var places = new int[row.Said.Length];
        Read(row.Pieces, places);
        return places;
    }

    private double Read(int[] row, int[]? places)
    {
        var (cost, before) = (0.0, -1);
        var taken = places is null ? null : new HashSet<int>();
        Array.Clear(_last);
        _open.Clear(run: 0, isEnd: false);
        foreach (var piece in row)
        {
            ref readonly var first = ref _first[piece];
            var staysBehind = before == first.Before && (before < 0 || _stays[before]);
            cost += Read(piece, staysBehind, out var stays);
            _stays[piece] = stays || _open.IsAt(_nodes[first.Node], first.Units);
            before = piece;
            if (places is null || taken is null) continue;
            places[piece] = _stays[piece] ? first.Node : _open.PlaceIn(_nodes);
            while (_pieces[piece].IsMarked && !taken.Add(places[piece]) && !_stays[piece]) places[piece] = _nodes.Again(places[piece]);
        }

        return cost;
    }

    /// <summary>Opens what a piece opens.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="staysBehind">True for one that stands where it stood, behind the same.</param>
    /// <param name="stays">True when it has its place in the first row, whatever stands before it.</param>
    private double Read(int piece, bool staysBehind, out bool stays)
    {
        ref readonly var read = ref _pieces[piece];
        stays = read.IsMarked && NumberingKinds.IsContainer(read.Mark.Kind);
        if (stays) return 0;
        var (isNumber, isBehindFoot) = (read.IsMarked, _open.IsEnd);
        var cost = !isNumber ? 0 : isBehindFoot ? RearrangingCosts.Hole : Open(read.Mark);
        stays = staysBehind || read.IsFrame || (isNumber && isBehindFoot);
        if (stays) _open.Load(_nodes[_first[piece].Node], _first[piece].Units);
        if (isNumber) _last[(int)read.Mark.Kind] = read.Mark.Value;
        return cost;
    }

    /// <summary>Opens the unit that a number opens where the row has come to.</summary>
    private double Open(in NumberingMark mark)
    {
        var depth = _open.DepthFor(mark.Kind);
        var sibling = _open.UnitAt(depth, mark.Kind);
        if (mark.Value > sibling.Value || (mark.Value == sibling.Value && mark.Branch > 0))
        {
            var cost = HoleCost(mark, depth, sibling.Value);
            _open.Open(depth, mark.Kind, mark.Value, mark.Branch, sibling.List);
            return cost;
        }

        if (depth == 0)
        {
            _open.Open(0, mark.Kind, mark.Value, mark.Branch, sibling.List);
            return RearrangingCosts.NumberTwice;
        }

        var missing = RearrangingCosts.MissingHeading + (mark.Value > 1 ? RearrangingCosts.Hole : 0);
        if (_standing.Contains(_open.KeyBehind(depth - 1))) missing += RearrangingCosts.HeadingElsewhere;
        if (mark.Value == 1 && RearrangingCosts.NewList < missing)
        {
            _open.Open(depth, mark.Kind, 1, mark.Branch, sibling.List + 1);
            return RearrangingCosts.NewList;
        }

        _open.GoOn(depth - 1);
        _open.Open(depth, mark.Kind, mark.Value, mark.Branch, 0);
        return missing;
    }

    private double HoleCost(in NumberingMark mark, int depth, int last)
    {
        var runsOn = last == 0 && depth > 0 && mark.Value > 1 && _runsOn[(int)mark.Kind] > 0 && _last[(int)mark.Kind] == mark.Value - 1;
        var missing = mark.Value - last - 1;
        var cost = runsOn ? RearrangingCosts.RunsOn
            : missing > 0 ? RearrangingCosts.Hole + (RearrangingCosts.HoleNumber * Math.Min(missing, RearrangingCosts.MostHoles)) : 0;
        if (last > 0 || !_scheme.IsStrange(mark.Kind, _open.KindAbove(depth))) return cost;
        return cost + (depth == 0 ? RearrangingCosts.StrangeAtTop : RearrangingCosts.StrangeHolder);
    }
}
