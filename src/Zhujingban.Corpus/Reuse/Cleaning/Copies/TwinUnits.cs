using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Gives short units their own place back that were taken for copies of another one: a list may end like another list, two parts may have one heading
/// (第一章 总则), two articles one last sentence (具体办法由…制定。). A copy stands, on one side at least, beside what the unit or another copy of it
/// stands beside; what has neighbours of its own, which stand nowhere else, is a unit of its own. What is kept in doubt is read twice, what is left out
/// is lost; but what is longer than a formula seldom stands twice, and the numbers around it must show that it is at no seam.
/// </summary>
internal sealed class TwinUnits
{
    private const int MostCopies = 16;

    /// <summary>Up to so many Chinese characters a numbered unit may be a formula or a common heading.</summary>
    private const int LongestFormula = 16;

    /// <summary>Two that stand once each have four neighbours; so many of them stand nowhere else.</summary>
    private const int OwnOfFormula = 3;
    private const int OwnOfOthers = 4;
    private const int Nothing = -1;

    /// <summary>Neighbours so similar are copies with more slips than two sentences by themselves may have.</summary>
    private const double LeastSimilar = 0.7;
    private const int MostCompared = 4;
    private const int MostAgain = 8;

    private readonly string _text;
    private readonly Placement _placement;
    private readonly PieceComparison _comparison;
    private readonly PieceReading _left = new();
    private readonly PieceReading _right = new();
    private readonly PieceChoice[] _choices;
    private readonly int[] _before;
    private readonly int[] _behind;
    private readonly HashSet<int> _taken = [];
    private bool _foundAny;

    private TwinUnits(string text, Placement placement)
    {
        (_text, _placement, _comparison, _choices) = (text, placement, new PieceComparison(text), [.. placement.Choices]);
        (_before, _behind) = (new int[_choices.Length], new int[_choices.Length]);
        Array.Fill(_behind, Nothing);
        var last = new StreamPair(Nothing, Nothing);
        for (var i = 0; i < _choices.Length; i++)
        {
            var stream = _choices[i].Stream;
            _before[i] = last[stream];
            if (last[stream] >= 0) _behind[last[stream]] = i;
            last = last.With(stream, i);
            if (_choices[i].Of < 0 && placement.Pieces[i].IsMarked) _taken.Add(_choices[i].Node);
        }
    }

    /// <summary>The placement with such units at places of their own.</summary>
    public static Placement Settle(string text, Placement placement)
    {
        if (placement.AsItStands) return placement;
        var twins = new TwinUnits(text, placement);
        foreach (var copies in placement.Copies())
        {
            var isShort = placement.Families.Traits.Weights[copies.Key] <= PlacementCosts.ShortItem;
            if (isShort && placement.Pieces[copies.Key].Kind is (PieceKind.Marked or PieceKind.Sentence)) twins.Settle([copies.Key, .. copies.Take(MostCopies)]);
        }

        return twins._foundAny ? placement with { Choices = twins._choices } : placement;
    }

    /// <summary>Parts what says one thing by what it stands beside.</summary>
    private void Settle(int[] said)
    {
        foreach (var due in said.Where(piece => IsDue(piece, said[0])).ToArray())
        {
            if (!_taken.Contains(DuePlace(due, _choices[said[0]].Node))) Part([due], said[0]);
        }

        said = [.. said.Where(piece => piece == said[0] || _choices[piece].Of >= 0)];
        var groups = new int[said.Length];
        for (var i = 0; i < said.Length; i++)
        {
            groups[i] = i;
            for (var j = 0; j < i; j++)
            {
                if (groups[j] == groups[i] || !AreBesideTheSame(said[i], said[j])) continue;
                var (kept, joined) = (Math.Min(groups[i], groups[j]), Math.Max(groups[i], groups[j]));
                for (var at = 0; at <= i; at++) groups[at] = groups[at] == joined ? kept : groups[at];
            }
        }

        var first = said.Where((_, i) => groups[i] == 0).ToArray();
        for (var group = 1; group < said.Length; group++)
        {
            var twin = said.Where((_, i) => groups[i] == group).ToArray();
            if (twin.Length > 0 && !OnePlace.Holds(_placement, _choices, twin[0], said[0]) && AreTwo(first, twin)) Part(twin, said[0]);
        }
    }

    /// <summary>True when a formula has the number that is due behind a unit that stands nowhere else, in another list than the one it is taken from.</summary>
    private bool IsDue(int piece, int of)
    {
        var (nodes, mark) = (_placement.Nodes, _placement.Pieces[piece].Mark);
        if (piece == of || !IsFormula(piece) || NumberingKinds.IsContainer(mark.Kind) || mark.Value == 1 || !IsOwn(piece - 1)) return false;
        var before = _choices[piece - 1].Node;
        var holder = nodes.HolderOf(mark.Kind, before);
        return holder != nodes[_choices[of].Node].Parent && !nodes[before].IsEnd && nodes.NumberUnder(holder, mark.Kind, before) == mark.Value - 1;
    }

    private bool IsFormula(int piece) => _placement.Pieces[piece].IsMarked && _placement.Families.Traits.Weights[piece] <= LongestFormula;

    private bool AreTwo(int[] first, int[] twin)
    {
        var isFormula = IsFormula(twin[0]);
        var own = OwnNeighbours(first) + OwnNeighbours(twin);
        var mayBe = isFormula ? own >= OwnOfFormula || (twin.Length > 1 && OwnNeighbours(twin) > 0) || StandApart(first, twin)
            : AnnounceTwoLists(first[0], twin[0]) || own >= OwnOfOthers && !Array.Exists(twin, _placement.Families.IsCutOff) && GoesOn(twin[0]);
        return mayBe && !twin.Take(MostCompared).Any(one => first.Take(MostCompared).Any(other => AreAlike(one - 1, other - 1) || AreAlike(one + 1, other + 1)));
    }

    /// <summary>
    /// True for two formulas that stand beside nothing in common, where a place with its neighbour is there twice: a seam at one place in both copies is
    /// seldom, and a third copy of one unit is seldomer still.
    /// </summary>
    private bool StandApart(int[] first, int[] twin) => (IsAttested(first) || IsAttested(twin))
        && !first.Any(one => twin.Any(other => SayTheSame(one - 1, other - 1) || SayTheSame(one + 1, other + 1)));

    private bool IsAttested(int[] pieces) => pieces.Skip(1).Any(piece => SayTheSame(piece - 1, pieces[0] - 1));

    /// <summary>True for two sentences that announce two lists (其主要任务是：): each list has its own behind it.</summary>
    private bool AnnounceTwoLists(int one, int other) => !_placement.Pieces[one].IsMarked && AnnouncesList(one) && AnnouncesList(other)
        && !SayTheSame(one - 1, other - 1) && !SayTheSame(one + 1, other + 1);

    private bool AnnouncesList(int piece) => piece > 0 && piece + 1 < _choices.Length && _placement.Families.Traits.EndsWithColon(piece)
        && _placement.Pieces[piece + 1] is { IsMarked: true, Mark.Value: 1 };

    private bool AreAlike(int one, int other)
    {
        if (one < 0 || other < 0 || one >= _choices.Length || other >= _choices.Length || one == other) return false;
        _left.Read(_text, _placement.Pieces[one].Span);
        _right.Read(_text, _placement.Pieces[other].Span);
        return _comparison.Similarity(_left, _right) >= LeastSimilar;
    }

    /// <summary>On how many sides, of two, something stands beside one of them that nothing says again.</summary>
    private int OwnNeighbours(int[] pieces) => (Array.Exists(pieces, piece => IsOwn(piece - 1)) ? 1 : 0) + (Array.Exists(pieces, piece => IsOwn(piece + 1)) ? 1 : 0);

    private bool IsOwn(int piece) => piece >= 0 && piece < _choices.Length && !_placement.Families.HasCopies(piece);

    /// <summary>True when what stands behind a piece goes on, by its number, with what stands before it.</summary>
    private bool GoesOn(int piece)
    {
        if (piece == 0 || piece + 1 == _choices.Length) return false;
        var nodes = _placement.Nodes;
        var (before, behind) = (_choices[piece - 1].Node, _choices[piece + 1].Node);
        if (before == behind) return true;
        var next = nodes[behind];
        if (next.IsRoot || next.IsEnd || !_placement.Pieces[piece + 1].IsMarked) return false;
        return nodes.HolderOf(next.Kind, before) == next.Parent && nodes.NumberUnder(next.Parent, next.Kind, before) == next.Value - 1;
    }

    private bool AreBesideTheSame(int one, int other) =>
        SayTheSame(one - 1, other - 1) || SayTheSame(one + 1, other + 1) || SayTheSame(_before[one], _before[other]) || SayTheSame(_behind[one], _behind[other]);

    private bool SayTheSame(int one, int other) => one >= 0 && other >= 0 && one < _choices.Length && other < _choices.Length && OriginalOf(one) == OriginalOf(other);

    private int OriginalOf(int piece) => _placement.Choices[piece].Of is >= 0 and var of ? of : piece;

    private void Part(int[] twin, int of)
    {
        var (first, old) = (twin[0], _choices[of].Node);
        var isMarked = _placement.Pieces[first].IsMarked;
        var place = isMarked ? _choices[first] with { Node = PlaceOf(first, old) } : _choices[first - 1];
        _foundAny = true;
        if (isMarked) _taken.Add(place.Node);
        foreach (var piece in twin) _choices[piece] = place with { Of = piece == first ? Nothing : first, Stream = piece == first ? place.Stream : _choices[piece].Stream };

        // The sentences that go on with it were placed with the other one.
        for (var next = _behind[first]; next >= 0 && _choices[next].Of < 0 && !_placement.Pieces[next].IsMarked && isMarked && _choices[next].Node == old; next = _behind[next])
            _choices[next] = _choices[next] with { Node = place.Node };
    }

    /// <summary>The place that its number gives it behind what stands before it, or else beside the other one.</summary>
    private int PlaceOf(int piece, int of)
    {
        var node = DuePlace(piece, of);
        for (var again = 0; again < MostAgain && _taken.Contains(node); again++) node = _placement.Nodes.Again(node);
        return node;
    }

    /// <summary>The same, whether it is free or not.</summary>
    private int DuePlace(int piece, int of)
    {
        var (nodes, mark) = (_placement.Nodes, _placement.Pieces[piece].Mark);
        var (before, behind) = (_choices[Math.Max(0, piece - 1)].Node, _choices[Math.Min(piece + 1, _choices.Length - 1)].Node);
        if (NumberingKinds.IsContainer(mark.Kind)) return nodes.Child(nodes.Root(nodes[behind].Run), mark.Kind, mark.Value, nodes[of].Branch + piece);
        var holder = nodes.HolderOf(mark.Kind, before);
        return nodes.NumberUnder(holder, mark.Kind, before) == mark.Value - 1 ? nodes.Child(holder, mark.Kind, mark.Value, mark.Branch) : of;
    }
}
