namespace Zhujingban.Corpus.Reuse;

/// <summary>What the chances of two letters, each beside its own neighbours, tell about one standing for the other.</summary>
internal static class LetterChances
{
    /// <summary>A pair that meets more often than by chance, in bits, may be a word.</summary>
    private const double Pair = 1;

    /// <summary>A pair that surely is one.</summary>
    private const double Word = 3;

    /// <summary>
    /// Where both make a pair with the same neighbour (借调, 商调), the one must be so much less likely, in bits, to be a slip. Measured with the next
    /// two on changes of one character in statutes and on random ones in notices: three of four other words are told, one of fourteen slips is refused
    /// when it is drawn as often as characters stand in the text, one of eighty when any character is.
    /// </summary>
    private const double LeastSurpriseOfPairs = 12;

    /// <summary>Elsewhere so much.</summary>
    private const double LeastSurprise = 3;

    /// <summary>What is less likely than this at its place stands between words, or in none that is counted: nothing can be said of it.</summary>
    private const double LeastLikelihood = -25;

    /// <summary>What is so much less likely, in bits, makes no sense.</summary>
    private const double Senseless = 15;

    /// <summary>True when two letters are so unlike in their chances that one is a slip, were it no other word by itself.</summary>
    public static bool AreFarApart(PieceReading left, int i, PieceReading right, int j) => Surprise(left, i, right, j) >= LeastSurpriseOfPairs;

    /// <summary>
    /// 必然须 for 必须: what goes with neither of its neighbours and is so unlikely beside the other one says nothing there. Of numbers, negations, names and
    /// letters of one kind (处, 厅) nobody can tell.
    /// </summary>
    public static bool IsSenseless(PieceReading left, int i, PieceReading right, int j, double least = Senseless)
    {
        var (a, b) = (left.Letters[i], right.Letters[j]);
        if (((left.Kinds[i] | right.Kinds[j]) & LetterKinds.Number) != 0 || ProtectedWords.IsNegation(left, i) || ProtectedWords.IsNegation(right, j)) return false;
        if (ProtectedWords.AreOpposed(a, b) || Surprise(left, i, right, j) < least) return false;
        var (piece, at) = ProtectedWords.Likelihood(left, i) < ProtectedWords.Likelihood(right, j) ? (left, i) : (right, j);
        return ProtectedWords.Affinity(piece, at - 1) < Pair && ProtectedWords.Affinity(piece, at) < Pair
            && !ProtectedWords.IsInUnknownName(left, i) && !ProtectedWords.IsInUnknownName(right, j)
            && !(ProtectedWords.IsInPlace(left, i) && ProtectedWords.IsInPlace(right, j))
            && !ProtectedWords.IsInPersonName(left, i) && !ProtectedWords.IsInPersonName(right, j);
    }

    /// <summary>
    /// 预算 and 决算: both make a word with the same neighbour. In 落实清况 for 落实情况 one does with its left and the other with its right one, which
    /// may be chance: then likelihood decides.
    /// </summary>
    public static bool IsOtherWord(PieceReading left, int i, PieceReading right, int j)
    {
        var bits = Math.Max(
            Math.Min(ProtectedWords.Affinity(left, i - 1), ProtectedWords.Affinity(right, j - 1)),
            Math.Min(ProtectedWords.Affinity(left, i), ProtectedWords.Affinity(right, j)));
        if (bits >= Word) return true;
        var (one, other, surprise) = (ProtectedWords.Likelihood(left, i), ProtectedWords.Likelihood(right, j), Surprise(left, i, right, j));
        return (bits >= Pair && surprise < LeastSurpriseOfPairs) || (surprise < LeastSurprise && Math.Min(one, other) > LeastLikelihood);
    }

    private static double Surprise(PieceReading left, int i, PieceReading right, int j) =>
        Math.Abs(ProtectedWords.Likelihood(left, i) - ProtectedWords.Likelihood(right, j));
}
