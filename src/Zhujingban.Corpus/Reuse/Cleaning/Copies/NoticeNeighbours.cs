namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What stands beside each piece in the source and in its stream, by where the notice has what these pieces say.</summary>
internal sealed class NoticeNeighbours
{
    private const int Nothing = -1;

    /// <summary>The pieces that are kept in the order of the notice, and for each piece the place there of what says it.</summary>
    private readonly int[] _order;
    private readonly int[] _ranks;

    /// <summary>For each piece the ones that its stream has beside it.</summary>
    private readonly int[] _before;
    private readonly int[] _behind;

    /// <summary>What stands side by side in the source, by the places of both in the order.</summary>
    private readonly HashSet<(int, int)> _meeting = [];

    /// <param name="placement">Where the pieces go.</param>
    /// <param name="copies">Its copies.</param>
    public NoticeNeighbours(Placement placement, ILookup<int, int> copies)
    {
        var choices = placement.Choices;
        _order = [.. CanonicalOrder.Of(placement, new NoticeHosts(placement), copies).Select(entry => entry.Piece)];
        (_ranks, _before, _behind) = (new int[choices.Length], new int[choices.Length], new int[choices.Length]);
        for (var rank = 0; rank < _order.Length; rank++) _ranks[_order[rank]] = rank;
        Array.Fill(_behind, Nothing);
        var last = new StreamPair(Nothing, Nothing);
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i].Of is >= 0 and var of) _ranks[i] = _ranks[of];
            if (i > 0) _meeting.Add((_ranks[i - 1], _ranks[i]));
            _before[i] = last[choices[i].Stream];
            if (_before[i] >= 0) _behind[_before[i]] = i;
            last = last.With(choices[i].Stream, i);
        }

        AreBrokenApart = FindBreak(placement);
    }

    /// <summary>True where several copies in a row stand between two pieces that follow each other: so a stream breaks another one.</summary>
    public bool AreBrokenApart { get; }

    /// <summary>The place in the notice of what a piece says; of no piece less than any.</summary>
    public int RankOf(int piece) => piece >= 0 && piece < _ranks.Length ? _ranks[piece] : int.MinValue;

    /// <summary>The piece that the notice keeps of all that say what a piece says.</summary>
    public int KeptOf(int piece) => _order[_ranks[piece]];

    /// <summary>True when the notice has what one piece says right before what the other says.</summary>
    public bool Follow(int one, int other) => _ranks[other] == _ranks[one] + 1;

    /// <summary>True when the source has what one piece says right before what the other says, anywhere.</summary>
    public bool Meet(int one, int other) => _meeting.Contains((_ranks[one], _ranks[other]));

    /// <summary>True when two pieces have the same beside them in the source.</summary>
    public bool AreBesideTheSame(int one, int other) => RankOf(one - 1) == RankOf(other - 1) || RankOf(one + 1) == RankOf(other + 1);

    /// <summary>True when a piece stands, in the source or in its stream, beside what it stands beside in the notice.</summary>
    public bool IsAtHome(int piece) =>
        IsBehindItsOwn(piece) || IsBeforeItsOwn(piece)
        || RankOf(_before[piece]) == _ranks[piece] - 1 || RankOf(_behind[piece]) == _ranks[piece] + 1;

    /// <summary>True when one of those at home has both its neighbours of the notice beside it in the source, or two have one.</summary>
    public bool IsFirmHome(int[] home)
    {
        var (before, behind) = (home.Count(IsBehindItsOwn), home.Count(IsBeforeItsOwn));
        return before > 1 || behind > 1 || Array.Exists(home, piece => IsBehindItsOwn(piece) && IsBeforeItsOwn(piece));
    }

    private bool FindBreak(Placement placement)
    {
        for (var first = 1; first < _ranks.Length; first++)
        {
            var behind = first;
            while (behind < _ranks.Length && placement.Choices[behind].Of >= 0 && !placement.Pieces[behind].IsFrame) behind++;
            // A window that goes back a few sentences ends with the one before it.
            if (behind < _ranks.Length && behind - first > 1 && Follow(first - 1, behind) && _ranks[behind - 1] != _ranks[first - 1]) return true;
            first = Math.Max(first, behind - 1);
        }

        return false;
    }

    private bool IsBehindItsOwn(int piece) => RankOf(piece - 1) == _ranks[piece] - 1;

    private bool IsBeforeItsOwn(int piece) => RankOf(piece + 1) == _ranks[piece] + 1;
}
