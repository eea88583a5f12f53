namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Takes units with one number for copies that say the same at one place of a damaged notice: one number of one list says one thing.</summary>
internal sealed class OneNumberAgain
{
    /// <summary>Where more units bear one number, it tells nothing.</summary>
    private const int MostAtOnePlace = 64;

    private readonly Placement _placement;
    private readonly MovedPlaces _moved;
    private readonly Dictionary<int, int> _openers = [];

    /// <summary>For each such unit the first one.</summary>
    private readonly Dictionary<int, int> _copies = [];

    private OneNumberAgain(Placement placement)
    {
        (_placement, _moved) = (placement, new MovedPlaces(placement.Nodes));
        var openers = Enumerable.Range(0, placement.Pieces.Length).Where(piece => placement.Pieces[piece].IsMarked && placement.Choices[piece].Of < 0);
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
    public static Placement Settle(Placement placement)
    {
        if (placement.AsItStands) return placement;
        var units = new OneNumberAgain(placement);
        return units._copies.Count == 0 ? placement : placement with { Choices = [.. placement.Choices.Select(units.Moved)] };
    }

    /// <summary>Finds out whether a unit says again what one with its number says; what is inside it goes with it.</summary>
    private void Settle(int piece)
    {
        var (nodes, families) = (_placement.Nodes, _placement.Families);
        var node = _placement.Choices[piece].Node;
        var place = nodes[_moved[node]];
        // A number behind a foot stands in no unit.
        if (place.IsRoot || place.IsEnd) return;
        var first = nodes.Child(place.Parent, place.Kind, place.Value, place.Branch, place.List);
        for (var others = 0; others < MostAtOnePlace; others++, first = nodes.Again(first))
        {
            if (!_openers.TryAdd(first, piece) && families.FamilyOf(_openers[first]) != families.FamilyOf(piece)) continue;
            if (_openers[first] != piece) _copies[piece] = _openers[first];
            if (first != node) _moved.Move(node, first);
            return;
        }
    }

    private PieceChoice Moved(PieceChoice choice, int piece) =>
        choice with { Node = _moved[choice.Node], Of = _copies.TryGetValue(choice.Of >= 0 ? choice.Of : piece, out var copy) ? copy : choice.Of };
}
