namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What speaks for the places that sentences without a number may belong to: each copy of them ends what stands before it and leads up to what stands
/// behind it, and at a seam one of the two is chance.
/// </summary>
/// <param name="placement">Where the pieces go.</param>
/// <param name="choices">The same, with what has been moved since.</param>
internal sealed class PassageHomes(Placement placement, PieceChoice[] choices)
{
    /// <summary>What is said a thousand times is looked at in so many places.</summary>
    private const int MostCopies = 16;

    /// <summary>A neighbour whose other copy has another neighbour speaks half as loud; one behind a line break, of the other stream, or a head, two thirds.</summary>
    private const double Contradicted = 0.5;
    private const double BehindBreak = 0.3;
    private const double OtherStream = 0.3;

    private readonly KnownJoins _joins = new(placement.Pieces, placement.Families);
    private readonly UnitTails _tails = new(placement);
    private readonly ILookup<int, int> _copies = placement.Copies();
    private readonly List<(int Node, double Weight)> _homes = [];

    /// <summary>The places that copies of a passage speak for, each with how much does.</summary>
    /// <param name="first">The passage's first piece.</param>
    /// <param name="last">Its last piece.</param>
    public IReadOnlyList<(int Node, double Weight)> Of(int first, int last)
    {
        _homes.Clear();
        AskBefore(first);
        foreach (var copy in _copies[first].Take(MostCopies)) AskBefore(copy);
        AskBehind(last);
        foreach (var copy in _copies[last].Take(MostCopies)) AskBehind(copy);
        return _homes;
    }

    /// <summary>True when another copy of a piece goes on otherwise than with the next one, and rightly: with what stands behind it in the notice.</summary>
    public bool GoesOnOtherwise(int piece) => !_joins.AreJoinedElsewhere(piece, piece + 1) && CopiesOf(piece).Any(copy => copy != piece && IsRight(copy, copy + 1));

    /// <summary>True when another copy of a piece has something else before it than this one, and rightly.</summary>
    public bool BeginsOtherwise(int piece) => !_joins.AreJoinedElsewhere(piece - 1, piece) && CopiesOf(piece).Any(copy => copy != piece && IsRight(copy - 1, copy));

    private IEnumerable<int> CopiesOf(int piece)
    {
        var original = choices[piece].Of >= 0 ? choices[piece].Of : piece;
        return _copies[original].Prepend(original).Take(MostCopies);
    }

    /// <summary>True when a piece stands in the notice where the one before it leads.</summary>
    private bool IsRight(int one, int other) => one >= 0 && other < choices.Length && choices[one].Node == PlaceBefore(other);

    /// <summary>The place whose text leads up to a piece; -1 where that is not told.</summary>
    private int PlaceBefore(int piece) => placement.Pieces[piece].IsMarked ? _tails.Before(piece) : choices[piece].Node;

    private void AskBefore(int piece)
    {
        if (piece > 0) Add(choices[piece - 1].Node, piece - 1, piece, GoesOnOtherwise(piece - 1));
    }

    private void AskBehind(int piece)
    {
        if (piece + 1 == choices.Length) return;
        Add(PlaceBefore(piece + 1), piece, piece + 1, BeginsOtherwise(piece + 1));
    }

    /// <summary>True for a head that may stand over a page, and belongs to another place than what it stands beside.</summary>
    private bool StandsOverPage(int piece) => choices[piece].Of >= 0 && placement.Pieces[piece].StandsInHead;

    private void Add(int node, int one, int other, bool isContradicted)
    {
        if (node < 0 || placement.Nodes[node].IsEnd) return;
        var weight = 1.0;
        if (isContradicted) weight -= Contradicted;
        if (placement.Pieces[other].StartsLine) weight -= BehindBreak;
        if (choices[one].Stream != choices[other].Stream || StandsOverPage(one) || StandsOverPage(other)) weight -= OtherStream;
        var at = _homes.FindIndex(home => home.Node == node);
        if (at < 0) _homes.Add((node, weight));
        else _homes[at] = (node, _homes[at].Weight + weight);
    }
}
