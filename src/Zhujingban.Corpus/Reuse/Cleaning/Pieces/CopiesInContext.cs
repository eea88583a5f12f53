using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds copies with slips of the pen that make another word (预算 for 决算), which sentences by themselves do not show to be slips: the sentence
/// behind one that is said again is nearly the sentence behind the other copy, and bears the same mark; or the number of an article, which a regulation has once.
/// </summary>
internal static class CopiesInContext
{
    private const int MostCopies = 4;
    private const int MostTitles = 2;

    /// <summary>For each such copy the piece that it copies, how alike they are, and the rule.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    public static Dictionary<int, (int Of, double Similarity, string Reason)> Find(string text, IReadOnlyList<NoticePiece> pieces, PieceFamilies families)
    {
        var found = new Dictionary<int, (int, double, string)>();
        var comparison = new PieceComparison(text);
        var (left, right) = (new PieceReading(), new PieceReading());
        foreach (var step in (ReadOnlySpan<int>)[1, -1])
        {
            for (var at = step > 0 ? 0 : pieces.Count - 1; at >= 0 && at < pieces.Count; at += step)
            {
                foreach (var copy in CopiesOf(at, families, found))
                {
                    if (TryAdd(at + step, copy + step, isSameUnit: false)) break;
                }
            }
        }

        if (!IsOneRegulation(pieces, families)) return found;
        for (var at = 0; at < pieces.Count; at++)
        {
            if (!pieces[at].IsMarked || pieces[at].Mark.Kind != NumberingKind.Article) continue;
            var other = families.BeforeWithMark[at];
            for (var count = 0; other >= 0 && count < MostCopies && !TryAdd(at, other, isSameUnit: true); other = families.BeforeWithMark[other]) count++;
        }

        return found;

        bool TryAdd(int one, int other, bool isSameUnit)
        {
            if (!MayBeCopies(pieces, families, found, one, other)) return false;
            left.Read(text, pieces[one].Span);
            right.Read(text, pieces[other].Span);
            if (comparison.InContext(left, right, isSameUnit) is not { } likeness) return false;
            found[Math.Max(one, other)] = (Math.Min(one, other), likeness.Similarity, likeness.Reason);
            return true;
        }
    }

    /// <summary>
    /// True when a notice has no more titles than its own and that of one regulation: then there is one 第三条, and what bears its mark is another copy
    /// of it. Of two regulations the first articles may differ in a word that matters.
    /// </summary>
    private static bool IsOneRegulation(IReadOnlyList<NoticePiece> pieces, PieceFamilies families)
    {
        var titles = new HashSet<int>();
        for (var i = 0; i < pieces.Count && titles.Count <= MostTitles; i++)
        {
            if (pieces[i].Kind == PieceKind.Title) titles.Add(families.FamilyOf(i));
        }

        return titles.Count <= MostTitles;
    }

    private static IEnumerable<int> CopiesOf(int piece, PieceFamilies families, Dictionary<int, (int Of, double, string)> found)
    {
        if (found.TryGetValue(piece, out var known)) yield return known.Of;
        var copy = families.BeforeInFamily[piece];
        for (var count = 0; copy >= 0 && count < MostCopies; copy = families.BeforeInFamily[copy], count++) yield return copy;
    }

    private static bool MayBeCopies(IReadOnlyList<NoticePiece> pieces, PieceFamilies families, Dictionary<int, (int, double, string)> found, int one, int other)
    {
        if (one < 0 || other < 0 || one >= pieces.Count || other >= pieces.Count || one == other) return false;
        if (pieces[one].Kind != pieces[other].Kind || families.FamilyOf(one) == families.FamilyOf(other)) return false;
        if (families.HasCopies(one) || families.HasCopies(other) || found.ContainsKey(one) || found.ContainsKey(other)) return false;
        if (pieces[one].Kind is not (PieceKind.Marked or PieceKind.Sentence)) return false;
        return !pieces[one].IsMarked || (pieces[one].Mark.Kind == pieces[other].Mark.Kind && pieces[one].Mark.Value == pieces[other].Mark.Value);
    }
}
