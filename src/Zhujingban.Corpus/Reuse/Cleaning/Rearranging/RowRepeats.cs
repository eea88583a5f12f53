using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What a row says twice: seldom rightly, but for formulas and for lists that stand whole.</summary>
/// <param name="pieces">The pieces.</param>
/// <param name="families">Which of them say the same.</param>
internal sealed class RowRepeats(IReadOnlyList<NoticePiece> pieces, PieceFamilies families)
{
    /// <summary>What is shorter, in Chinese characters, may be a formula or a common heading: nothing but its neighbours tells, and they have been asked.</summary>
    private const int LeastMerged = 24;

    private readonly int[] _first = new int[pieces.Count];
    private readonly OwnLists _lists = new([.. pieces], families);

    /// <summary>What it costs that a row says some of it twice.</summary>
    public double CostOf(int[] row)
    {
        var cost = 0.0;
        Array.Fill(_first, -1);
        foreach (var piece in row)
        {
            var family = families.FamilyOf(piece);
            if (_first[family] is >= 0 and var first && families.AreCopies(first, piece)) cost += CostOf(first, piece);
            else _first[family] = piece;
        }

        return cost;
    }

    private double CostOf(int first, int again)
    {
        var cost = PlacementCosts.SaidAgain(Math.Min(families.Weights[first], families.Weights[again]), pieces[again]);
        return pieces[again].IsHead ? cost : Math.Min(cost, RearrangingCosts.MostRepeated);
    }

    /// <summary>The parts of a row that may be copies of other parts: single pieces, and as many in a row as say the same.</summary>
    public IEnumerable<RowMerge> FindMerges(NoticeRow row)
    {
        var places = row.Places();
        var firsts = new Dictionary<int, int>();
        foreach (var piece in row.Pieces)
        {
            if (firsts.TryAdd(families.FamilyOf(piece), piece) || !MayMerge(firsts[families.FamilyOf(piece)], piece)) continue;
            var (one, other) = (places[firsts[families.FamilyOf(piece)]], places[piece]);
            var most = 1;
            while (one + most < other && other + most < row.Pieces.Length && MayMerge(row.Pieces[one + most], row.Pieces[other + most])) most++;
            foreach (var length in most > 1 ? (int[])[1, most] : [1])
            {
                if (!pieces[piece].IsHead && WeightOf(row.Pieces.AsSpan(one, length)) < LeastMerged) continue;
                foreach (var merge in (RowMerge[])[new(one, other, length), new(other, one, length)]) yield return merge;
            }
        }
    }

    private int WeightOf(ReadOnlySpan<int> part)
    {
        var weight = 0;
        foreach (var piece in part) weight += families.Weights[piece];
        return weight;
    }

    private bool MayMerge(int one, int other) =>
        families.FamilyOf(one) == families.FamilyOf(other) && families.AreCopies(one, other) && !(families.IsCutOff(one) && families.IsCutOff(other))
        && !(_lists.Hold(one) && _lists.Hold(other)) && pieces[one].Kind == pieces[other].Kind && !(pieces[one].IsMarked && NumberingKinds.IsContainer(pieces[one].Mark.Kind));
}
