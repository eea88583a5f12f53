using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// What the whole text tells about two pieces standing one behind the other: a copy of the notice has every sentence beside its true neighbours but
/// at its seams. Two that stand together elsewhere, too, belong together; where another copy has other neighbours, a seam is likely between them.
/// What the two show by themselves counts, too.
/// </summary>
internal sealed class KnownJoins
{
    /// <summary>A sentence that is said a hundred times is looked at beside so many neighbours.</summary>
    private const int MostNeighbours = 4;

    private readonly NoticePiece[] _pieces;
    private readonly PieceFamilies _families;
    private readonly Dictionary<long, int> _pairs = [];

    /// <summary>For each family the pieces that stand behind one of it, and those that stand before one.</summary>
    private readonly List<int>?[] _behind;
    private readonly List<int>?[] _before;

    private readonly PlaceMemo<double> _costs;

    /// <param name="pieces">The pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    public KnownJoins(NoticePiece[] pieces, PieceFamilies families)
    {
        (_pieces, _families, _costs) = (pieces, families, new((other, one) => NeighbourCost(one, other) + ListCost(one, other)));
        (_behind, _before) = (new List<int>?[pieces.Length], new List<int>?[pieces.Length]);
        for (var i = 0; i + 1 < pieces.Length; i++)
        {
            if (!Tells(i)) continue;
            var (one, other) = (families.FamilyOf(i), families.FamilyOf(i + 1));
            _pairs[Pair(one, other)] = _pairs.GetValueOrDefault(Pair(one, other)) + 1;
            Add(ref _behind[one], i + 1);
            Add(ref _before[other], i);
        }
    }

    /// <summary>What it costs that a piece follows another in a stream; below zero where another place has them so.</summary>
    /// <param name="one">The stream's last piece.</param>
    /// <param name="other">The piece that follows it, which may stand farther on in the text.</param>
    public double Cost(int one, int other) => _costs.Of(other, one);

    /// <summary>True when two pieces stand one behind the other at another place, too.</summary>
    public bool AreJoinedElsewhere(int one, int other) =>
        _pairs.GetValueOrDefault(Pair(_families.FamilyOf(one), _families.FamilyOf(other))) > (other == one + 1 && Tells(one) ? 1 : 0);

    private double NeighbourCost(int one, int other)
    {
        if (AreJoinedElsewhere(one, other)) return other == one + 1 ? 0 : -PlacementCosts.JoinedElsewhere;
        var against = (HasOtherBehind(one, other) ? 1 : 0) + (HasOtherBefore(one, other) ? 1 : 0);
        return against * (_pieces[other].IsMarked ? PlacementCosts.OtherNeighbourOfNumber : PlacementCosts.OtherNeighbour);
    }

    /// <summary>A colon announces a list, and the items of an article are announced by one.</summary>
    private double ListCost(int one, int other)
    {
        ref readonly var last = ref _pieces[one];
        ref readonly var next = ref _pieces[other];
        if (last.IsFrame || _families.IsCutOff(one)) return 0;
        var begins = next.IsMarked && next.Mark.Value == 1 && !NumberingKinds.IsContainer(next.Mark.Kind);
        var isItem = begins && next.Mark.Kind == NumberingKind.Second && last.IsMarked && last.Mark.Kind == NumberingKind.Article;
        return (_families.Traits.EndsWithColon(one) ? !begins : isItem) ? PlacementCosts.NotAnnounced : 0;
    }

    private bool HasOtherBehind(int one, int other)
    {
        if (_families.IsCutOff(one) || _behind[_families.FamilyOf(one)] is not { } behind) return false;
        foreach (var piece in behind)
        {
            if (piece != one + 1 && !IsLater(piece, other)) return true;
        }

        return false;
    }

    private bool HasOtherBefore(int one, int other)
    {
        if (_families.IsCutOff(other) || _before[_families.FamilyOf(other)] is not { } before) return false;
        foreach (var piece in before)
        {
            if (piece != other - 1 && !IsLater(one, piece)) return true;
        }

        return false;
    }

    /// <summary>True for （三） and （二）: the copy that has （三） instead may just have left out （二）.</summary>
    private bool IsLater(int piece, int other)
    {
        ref readonly var one = ref _pieces[piece];
        ref readonly var two = ref _pieces[other];
        return one.IsMarked && two.IsMarked && one.Mark.Kind == two.Mark.Kind && one.Mark.Value > two.Mark.Value;
    }

    /// <summary>True when a piece and the next one are whole.</summary>
    private bool Tells(int piece) => !_families.IsCutOff(piece) && !_families.IsCutOff(piece + 1);

    /// <summary>A number for each pair, spread out by the product: most pairs are neighbours, and what a dictionary makes of both halves of a number is the same for many of these.</summary>
    private static long Pair(int one, int other) => (long)((((ulong)(uint)one << 32) | (uint)other) * 0x9E37_79B9_7F4A_7C15UL);

    private static void Add(ref List<int>? neighbours, int piece)
    {
        neighbours ??= [];
        if (neighbours.Count < MostNeighbours) neighbours.Add(piece);
    }
}
