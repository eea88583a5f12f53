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
/// Asks about sentences without a number where what stands before them and what they lead up to disagree: where one stream goes over into the other, where a
/// stream skips units, before a number whose predecessor is missing. They may end the unit before them, or be the tail of the one that comes before the
/// next number; only before a missing one they are given their likeliest place here.
/// </summary>
internal sealed class SeamPassages
{
    /// <summary>What is said a thousand times is looked at in so many places.</summary>
    private const int MostCopies = 16;

    /// <summary>A place that has so much more to speak for it than any other one is not asked about.</summary>
    private const double Clearly = 0.4;

    private readonly NoticePiece[] _pieces;
    private readonly PieceChoice[] _choices;
    private readonly OutlineNodes _nodes;
    private readonly ILookup<int, int> _copies;
    private readonly HashSet<int> _hosts = [];
    private readonly HashSet<int> _introductions = [];
    private readonly List<SeamPassage> _passages = [];
    private readonly IReadOnlyDictionary<int, int> _differing;
    private readonly string _text;
    private readonly PassageHomes _homes;
    private readonly PieceFamilies _families;
    private readonly RunningNumbers _running;

    private SeamPassages(string text, Placement placement)
    {
        (_text, _pieces, _nodes, _differing, _families) = (text, placement.Pieces, placement.Nodes, placement.Differing, placement.Families);
        _choices = [.. placement.Choices];
        (_homes, _running) = (new PassageHomes(placement, _choices), new RunningNumbers(placement));
        _copies = placement.Copies();
        for (var i = 0; i < _choices.Length; i++)
        {
            if (_choices[i].Of >= 0 || !_pieces[i].IsMarked) continue;
            for (var node = _choices[i].Node; !_nodes[node].IsRoot && _hosts.Add(node);) node = _nodes[node].Parent;
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

    /// <summary>True for a piece whose place is not in doubt: it has a number, is a part of the head or foot, or says again what stands at its place.</summary>
    private bool HasPlace(int piece) =>
        _pieces[piece].Kind != PieceKind.Sentence || _introductions.Contains(piece) || (_choices[piece].Of >= 0 && !IsTailBeforeHole(piece)) || _differing.ContainsKey(piece)
        || FootCuts.IsNote(_text.AsSpan(_pieces[piece].Span.Start, _pieces[piece].Span.Length));

    /// <summary>
    /// True for what may be the tail of any sentence that ends so (另行规定。), where the number behind it lacks the one before: it is the tail of that unit, whose head is lost.
    /// </summary>
    private bool IsTailBeforeHole(int piece) => _families.IsCutOff(piece) && piece + 1 < _pieces.Length && MissingBefore(piece + 1, PlacementState.Nowhere) >= 0
        && _families.Compare(_choices[piece].Of, piece).Reason == LikenessReasons.HeadCutOff;

    /// <summary>True when a copy of a piece stands between other sentences than it: one between the same sentences shows nothing new.</summary>
    private bool IsShown(int piece) => _copies[piece].Take(MostCopies).Any(copy => !SaysTheSame(piece - 1, copy - 1) || !SaysTheSame(piece + 1, copy + 1));

    private bool SaysTheSame(int one, int other)
    {
        if (one < 0 || other < 0 || one >= _choices.Length || other >= _choices.Length) return one < 0 && other < 0;
        return OriginalOf(one) == OriginalOf(other);
    }

    private int OriginalOf(int piece) => _choices[piece].Of >= 0 ? _choices[piece].Of : piece;

    private void FindAll()
    {
        var places = new[] { PlacementState.Nowhere, PlacementState.Nowhere };
        for (var i = 0; i < _choices.Length; i++)
        {
            var first = i;
            if (HasPlace(i))
            {
                if (_choices[i].Of >= 0) _choices[i] = _choices[i] with { Node = _choices[_choices[i].Of].Node };
            }
            else
            {
                while (i + 1 < _choices.Length && !HasPlace(i + 1) && !IsSeam(i)) i++;
                if (first > 0 && i + 1 < _choices.Length) Judge(first, i, places);
            }

            places[_choices[i].Stream] = _choices[i].Node;
        }
    }

    /// <summary>True where a passage ends though another sentence follows: the streams take turns there, or other copies show that the two do not belong together.</summary>
    private bool IsSeam(int piece) => _choices[piece].Stream != _choices[piece + 1].Stream || _choices[piece].Node != _choices[piece + 1].Node
        || _homes.GoesOnOtherwise(piece) || _homes.BeginsOtherwise(piece + 1);

    /// <summary>Decides about the pieces between two others.</summary>
    private void Judge(int first, int last, int[] places)
    {
        var missing = HasPlace(last + 1) && !IsShown(first) ? MissingBefore(last + 1, places[_choices[last + 1].Stream]) : -1;
        if (missing >= 0) PlaceBeforeHole(first, last, missing, places);
        else AskNeighbours(first, last);
    }

    /// <summary>A passage stays where it is; where what stands beside its copies speaks for another place, or nearly does, that is asked.</summary>
    private void AskNeighbours(int first, int last)
    {
        var homes = _homes.Of(first, last);
        var now = _choices[first].Node;
        var least = homes.FirstOrDefault(home => home.Node == now).Weight - Clearly;
        var others = homes.Where(home => home.Node != now && home.Weight > least).OrderByDescending(home => home.Weight).Take(1).ToList();
        if (others.Count > 0) _passages.Add(new SeamPassage(first, last, [now, others[0].Node], QuestionCause.CopiesTakeTurns));
    }

    /// <summary>A passage before a number whose predecessor is missing: what is left of that one, or the end of the unit before.</summary>
    private void PlaceBeforeHole(int first, int last, int missing, int[] places)
    {
        var (left, right) = (_choices[first - 1], _choices[last + 1]);
        var isSwitch = left.Stream != right.Stream && places[right.Stream] != PlacementState.Nowhere && _pieces[last + 1].Kind != PieceKind.Title;
        var goesRight = _homes.GoesOnOtherwise(first - 1) || (!isSwitch && _pieces[first].StartsLine);
        Move(first, last, goesRight ? missing : left.Node, goesRight ? right.Stream : left.Stream);
        var homes = new List<int> { goesRight ? -1 : left.Node, goesRight ? left.Node : -1 };
        if (isSwitch && places[right.Stream] != left.Node) homes.Add(places[right.Stream]);
        _passages.Add(new SeamPassage(first, last, homes, isSwitch ? QuestionCause.CopiesTakeTurns : QuestionCause.NumberMissing));
    }

    private void Move(int first, int last, int node, int stream)
    {
        for (var i = first; i <= last; i++) _choices[i] = new PieceChoice(node, -1, stream);
    }

    /// <summary>The place of the number before that of a piece, when nothing stands there; -1 otherwise.</summary>
    private int MissingBefore(int piece, int place)
    {
        if (!_pieces[piece].IsMarked) return -1;
        var node = _nodes[_choices[piece].Node];
        if (node.Value < 2 || node.Branch > 0 || NumberingKinds.IsContainer(node.Kind) || _running.GoesOn(_choices[piece].Node)) return -1;
        var previous = _nodes.Child(node.Parent, node.Kind, node.Value - 1, list: node.List);
        return _hosts.Contains(previous) || previous == place ? -1 : previous;
    }
}
