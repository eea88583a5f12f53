namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds numbered pieces that break off and begin as another unit does that stands whole, and are none of its copies: behind another unit with the number
/// before theirs than that one. Two sections may have items that begin alike.
/// </summary>
internal static class TwinBeginnings
{
    private const int MostWholes = 8;
    private const int MostBetween = 12;

    /// <summary>What is shorter is a formula that any stream may break off behind.</summary>
    private const int Shortest = 20;

    /// <summary>Units that are less alike than this are different ones, whatever slips they have.</summary>
    private const double Different = 0.6;

    /// <summary>Such pieces, each with the first that says the same.</summary>
    public static Dictionary<int, int> Find(string text, NoticePiece[] pieces, PieceFamilies families)
    {
        var twins = new Dictionary<int, int>();
        var firsts = new Dictionary<(int Whole, double Share, int Before), int>();
        var comparison = new PieceComparison(text);
        var (one, two) = (new PieceReading(), new PieceReading());
        var wholes = WholesOf(pieces, families);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (!families.IsCutOff(i) || families.Traits.Weights[i] < Shortest || families.Compare(i, i) is not (var share, LikenessReasons.TailCutOff) || UnitBefore(pieces, families, i) is not (>= 0 and var before)) continue;
            if (!wholes.TryGetValue(families.FamilyOf(i), out var others) || !StandElsewhere(others, before)) continue;
            var key = (families.FamilyOf(i), share, families.FamilyOf(before));
            twins[i] = firsts.TryGetValue(key, out var first) ? first : firsts[key] = i;
        }

        return twins;

        // A whole that stands behind a seam has nothing before it that tells.
        bool StandElsewhere(List<int> wholes, int before)
        {
            var others = wholes.ConvertAll(whole => UnitBefore(pieces, families, whole)).FindAll(other => other >= 0);
            return others.Count > 0 && others.TrueForAll(other => AreDifferent(other, before));
        }

        bool AreDifferent(int unit, int other)
        {
            if (families.FamilyOf(unit) == families.FamilyOf(other)) return false;
            one.Read(text, pieces[unit].Span);
            two.Read(text, pieces[other].Span);
            return comparison.Similarity(one, two) < Different;
        }
    }

    private static Dictionary<int, List<int>> WholesOf(NoticePiece[] pieces, PieceFamilies families)
    {
        var wholes = new Dictionary<int, List<int>>();
        for (var i = 0; i < pieces.Length; i++)
        {
            if (!pieces[i].IsMarked || families.IsCutOff(i) || !families.HasCopies(i)) continue;
            if (!wholes.TryGetValue(families.FamilyOf(i), out var same)) wholes[families.FamilyOf(i)] = same = [];
            if (same.Count < MostWholes) same.Add(i);
        }

        return wholes;
    }

    /// <summary>The piece with the number before a piece's own that stands before it, with nothing but whole sentences between; -1 for none.</summary>
    private static int UnitBefore(NoticePiece[] pieces, PieceFamilies families, int piece)
    {
        if (!pieces[piece].IsMarked) return -1;
        var mark = pieces[piece].Mark;
        for (var at = piece - 1; at >= 0 && piece - at <= MostBetween; at--)
        {
            if (pieces[at].IsMarked) return pieces[at].Mark.Kind == mark.Kind && pieces[at].Mark.Value == mark.Value - 1 && !families.IsCutOff(at) ? at : -1;
            if (pieces[at].Kind != PieceKind.Sentence || families.IsCutOff(at)) return -1;
        }

        return -1;
    }
}
