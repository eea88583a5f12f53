using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Reads the numbers of a row from its beginning to its end, as a reader would: each opens a unit in the one that its kind stands in. Tells what
/// is missing or wrong in their order, and in which place each piece is.
/// </summary>
internal sealed class RowNumbers
{
    /// <summary>Between two stops a row is read again.</summary>
    private const int PiecesToAStop = 4;

    /// <summary>Before what stands in no row so far: no piece, and not the beginning either, so that where it stands is read anew.</summary>
    private const int NowhereBefore = -2;

    private readonly NoticePiece[] _pieces;
    private readonly PieceFamilies _families;
    private readonly OutlineNodes _nodes;
    private readonly OutlineScheme _scheme;

    /// <summary>For each piece of the first row its place there, the units open there, and what stood before it.</summary>
    private readonly (int Node, OpenUnit[] Units, int Before)[] _first;

    private readonly HashSet<long> _standing = [];
    private readonly int[] _runsOn = new int[OpenUnits.MostKinds];
    private readonly RowReading _now = new();

    /// <summary>The row that others are compared with, and where its reading stood before every so many pieces: another one is read from where it differs.</summary>
    private int[] _compared = [];
    private readonly List<RowReading> _stops = [];

    private OpenUnits Open => _now.Open;

    /// <param name="placement">Where the pieces go so far.</param>
    /// <param name="row">The same as a row: what stands there behind the same pieces as before keeps its place.</param>
    public RowNumbers(Placement placement, NoticeRow row)
    {
        (_pieces, _families, _nodes) = (placement.Pieces, placement.Families, placement.Nodes);
        _scheme = new OutlineScheme(_pieces, placement.Families.Traits.HighestMark);
        _first = new (int, OpenUnit[], int)[_pieces.Length];
        for (var piece = 0; piece < _pieces.Length; piece++) _first[piece] = (placement.Choices[piece].Node, OpenUnits.At(_nodes, placement.Choices[piece].Node), NowhereBefore);
        var before = -1;
        foreach (var piece in row.Pieces)
        {
            var node = placement.Choices[piece].Node;
            var units = OpenUnits.At(_nodes, node);
            _first[piece] = (node, units, before);
            if (units.Length > 0) _standing.Add(units[^1].Key);
            before = piece;
        }

        // Numbers that run through the notice go on right behind a heading; behind the first one they begin in any case.
        for (var i = 0; i + 1 < _pieces.Length; i++)
        {
            var (heading, next) = (_pieces[i], _pieces[i + 1]);
            if (heading.IsMarked && next.IsMarked && !NumberingKinds.IsContainer(heading.Mark.Kind) && heading.Mark.Kind < next.Mark.Kind)
                _runsOn[(int)next.Mark.Kind] += next.Mark.Value > 1 ? 1 : heading.Mark.Value == 1 ? 0 : -1;
        }
    }

    /// <summary>Takes down how a row is read, for others that begin as it does.</summary>
    public void CompareWith(int[] row)
    {
        _compared = row;
        _now.Clear();
        for (var at = 0; at < row.Length; at++)
        {
            if (at % PiecesToAStop == 0)
            {
                if (at / PiecesToAStop == _stops.Count) _stops.Add(new RowReading());
                _stops[at / PiecesToAStop].Copy(_now);
            }

            Read(row[at]);
        }
    }

    /// <summary>What the numbers of a row cost.</summary>
    /// <param name="row">The row.</param>
    /// <param name="most">What more need not be counted.</param>
    public double CostOf(int[] row, double most = double.MaxValue)
    {
        var stop = Math.Min(row.AsSpan().CommonPrefixLength(_compared), _compared.Length - 1) / PiecesToAStop;
        if (stop > 0) _now.Copy(_stops[stop]);
        else _now.Clear();
        for (var at = stop * PiecesToAStop; at < row.Length && _now.Cost < most; at++) Read(row[at]);
        return _now.Cost;
    }

    /// <summary>The place of each piece of a row.</summary>
    public int[] PlacesOf(NoticeRow row)
    {
        var (places, taken) = (new int[row.Said.Length], new HashSet<int>());
        _now.Clear();
        foreach (var piece in row.Pieces)
        {
            Read(piece);
            places[piece] = _now.Stays ? _first[piece].Node : Open.PlaceIn(_nodes);
            while (_pieces[piece].IsMarked && !taken.Add(places[piece]) && !_now.Stays) places[piece] = _nodes.Again(places[piece]);
        }

        MoveContainers(row.Pieces, places);
        return places;
    }

    /// <summary>The heading of a chapter belongs to the regulation whose article stands behind it.</summary>
    private void MoveContainers(int[] row, int[] places)
    {
        for (var at = row.Length - 2; at >= 0; at--)
        {
            var (piece, next) = (_pieces[row[at]], _pieces[row[at + 1]]);
            if (!IsContainer(piece) || !next.IsMarked || next.Mark.Kind > NumberingKind.Article) continue;
            places[row[at]] = _nodes.Under(_nodes.Root(_nodes[places[row[at + 1]]].Run), places[row[at]]);
        }
    }

    private static bool IsContainer(in NoticePiece piece) => piece.IsMarked && NumberingKinds.IsContainer(piece.Mark.Kind);

    /// <summary>Opens what a piece opens.</summary>
    private void Read(int piece)
    {
        ref readonly var read = ref _pieces[piece];
        ref readonly var first = ref _first[piece];
        var (last, staysBehind) = (_now.Piece, _now.Piece == first.Before && _now.Stays);
        _now.Piece = piece;
        _now.Stays = true;
        var isNumber = read.IsMarked;
        if (isNumber && NumberingKinds.IsContainer(read.Mark.Kind)) return;
        var isBehindFoot = Open.IsEnd;
        if (isNumber) _now.Cost += isBehindFoot ? RearrangingCosts.Hole : CostOf(read.Mark, last);
        if (staysBehind || read.IsFrame || (isNumber && isBehindFoot)) Open.Load(_nodes[first.Node], first.Units);
        else _now.Stays = Open.IsAt(_nodes[first.Node], first.Units);
        if (isNumber) _now.Last[(int)read.Mark.Kind] = read.Mark.Value;
    }

    /// <summary>Opens the unit that a number opens where the row has come to.</summary>
    /// <param name="mark">The number.</param>
    /// <param name="last">The piece before it.</param>
    /// <returns>What that costs.</returns>
    private double CostOf(in NumberingMark mark, int last)
    {
        var depth = Open.DepthFor(mark.Kind);
        var sibling = Open.UnitAt(depth, mark.Kind);
        if (mark.Value > sibling.Value || (mark.Value == sibling.Value && mark.Branch > 0))
        {
            var cost = HoleCost(mark, depth, sibling.Value) + (IsAnnounced(mark, depth, last) ? 0 : RearrangingCosts.ItemNotAnnounced);
            Open.Open(depth, mark.Kind, mark.Value, mark.Branch, sibling.List);
            return cost;
        }

        if (depth == 0)
        {
            Open.Open(0, mark.Kind, mark.Value, mark.Branch, sibling.List);
            return RearrangingCosts.NumberTwice;
        }

        var missing = RearrangingCosts.MissingHeading + (mark.Value > 1 ? RearrangingCosts.Hole : 0);
        if (_standing.Contains(Open.KeyBehind(depth - 1))) missing += RearrangingCosts.HeadingElsewhere;
        if (mark.Value == 1 && RearrangingCosts.NewList < missing)
        {
            Open.Open(depth, mark.Kind, 1, mark.Branch, sibling.List + 1);
            return RearrangingCosts.NewList;
        }

        Open.GoOn(depth - 1);
        Open.Open(depth, mark.Kind, mark.Value, mark.Branch, 0);
        return missing;
    }

    /// <summary>False for the first item of an article that no colon announces.</summary>
    private bool IsAnnounced(in NumberingMark mark, int depth, int last) => mark.Value > 1 || mark.Kind != NumberingKind.Second
        || Open.KindAbove(depth) != NumberingKind.Article || _families.Traits.EndsWithColon(last) || _families.IsCutOff(last);

    private double HoleCost(in NumberingMark mark, int depth, int last)
    {
        var runsOn = last == 0 && depth > 0 && mark.Value > 1 && _runsOn[(int)mark.Kind] > 0 && _now.Last[(int)mark.Kind] == mark.Value - 1;
        var missing = mark.Value - last - 1;
        var cost = runsOn ? RearrangingCosts.RunsOn
            : missing > 0 ? RearrangingCosts.Hole + (RearrangingCosts.HoleNumber * Math.Min(missing, RearrangingCosts.MostHoles)) : 0;
        if (last > 0 || !_scheme.IsStrange(mark.Kind, Open.KindAbove(depth))) return cost;
        return cost + (depth == 0 ? RearrangingCosts.StrangeAtTop : RearrangingCosts.StrangeHolder);
    }
}
