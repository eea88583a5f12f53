namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What the source says about which piece follows which. Every copy of a sentence stands between its true neighbours but at a seam, so the row is the
/// likelier the more neighbours in the source are neighbours in it.
/// </summary>
/// <param name="pieces">The pieces.</param>
/// <param name="ends">Which of them are cut off.</param>
internal sealed class RowSeams(IReadOnlyList<NoticePiece> pieces, CutEnds ends)
{
    private readonly Dictionary<long, double> _joined = [];
    private double _all;

    /// <summary>Counts the neighbours anew, by what stands for each piece in a row.</summary>
    public void Count(int[] said)
    {
        _joined.Clear();
        _all = 0;
        for (var piece = 0; piece + 1 < said.Length; piece++)
        {
            if (!Tells(said, piece)) continue;
            var weight = pieces[piece + 1].StartsLine ? RearrangingCosts.SeamAtLine : RearrangingCosts.Seam;
            var pair = Pair(said[piece], said[piece + 1]);
            _joined[pair] = _joined.GetValueOrDefault(pair) + weight;
            _all += weight;
        }
    }

    /// <summary>True when a piece and the next one are neighbours that tell something: both whole where they meet, and not the same.</summary>
    public bool Tells(int[] said, int piece) => !ends.HasNoTail(piece) && !ends.HasNoHead(piece + 1) && said[piece] != said[piece + 1];

    /// <summary>How much speaks for one piece right behind another; nothing where either is none (-1).</summary>
    public double Joined(int one, int other) => _joined.GetValueOrDefault(Pair(one, other));

    /// <summary>What the neighbours in the source cost that are none in a row.</summary>
    public double CostOf(int[] row)
    {
        var cost = _all;
        for (var at = 0; at + 1 < row.Length; at++) cost -= Joined(row[at], row[at + 1]);
        return cost;
    }

    private static long Pair(int one, int other) => ((long)one << 32) | (uint)other;
}
