namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Takes two units with one number, at one place of a damaged notice, for copies where nothing but slips of the pen tells them apart: more slips than two
/// sentences that might be strangers may have. So are two that say the same: one number of one list says one thing. What differs in a number, a negation, a level or a name stays two.
/// </summary>
internal sealed class SlipsAtOnePlace
{
    /// <summary>Where more units bear one number, it tells nothing.</summary>
    private const int MostAtOnePlace = 64;

    private readonly string _text;
    private readonly Placement _placement;
    private readonly PieceComparison _comparison;
    private readonly PieceReading _left = new();
    private readonly PieceReading _right = new();
    private readonly MovedPlaces _moved;
    private readonly ILookup<int, int> _standing;
    private readonly Dictionary<int, int> _openers = [];
    private readonly Dictionary<int, PieceCopy> _copies = [];

    private SlipsAtOnePlace(string text, Placement placement)
    {
        (_text, _placement, _comparison, _moved) = (text, placement, new PieceComparison(text), new MovedPlaces(placement.Nodes));
        var openers = Enumerable.Range(0, placement.Pieces.Length).Where(piece => placement.Pieces[piece].IsMarked && placement.Choices[piece].Of < 0).ToArray();
        _standing = openers.ToLookup(placement.Families.FamilyOf);
        foreach (var piece in openers.OrderBy(DepthOf)) Settle(piece);
    }

    /// <summary>How many units a piece is in: where they are is decided before what is inside them.</summary>
    private int DepthOf(int piece)
    {
        var depth = 0;
        for (var node = _placement.Choices[piece].Node; !_placement.Nodes[node].IsRoot; node = _placement.Nodes[node].Parent) depth++;
        return depth;
    }

    /// <summary>The placement with such units as copies.</summary>
    public static Placement Settle(string text, Placement placement)
    {
        if (placement.AsItStands) return placement;
        var slips = new SlipsAtOnePlace(text, placement);
        if (slips._copies.Count == 0) return placement;
        return placement with
        {
            Families = placement.Families.WithCopies(text, placement.Pieces, slips._copies.Values),
            Choices = [.. placement.Choices.Select(slips.Moved)],
        };
    }

    /// <summary>Finds out whether a unit says again what the first one with its number says; what is inside it goes with it.</summary>
    private void Settle(int piece)
    {
        var nodes = _placement.Nodes;
        var node = _placement.Choices[piece].Node;
        var place = nodes[_moved[node]];
        // A number behind a foot stands in no unit.
        if (place.IsRoot || place.IsEnd) return;
        var first = nodes.Child(place.Parent, place.Kind, place.Value, place.Branch, place.List);
        for (var others = 0; others < MostAtOnePlace; others++, first = nodes.Again(first))
        {
            if (_openers.TryAdd(first, piece))
            {
                if (first != node) _moved.Move(node, first);
                return;
            }

            if (CompareWith(_openers[first], piece) is not { } likeness) continue;
            _copies[piece] = new PieceCopy(_openers[first], piece, likeness.Similarity, likeness.Reason);
            _moved.Move(node, first);
            return;
        }
    }

    private (double Similarity, string Reason)? CompareWith(int first, int piece)
    {
        var families = _placement.Families;
        if (families.FamilyOf(first) == families.FamilyOf(piece)) return families.Compare(first, piece);
        if (families.AreTwins(first, piece) || families.IsCutOff(first) || families.IsCutOff(piece) || _standing[families.FamilyOf(piece)].Count() > 1) return null;
        _left.Read(_text, _placement.Pieces[first].Span);
        _right.Read(_text, _placement.Pieces[piece].Span);
        return _comparison.InContext(_left, _right, SlipContext.SameUnit);
    }

    private PieceChoice Moved(PieceChoice choice, int piece)
    {
        var of = _copies.TryGetValue(choice.Of >= 0 ? choice.Of : piece, out var copy) ? copy.One : choice.Of;
        return choice with { Node = _moved[choice.Node], Of = of };
    }
}
