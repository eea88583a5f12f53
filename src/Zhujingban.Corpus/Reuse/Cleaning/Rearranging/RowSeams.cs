namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What the source says about which piece follows which. Every copy of a sentence stands between its true neighbours but at a seam, so the row is the
/// likelier the more neighbours in the source are neighbours in it.
/// </summary>
/// <param name="pieces">The pieces.</param>
/// <param name="ends">Which of them are cut off.</param>
internal sealed class RowSeams(NoticePiece[] pieces, CutEnds ends)
{
    private const int None = -1;

    /// <summary>For each piece the first of the <see cref="_pairs"/> that begin with it; each tells the next one. Few pieces have more than two.</summary>
    private readonly int[] _firstPair = new int[pieces.Length];
    private readonly List<(int Other, double Weight, int Next)> _pairs = [];
    private PageHeads _heads = new([], piece => piece);
    private double _all;

    /// <summary>Counts the neighbours anew, by what stands for each piece in a row.</summary>
    public void Count(int[] said)
    {
        _heads = new PageHeads(pieces, piece => said[piece]);
        Array.Fill(_firstPair, None);
        _pairs.Clear();
        _all = 0;
        for (var piece = 0; piece + 1 < said.Length; piece++)
        {
            if (!Tells(said, piece)) continue;
            var weight = WeightOf(pieces[piece], pieces[piece + 1]);
            Add(said[piece], said[piece + 1], weight);
            _all += weight;
        }
    }

    /// <summary>A copy that is cut up begins on a line of its own, if its line breaks are kept; a heading's text has lost the break before it.</summary>
    private static double WeightOf(in NoticePiece one, in NoticePiece other) =>
        !other.StartsLine ? RearrangingCosts.Seam : one.Span.End < other.Span.Start ? RearrangingCosts.SeamAtLine : RearrangingCosts.SeamRunTogether;

    /// <summary>True when a piece and the next one are neighbours that tell something: both whole where they meet, and not the same, nor the head of a page and what stands on it.</summary>
    public bool Tells(int[] said, int piece) => !ends.HasNoTail(piece) && !ends.HasNoHead(piece + 1) && said[piece] != said[piece + 1]
        && !_heads.IsOfPage(said[piece], piece + 1);

    /// <summary>How much speaks for one piece right behind another; nothing where either is none (-1).</summary>
    public double Joined(int one, int other) => one >= 0 && PairOf(one, other) is >= 0 and var pair ? _pairs[pair].Weight : 0;

    /// <summary>What the neighbours in the source cost that are none in a row.</summary>
    public double CostOf(int[] row)
    {
        var cost = _all;
        for (var at = 0; at + 1 < row.Length; at++) cost -= Joined(row[at], row[at + 1]);
        return cost;
    }

    private void Add(int one, int other, double weight)
    {
        if (PairOf(one, other) is >= 0 and var known)
        {
            _pairs[known] = _pairs[known] with { Weight = _pairs[known].Weight + weight };
            return;
        }

        _pairs.Add((other, weight, _firstPair[one]));
        _firstPair[one] = _pairs.Count - 1;
    }

    private int PairOf(int one, int other)
    {
        var pair = _firstPair[one];
        while (pair >= 0 && _pairs[pair].Other != other) pair = _pairs[pair].Next;
        return pair;
    }
}
