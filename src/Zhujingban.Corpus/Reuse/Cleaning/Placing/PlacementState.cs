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
    /// <summary>True for what stands in the middle of its stream without being a part of it there.</summary>
    public bool IsAside { get; init; }

    /// <summary>The places of the streams then.</summary>
    public StreamPair Places => State.Places.With(Choice.Stream, Place);

    /// <summary>The same number for steps behind which the streams stand at the same places and the same one was read last, both aside or neither.</summary>
    public long Way
    {
        get
        {
            var (first, second) = Places;
            return ((long)first << 34) | ((long)(uint)second << 2) | ((long)Choice.Stream << 1) | (IsAside ? 1L : 0);
        }
    }
}

/// <summary>
/// One way to read the pieces so far. The choices for the last pieces are kept here; those before <see cref="Start"/> are the same for all
/// ways that are still followed.
/// </summary>
internal sealed class PlacementState
{
    /// <summary>A stream that has no place yet.</summary>
    public const int Nowhere = -1;

    /// <summary>Most notices have about so many pieces.</summary>
    private const int FirstChoices = 64;

    private PieceChoice[] _choices = [];

    /// <summary>The number of the piece that the first of the choices is for.</summary>
    public int Start { get; private set; }

    /// <summary>The number of the next piece.</summary>
    public int Next { get; private set; }

    /// <summary>The place of each stream, or <see cref="Nowhere"/>.</summary>
    public StreamPair Places { get; private set; }

    /// <summary>The last piece of each stream, or <see cref="Nowhere"/>.</summary>
    public StreamPair Pieces { get; private set; } = new(Nowhere, Nowhere);

    /// <summary>The stream of the last piece.</summary>
    public int Last { get; private set; }

    public double Cost { get; private set; }

    /// <summary>How many steps are taken from here: the last one goes on with this state, the others with copies of it.</summary>
    public int Heirs { get; set; }

    public PieceChoice this[int piece] => _choices[piece - Start];

    /// <summary>Nothing read yet; the first stream stands at the root of the first run.</summary>
    public static PlacementState Begin(int root) => new() { Places = new StreamPair(root, Nowhere) };

    /// <summary>Takes a step from here.</summary>
    public void Go(in PlacementStep step)
    {
        if (Next - Start == _choices.Length) Array.Resize(ref _choices, Math.Max(FirstChoices, 2 * _choices.Length));
        _choices[Next - Start] = step.Choice;
        (Places, Last, Cost) = (step.Places, step.Choice.Stream, step.Cost);
        if (!step.IsAside) Pieces = Pieces.With(Last, Next);
        Next++;
    }

    /// <summary>Becomes a copy of another state, in the room of what it was.</summary>
    public void Copy(PlacementState other)
    {
        var count = other.Next - other.Start;
        if (_choices.Length < count) _choices = new PieceChoice[other._choices.Length];
        other._choices.AsSpan(0, count).CopyTo(_choices);
        (Start, Next, Places, Pieces, Last, Cost, Heirs) = (other.Start, other.Next, other.Places, other.Pieces, other.Last, other.Cost, 0);
    }

    /// <summary>Leaves out the first choices, which are decided, and takes what they cost off the sum.</summary>
    public void Forget(int choices, double cost)
    {
        _choices.AsSpan(choices, Next - Start - choices).CopyTo(_choices);
        Start += choices;
        Cost -= cost;
    }

    /// <summary>True when two ways have made the same of the first pieces.</summary>
    public bool Agrees(PlacementState other, int choices) => _choices.AsSpan(0, choices).SequenceEqual(other._choices.AsSpan(0, choices));
}
