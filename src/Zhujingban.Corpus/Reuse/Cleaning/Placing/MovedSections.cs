using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// A page may have its sections in another order than their numbers, and all its copies have them so. Read by the numbers, each copy goes back and forth; read
/// with the numbers that the sections would have in the page's own order, the copies are in order. Where that is the likelier reading it is taken, and the
/// sections get their own numbers back.
/// </summary>
internal sealed class MovedSections
{
    /// <summary>Fewer sections have no order to tell.</summary>
    private const int FewestSections = 3;

    /// <summary>So many letters behind a number tell whether two sections are one.</summary>
    private const int SameLetters = 4;

    /// <summary>What the page's own order must save.</summary>
    private const double Evidence = 3;

    /// <summary>For the number of each section the one that it would have where it stands, and the other way round.</summary>
    private readonly Dictionary<int, int> _asItStands = [];
    private readonly Dictionary<int, int> _own = [];

    private MovedSections(int[] page)
    {
        var sorted = page.Order().ToArray();
        for (var i = 0; i < page.Length; i++)
        {
            _asItStands[page[i]] = sorted[i];
            _own[sorted[i]] = page[i];
        }
    }

    /// <summary>The placement, or the one with the sections in the page's order first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="placement">Where its pieces go by their numbers.</param>
    /// <param name="place">Finds the places of pieces.</param>
    public static Placement Settle(string text, Placement placement, Func<NoticePiece[], Placement> place)
    {
        if (placement.AsItStands || PageOrder(text, placement.Pieces) is not { } page) return placement;
        var moved = new MovedSections(page);
        var other = place(Array.ConvertAll(placement.Pieces, piece => Renumbered(piece, moved._asItStands)));
        return !other.AsItStands && other.WholeCost + Evidence < placement.WholeCost ? moved.WithOwnNumbers(other) : placement;
    }

    /// <summary>The numbers of the sections as the page has them; null where that is their order, or copies have different orders.</summary>
    private static int[]? PageOrder(string text, NoticePiece[] pieces)
    {
        var sections = new Dictionary<int, (int First, int Last)>();
        for (var i = 0; i < pieces.Length; i++)
        {
            if (!IsSection(pieces[i])) continue;
            var value = pieces[i].Mark.Value;
            if (sections.TryAdd(value, (i, i))) continue;
            if (!BeginAlike(text, pieces[i], pieces[sections[value].First])) return null;
            sections[value] = sections[value] with { Last = i };
        }

        var page = sections.Keys.OrderBy(value => sections[value].First).ToArray();
        if (page.Length < FewestSections) return null;
        var isMoved = false;
        for (var i = 0; i + 1 < page.Length; i++)
        {
            if (page[i] < page[i + 1]) continue;
            if (AreExchanged(sections[page[i]], sections[page[i + 1]])) return null;
            isMoved = true;
        }

        return isMoved ? page : null;
    }

    /// <summary>True for two sections that both stand more than once, the last time in the other order than the first time.</summary>
    private static bool AreExchanged((int First, int Last) one, (int First, int Last) other) =>
        one.First < one.Last && other.First < other.Last && one.Last > other.Last;

    private static bool IsSection(in NoticePiece piece) => piece.HasNumber(NumberingKind.First);

    private static bool BeginAlike(string text, in NoticePiece one, in NoticePiece other)
    {
        var length = Math.Min(SameLetters, Math.Min(one.Span.End - one.Mark.Span.End, other.Span.End - other.Mark.Span.End));
        return length > 0 && text.AsSpan(one.Mark.Span.End, length).SequenceEqual(text.AsSpan(other.Mark.Span.End, length));
    }

    private static NoticePiece Renumbered(NoticePiece piece, Dictionary<int, int> numbers) =>
        IsSection(piece) && numbers.TryGetValue(piece.Mark.Value, out var value) ? piece with { Mark = piece.Mark with { Value = value } } : piece;

    private Placement WithOwnNumbers(Placement placement)
    {
        var nodes = placement.Nodes;
        var places = new Dictionary<int, int>();
        return placement with
        {
            Pieces = Array.ConvertAll(placement.Pieces, piece => Renumbered(piece, _own)),
            Choices = Array.ConvertAll(placement.Choices, choice => choice with { Node = Move(choice.Node) }),
        };

        int Move(int node)
        {
            if (nodes[node].IsRoot) return node;
            if (places.TryGetValue(node, out var place)) return place;
            var (parent, value) = (nodes[node].Parent, nodes[node].Value);
            if (nodes[parent].IsRoot && nodes[node].Kind == NumberingKind.First && !nodes[node].IsEnd) value = _own.GetValueOrDefault(value, value);
            return places[node] = nodes.Numbered(node, Move(parent), value);
        }
    }
}
