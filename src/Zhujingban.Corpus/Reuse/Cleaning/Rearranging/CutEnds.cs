namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Which pieces lack their beginning or their end: what stands beside them there is no neighbour of the whole one.</summary>
internal sealed class CutEnds
{
    private readonly bool[] _noHead;
    private readonly bool[] _noTail;

    /// <param name="families">Which pieces say the same.</param>
    /// <param name="count">How many pieces there are.</param>
    public CutEnds(PieceFamilies families, int count)
    {
        (_noHead, _noTail) = (new bool[count], new bool[count]);
        for (var piece = 0; piece < count; piece++)
        {
            if (!families.IsCutOff(piece)) continue;
            var reason = families.Compare(piece, piece).Reason;
            _noHead[piece] = reason != LikenessReasons.TailCutOff;
            _noTail[piece] = reason is not (LikenessReasons.HeadCutOff or LikenessReasons.MarkMissing);
        }
    }

    /// <summary>True for a piece whose beginning was cut off.</summary>
    public bool HasNoHead(int piece) => _noHead[piece];

    /// <summary>True for a piece whose end was cut off.</summary>
    public bool HasNoTail(int piece) => _noTail[piece];
}
