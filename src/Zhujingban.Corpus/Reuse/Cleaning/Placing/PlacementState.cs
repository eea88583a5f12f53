namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Where a piece goes.</summary>
/// <param name="Node">Its place in the outline.</param>
/// <param name="Of">The piece that it says again, or -1.</param>
/// <param name="Stream">Which of the two ordered streams it belongs to: 0 or 1.</param>
internal readonly record struct PieceChoice(int Node, int Of, int Stream);

/// <summary>Something of each of the two streams.</summary>
internal readonly record struct StreamPair(int First, int Second)
{
    public int this[int stream] => stream == 0 ? First : Second;

    /// <summary>The pair with another value for one stream.</summary>
    public StreamPair With(int stream, int value) => stream == 0 ? new StreamPair(value, Second) : new StreamPair(First, value);
}

/// <summary>One way to go on with a state, not taken yet: of many only a few are.</summary>
/// <param name="State">The state.</param>
/// <param name="Choice">Where the next piece goes.</param>
/// <param name="Place">Where its stream stands then: at the piece's place, but for the heading of a chapter, which numbers do not order.</param>
/// <param name="Cost">What the state costs then.</param>
internal readonly record struct PlacementStep(PlacementState State, PieceChoice Choice, int Place, double Cost)
{
    /// <summary>The places of the streams then.</summary>
    public StreamPair Places => State.Places.With(Choice.Stream, Place);

    /// <summary>The state behind the next piece.</summary>
    public PlacementState Take() => State.With(this);
}

/// <summary>
/// One way to read the pieces so far. The choices for the last pieces are kept here; those before <see cref="Start"/> are the same for all
/// ways that are still followed.
/// </summary>
internal sealed class PlacementState
{
    /// <summary>A stream that has no place yet.</summary>
    public const int Nowhere = -1;

    private readonly PlacementTrail _trail;

    private PlacementState(PlacementTrail trail, int start, StreamPair places, StreamPair pieces, int last, double cost) =>
        (_trail, Start, Places, Pieces, Last, Cost) = (trail, start, places, pieces, last, cost);

    /// <summary>The number of the piece that the first of the choices is for.</summary>
    public int Start { get; }

    /// <summary>The place of each stream, or <see cref="Nowhere"/>.</summary>
    public StreamPair Places { get; }

    /// <summary>The last piece of each stream, or <see cref="Nowhere"/>.</summary>
    public StreamPair Pieces { get; }

    /// <summary>The stream of the last piece.</summary>
    public int Last { get; }

    public double Cost { get; }

    /// <summary>The number of the next piece.</summary>
    public int Next => Start + _trail.Length;

    public PieceChoice this[int piece] => _trail[piece - Start];

    /// <summary>Nothing read yet; the first stream stands at the root of the first run.</summary>
    public static PlacementState Begin(int root) =>
        new(PlacementTrail.Empty, 0, new StreamPair(root, Nowhere), new StreamPair(Nowhere, Nowhere), 0, 0);

    /// <summary>The state behind the next piece.</summary>
    public PlacementState With(in PlacementStep step) => new(_trail.With(step.Choice), Start, step.Places,
        Pieces.With(step.Choice.Stream, Next), step.Choice.Stream, step.Cost);

    /// <summary>The state without its first choices, which are decided.</summary>
    public PlacementState Without(int choices, double cost) => new(_trail.Without(choices), Start + choices, Places, Pieces, Last, Cost - cost);

    /// <summary>True when two ways have made the same of the first pieces.</summary>
    public bool Agrees(PlacementState other, int choices) => _trail.Agrees(other._trail, choices);
}
