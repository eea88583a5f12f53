using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Where the headings of chapters stand among the articles. Each copy of a heading tells by the article behind it and the one before it, but at a
/// seam either may be the other copy's; chapters are numbered, so of all places those are taken that most copies tell and that are in order.
/// </summary>
internal sealed class ContainerPlaces
{
    private const int VoteBehind = 50;
    private const int VoteBefore = 20;

    /// <summary>A sentence before it that stands apart from its number may be another unit's.</summary>
    private const int VoteOfSentence = 8;

    /// <summary>What stands on the line of a heading is sooner of its own copy.</summary>
    private const int VoteOfLine = 45;

    /// <summary>What the notice as a whole has behind it, where its neighbours disagree.</summary>
    private const int VoteOfWhole = 32;

    /// <summary>What is farther behind it, where neither neighbour can be right.</summary>
    private const int VoteFarBehind = 1;
    private const int MostFarBehind = 4;
    private const int FarthestBehind = 32;

    private readonly Placement _placement;
    private readonly NumberingKind _main;
    private readonly NumberingKind _outermost;
    private readonly List<int> _units;
    private readonly Dictionary<int, int> _indexes = [];
    private readonly Dictionary<int, int> _places = [];

    /// <param name="placement">Where the pieces go.</param>
    /// <param name="copies">What says again what a piece says.</param>
    /// <param name="children">The units under one parent, by their nodes.</param>
    /// <param name="main">The kind of those that the containers hold.</param>
    /// <param name="firstPieces">The piece that opens each of them.</param>
    public ContainerPlaces(
        Placement placement, ILookup<int, int> copies, IReadOnlyList<int> children, NumberingKind main, IReadOnlyDictionary<int, int> firstPieces)
    {
        (_placement, _main) = (placement, main);
        var nodes = placement.Nodes;
        _units = [.. children.Where(child => nodes[child].Kind == main && !nodes[child].IsEnd).OrderBy(child => nodes[child].Order)];
        for (var i = 0; i < _units.Count; i++) _indexes[_units[i]] = i;
        var containers = children.Where(child => NumberingKinds.IsContainer(nodes[child].Kind) && firstPieces.ContainsKey(child));
        _outermost = containers.Select(child => nodes[child].Kind).DefaultIfEmpty().Min();
        foreach (var group in containers.GroupBy(child => nodes[child].Kind)) Place([.. group], copies, firstPieces);
    }

    /// <summary>The unit that a container's heading stands right before; -1 behind the last one, null where nothing tells.</summary>
    public int? UnitBehind(int container) =>
        !_places.TryGetValue(container, out var index) ? null : index < _units.Count ? _units[index] : -1;

    private void Place(List<int> containers, ILookup<int, int> copies, IReadOnlyDictionary<int, int> firstPieces)
    {
        var nodes = _placement.Nodes;
        var votes = containers.ToDictionary(container => container, container => VotesOf(firstPieces[container], copies));
        containers.Sort((one, other) => nodes[one].Value.CompareTo(nodes[other].Value));
        // 第一章 of the second 编 is another chapter than 第一章 of the first: such numbers give no order.
        var areOrdered = true;
        for (var i = 1; i < containers.Count; i++) areOrdered &= nodes[containers[i]].Value > nodes[containers[i - 1]].Value;
        if (areOrdered) PlaceInOrder(containers, votes);
        foreach (var container in containers)
        {
            if (!areOrdered && votes[container].Count > 0) _places[container] = votes[container].OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key).First().Key;
        }
    }

    /// <summary>
    /// The places before units, by their positions, with what speaks for each: the units beside each copy of the heading; where none of them stands between two units that
    /// follow each other, also the unit behind it in the notice as a whole; and those farther behind it, which count only where no neighbour can be right.
    /// </summary>
    private Dictionary<int, int> VotesOf(int piece, ILookup<int, int> copies)
    {
        // No article stands before 第一章; but each 编 may have one.
        if (!_placement.AsItStands && _placement.Pieces[piece].Mark is { Value: 1 } mark && mark.Kind == _outermost && mark.Kind <= NumberingKind.Chapter) return new() { [0] = VoteBehind };
        var votes = new Dictionary<int, int>();
        var isBetween = false;
        foreach (var copy in copies[piece].Append(piece))
        {
            var (before, behind) = (Neighbour(copy, -1), Neighbour(copy, 1));
            if (behind >= 0) Vote(behind, VoteBehind + (StartsLine(copy + 1) ? 0 : VoteOfLine));
            if (before >= 0) Vote(before + 1, !IsBehindUnit(copy) ? VoteOfSentence : VoteBefore + (StartsLine(copy) ? 0 : VoteOfLine));
            isBetween |= before >= 0 && before + 1 == behind;
            foreach (var unit in FarBehind(copy)) Vote(unit, VoteFarBehind);
        }

        if (!isBetween && _placement.BehindContainers.TryGetValue(piece, out var behindIt) && UnitAround(behindIt) is >= 0 and var known) Vote(known, VoteOfWhole);
        return votes;

        void Vote(int place, int weight) => votes[place] = votes.GetValueOrDefault(place) + weight;
    }

    private bool StartsLine(int piece) => _placement.Pieces[piece].StartsLine;

    /// <summary>True where a heading stands behind a unit that is there from its number on.</summary>
    private bool IsBehindUnit(int piece)
    {
        while (--piece >= 0 && !_placement.Pieces[piece].IsMarked)
        {
            if (piece == 0 || _placement.Choices[piece].Node != _placement.Choices[piece - 1].Node) return false;
        }

        return piece >= 0;
    }

    /// <summary>The first units that begin behind a heading.</summary>
    private List<int> FarBehind(int piece)
    {
        var units = new List<int>();
        for (var at = piece + 1; at < Math.Min(_placement.Pieces.Length, piece + FarthestBehind) && units.Count < MostFarBehind; at++)
        {
            if (!_placement.Pieces[at].IsMarked || _placement.Pieces[at].Mark.Kind != _main) continue;
            if (UnitAround(at) is >= 0 and var unit && !units.Contains(unit)) units.Add(unit);
        }

        return units;
    }

    /// <summary>The position of the unit that begins behind a heading, or that is before it, whatever heads stand between; -1 for none.</summary>
    private int Neighbour(int piece, int step)
    {
        var at = piece + step;
        while (at >= 0 && at < _placement.Pieces.Length && (IsContainer(at) || _placement.Pieces[at].IsHead)) at += step;
        if (at < 0 || at >= _placement.Pieces.Length) return -1;
        return step > 0 && (!_placement.Pieces[at].IsMarked || _placement.Pieces[at].Mark.Kind != _main) ? -1 : UnitAround(at);
    }

    /// <summary>The position of the unit that a piece is in; -1 for none.</summary>
    private int UnitAround(int piece)
    {
        var node = _placement.Choices[piece].Node;
        while (!_placement.Nodes[node].IsRoot && !_indexes.ContainsKey(node)) node = _placement.Nodes[node].Parent;
        return _indexes.GetValueOrDefault(node, -1);
    }

    private bool IsContainer(int piece) => _placement.Pieces[piece].IsMarked && NumberingKinds.IsContainer(_placement.Pieces[piece].Mark.Kind);

    /// <summary>The places in order for which most speaks: a longest increasing row, weighed by votes.</summary>
    private void PlaceInOrder(List<int> containers, Dictionary<int, Dictionary<int, int>> votes)
    {
        var steps = new List<(int Container, int Index, int Before)>();
        // The best row that ends at a position or before it, in a tree of maxima.
        var tree = new (long Score, int Step)[_units.Count + 2];
        Array.Fill(tree, (0, -1));
        // Of rows that as much speaks for, the earliest: what a copy leaves out stands behind its headings, not before.
        var scale = (long)(_units.Count + 1) * (containers.Count + 1);
        foreach (var container in containers)
        {
            var found = new List<(int Index, long Score, int Step)>();
            foreach (var (index, weight) in votes[container].OrderBy(vote => vote.Key))
            {
                var best = (Score: 0L, Step: -1);
                for (var at = index + 1; at > 0; at -= at & -at) best = tree[at].Score > best.Score ? tree[at] : best;
                steps.Add((container, index, best.Step));
                found.Add((index, best.Score + (weight * scale) - index, steps.Count - 1));
            }

            foreach (var (index, score, step) in found)
            {
                for (var at = index + 1; at < tree.Length; at += at & -at) tree[at] = tree[at].Score >= score ? tree[at] : (score, step);
            }
        }

        var last = (Score: 0L, Step: -1);
        for (var at = tree.Length - 1; at > 0; at -= at & -at) last = tree[at].Score > last.Score ? tree[at] : last;
        for (var step = last.Step; step >= 0; step = steps[step].Before) _places[steps[step].Container] = steps[step].Index;
    }
}
