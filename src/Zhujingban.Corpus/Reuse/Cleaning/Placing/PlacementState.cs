namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Where a piece goes.</summary>
/// <param name="Node">Its place in the outline.</param>
/// <param name="Of">The piece that it says again, or -1.</param>
/// <param name="Stream">Which of the two ordered streams it belongs to: 0 or 1.</param>
internal readonly record struct PieceChoice(int Node, int Of, int Stream);

/// <summary>
/// One way to read the pieces so far. The choices for the last pieces are kept here; those before <see cref="Start"/> are the same for all
/// ways that are still followed.
/// </summary>
internal sealed class PlacementState
{
    /// <summary>A stream that has no place yet.</summary>
    public const int Nowhere = -1;

    private readonly PieceChoice[] _choices;

    private PlacementState(PieceChoice[] choices, int start, int[] places, int[] pieces, int last, double cost) =>
        (_choices, Start, Places, Pieces, Last, Cost) = (choices, start, places, pieces, last, cost);

    /// <summary>The number of the piece that the first of the choices is for.</summary>
    public int Start { get; }

    /// <summary>The place of each stream, or <see cref="Nowhere"/>.</summary>
    public int[] Places { get; }

    /// <summary>The last piece of each stream, or <see cref="Nowhere"/>.</summary>
    public int[] Pieces { get; }

    /// <summary>The stream of the last piece.</summary>
    public int Last { get; }

    public double Cost { get; }

    /// <summary>The number of the next piece.</summary>
    public int Next => Start + _choices.Length;

    public PieceChoice this[int piece] => _choices[piece - Start];

    /// <summary>Nothing read yet; the first stream stands at the root of the first run.</summary>
    public static PlacementState Begin(int root) => new([], 0, [root, Nowhere], [Nowhere, Nowhere], 0, 0);

    /// <summary>The state behind the next piece.</summary>
    /// <param name="choice">Where the piece goes.</param>
    /// <param name="cost">What that costs.</param>
    /// <param name="place">Where its stream stands then: at the piece's place, but for the heading of a chapter, which numbers do not order.</param>
    public PlacementState With(PieceChoice choice, double cost, int place)
    {
        var choices = new PieceChoice[_choices.Length + 1];
        _choices.CopyTo(choices, 0);
        choices[^1] = choice;
        return new PlacementState(choices, Start, choice.Stream == 0 ? [place, Places[1]] : [Places[0], place],
            choice.Stream == 0 ? [Next, Pieces[1]] : [Pieces[0], Next], choice.Stream, Cost + cost);
    }

    /// <summary>The state without its first choices, which are decided.</summary>
    public PlacementState Without(int choices, double cost) => new(_choices[choices..], Start + choices, Places, Pieces, Last, Cost - cost);

    /// <summary>True when two ways have made the same of the first pieces.</summary>
    public bool Agrees(PlacementState other, int choices) => _choices.AsSpan(0, choices).SequenceEqual(other._choices.AsSpan(0, choices));

    /// <summary>The choices, from <see cref="Start"/> on.</summary>
    public ReadOnlySpan<PieceChoice> Choices => _choices;
}
