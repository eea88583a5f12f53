using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>A passage at a seam, whose home the text does not tell.</summary>
/// <param name="First">Its first piece.</param>
/// <param name="Last">Its last piece.</param>
/// <param name="Homes">The places it may belong to, the likeliest first; -1 for a unit that stands nowhere.</param>
/// <param name="Cause">Why it is not certain.</param>
internal sealed record SeamPassage(int First, int Last, IReadOnlyList<int> Homes, QuestionCause Cause)
{
    private const string AtSwitch = "It stands where two copies of the notice take turns, and no other copy says which of them it belongs to.";
    private const string AtGap = "It stands before a number whose predecessor is missing: it may end the unit before it or be what is left of the missing one.";

    /// <summary>The same for a person.</summary>
    public string Reason => Cause == QuestionCause.NumberMissing ? AtGap : AtSwitch;
}

/// <summary>
/// Finds sentences without a number that stand where one stream goes over into the other, or before a number whose predecessor is missing: they may
/// end the unit before them, or be what is left of a unit that the other stream was at. Gives each its likeliest place.
/// </summary>
internal sealed class SeamPassages
{
    /// <summary>What is said a thousand times is looked at in so many places.</summary>
    private const int MostCopies = 16;

    private readonly IReadOnlyList<NoticePiece> _pieces;
    private readonly PieceChoice[] _choices;
    private readonly OutlineNodes _nodes;
    private readonly Dictionary<int, List<int>> _copies = [];
    private readonly HashSet<int> _hosts = [];
    private readonly HashSet<int> _introductions = [];
    private readonly List<SeamPassage> _passages = [];
    private readonly IReadOnlyDictionary<int, int> _differing;
    private readonly string _text;

    private SeamPassages(string text, Placement placement)
    {
        (_text, _pieces, _nodes, _differing) = (text, placement.Pieces, placement.Nodes, placement.Differing);
        _choices = [.. placement.Choices];
        for (var i = 0; i < _choices.Length; i++)
        {
            if (_choices[i].Of < 0)
            {
                for (var node = _choices[i].Node; _pieces[i].IsMarked && !_nodes[node].IsRoot && _hosts.Add(node);) node = _nodes[node].Parent;
                continue;
            }

            if (!_copies.TryGetValue(_choices[i].Of, out var copies)) _copies[_choices[i].Of] = copies = [_choices[i].Of];
            if (copies.Count < MostCopies) copies.Add(i);
        }
    }

    /// <summary>The passages of a damaged notice, and the placement with each at its likeliest place.</summary>
    public static (IReadOnlyList<SeamPassage> Passages, Placement Placement) Find(string text, Placement placement)
    {
        if (placement.AsItStands) return ([], placement);
        var seams = new SeamPassages(text, placement);
        seams.AnchorIntroductions();
        seams.FindAll();
        return (seams._passages, placement with { Choices = seams._choices });
    }

    /// <summary>A sentence that ends with a colon right before （一） introduces it: it stands in the unit that holds （一）.</summary>
    private void AnchorIntroductions()
    {
        for (var i = 0; i + 1 < _choices.Length; i++)
        {
            if (_choices[i].Of >= 0 || _pieces[i].Kind != PieceKind.Sentence || _text[_pieces[i].Span.End - 1] is not ('：' or ':')) continue;
            if (!_pieces[i + 1].IsMarked || _choices[i + 1].Of >= 0) continue;
            var first = _nodes[_choices[i + 1].Node];
            if (first.Value != 1 || first.IsRoot || _nodes[first.Parent].IsRoot) continue;
            _choices[i] = new PieceChoice(first.Parent, -1, _choices[i + 1].Stream);
            _introductions.Add(i);
        }
    }

    private bool IsAnchored(int piece) =>
        _pieces[piece].Kind != PieceKind.Sentence || _introductions.Contains(piece) || _choices[piece].Of >= 0 || _differing.ContainsKey(piece) || IsShown(piece);

    /// <summary>True when a copy of a piece stands between other sentences than it: one between the same sentences shows nothing new.</summary>
    private bool IsShown(int piece)
    {
        if (!_copies.TryGetValue(piece, out var copies)) return false;
        foreach (var copy in copies)
        {
            if (copy != piece && (!SaysTheSame(piece - 1, copy - 1) || !SaysTheSame(piece + 1, copy + 1))) return true;
        }

        return false;
    }

    private bool SaysTheSame(int one, int other)
    {
        if (one < 0 || other < 0 || one >= _choices.Length || other >= _choices.Length) return one < 0 && other < 0;
        return OriginalOf(one) == OriginalOf(other);
    }

    private int OriginalOf(int piece) => _choices[piece].Of >= 0 ? _choices[piece].Of : piece;

    private void FindAll()
    {
        var places = new[] { PlacementState.Nowhere, PlacementState.Nowhere };
        var before = -1;
        for (var i = 0; i < _choices.Length; i++)
        {
            if (IsAnchored(i))
            {
                places[_choices[i].Stream] = _choices[i].Node;
                before = i;
                continue;
            }

            var first = i;
            while (i + 1 < _choices.Length && !IsAnchored(i + 1)) i++;
            if (before >= 0 && i + 1 < _choices.Length) Judge(before, first, i, i + 1, places);
            if (_choices[i].Stream != _choices[before < 0 ? i : before].Stream) places[_choices[i].Stream] = _choices[i].Node;
        }
    }

    /// <summary>Decides about the pieces between two that have their places.</summary>
    private void Judge(int before, int first, int last, int behind, int[] places)
    {
        var (left, right) = (_choices[before], _choices[behind]);
        var missing = MissingBefore(behind, places[right.Stream]);
        var isSwitch = left.Stream != right.Stream && places[right.Stream] != PlacementState.Nowhere && _pieces[behind].Kind != PieceKind.Title;
        if (isSwitch && places[right.Stream] == left.Node) isSwitch = missing >= 0;
        if (!isSwitch && missing < 0) return;
        var isLeftWhole = IsWhole(before, 1);
        if (isSwitch && missing < 0 && !isLeftWhole && IsWhole(behind, -1)) return;
        var other = missing >= 0 ? missing : places[right.Stream];
        var goesRight = isLeftWhole || (missing >= 0 && !isSwitch && _pieces[first].StartsLine);
        var home = goesRight ? other : left.Node;
        for (var i = first; i <= last; i++) _choices[i] = new PieceChoice(home, -1, goesRight ? right.Stream : left.Stream);
        var otherHome = missing >= 0 ? -1 : other;
        var homes = new List<int> { goesRight ? otherHome : left.Node, goesRight ? left.Node : otherHome };
        if (missing >= 0 && isSwitch && places[right.Stream] != left.Node) homes.Add(places[right.Stream]);
        _passages.Add(new SeamPassage(first, last, homes, isSwitch ? QuestionCause.CopiesTakeTurns : QuestionCause.NumberMissing));
    }

    /// <summary>The place of the number before that of a piece, when nothing stands there; -1 otherwise.</summary>
    private int MissingBefore(int piece, int place)
    {
        if (!_pieces[piece].IsMarked) return -1;
        var node = _nodes[_choices[piece].Node];
        if (node.Value < 2 || node.Branch > 0 || NumberingKinds.IsContainer(node.Kind)) return -1;
        var previous = _nodes.Child(node.Parent, node.Kind, node.Value - 1, list: node.List);
        return _hosts.Contains(previous) || previous == place ? -1 : previous;
    }

    /// <summary>True when another copy of a piece has its own neighbour right behind (1) or before (-1) it.</summary>
    private bool IsWhole(int piece, int step)
    {
        var original = _choices[piece].Of >= 0 ? _choices[piece].Of : piece;
        if (!_copies.TryGetValue(original, out var copies)) return false;
        foreach (var copy in copies)
        {
            var next = copy + step;
            if (copy == piece || next < 0 || next >= _choices.Length) continue;
            if (IsAnchored(next) && _choices[next].Stream == _choices[copy].Stream && IsNeighbour(copy, next, step)) return true;
        }

        return false;
    }

    private bool IsNeighbour(int piece, int next, int step)
    {
        var (one, other) = (_nodes[_choices[piece].Node], _nodes[_choices[next].Node]);
        if (_choices[piece].Node == _choices[next].Node || other.Parent == _choices[piece].Node || one.Parent == _choices[next].Node) return true;
        return one.Parent == other.Parent && one.Kind == other.Kind && other.Value - one.Value == step;
    }
}
