namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Pieces that may say the same with slips of the pen, though nothing in them and beside them shows that they do: where the notice as a whole gets likelier
/// with one of them, they are copies.
/// </summary>
internal sealed class DoubtfulCopies
{
    /// <summary>So many pieces are compared with one.</summary>
    private const int MostComparisons = 6;

    private readonly List<PieceCopy> _pairs = [];
    private readonly HashSet<(int, int)> _known = [];

    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    /// <param name="row">The pieces that stand for themselves.</param>
    public DoubtfulCopies(string text, NoticePiece[] pieces, PieceFamilies families, IReadOnlyList<int> row)
    {
        var (comparison, index, candidates) = (new PieceComparison(text), new FingerprintIndex(), new List<int>());
        var (left, right) = (new PieceReading(), new PieceReading());
        foreach (var piece in row.Order())
        {
            if (families.IsCutOff(piece)) continue;
            right.Read(text, pieces[piece].Span);
            if (right.Letters.Length < FingerprintIndex.Shortest) continue;
            index.Take(right);
            index.Find(candidates);
            foreach (var other in candidates.Distinct().Where(other => MayBeCopies(pieces, families, other, piece)).Take(MostComparisons))
            {
                left.Read(text, pieces[other].Span);
                if (comparison.InContext(left, right, SlipContext.WholeText) is not { } likeness) continue;
                _pairs.Add(new PieceCopy(other, piece, likeness.Similarity, likeness.Reason));
                _known.Add((other, piece));
            }

            index.Add(piece);
        }
    }

    /// <summary>The pairs, the earlier piece first.</summary>
    public IReadOnlyList<PieceCopy> Pairs => _pairs;

    /// <summary>True for two pieces that are such a pair.</summary>
    public bool Contains(int one, int other) => _known.Contains((Math.Min(one, other), Math.Max(one, other)));

    private static bool MayBeCopies(NoticePiece[] pieces, PieceFamilies families, int one, int other)
    {
        if (families.FamilyOf(one) == families.FamilyOf(other) || families.AreTwins(one, other) || pieces[one].Kind != pieces[other].Kind) return false;
        // No copy takes down two sentences side by side for one; and what is said twice each way is no slip.
        if (Math.Abs(one - other) == 1 || (families.HasCopies(one) && families.HasCopies(other))) return false;
        return pieces[one].Kind is PieceKind.Sentence or PieceKind.Title || (pieces[one].IsMarked && pieces[one].Mark.Kind == pieces[other].Mark.Kind && pieces[one].Mark.Value == pieces[other].Mark.Value);
    }
}
