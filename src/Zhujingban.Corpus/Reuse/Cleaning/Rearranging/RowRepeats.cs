using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What a row says twice: seldom rightly, but for formulas and for lists that stand whole.</summary>
/// <param name="text">The text.</param>
/// <param name="pieces">The pieces.</param>
/// <param name="families">Which of them say the same.</param>
/// <param name="doubtful">Which of them may say the same.</param>
internal sealed class RowRepeats(string text, NoticePiece[] pieces, PieceFamilies families, DoubtfulCopies doubtful)
{
    /// <summary>What is shorter, in Chinese characters, may be a formula.</summary>
    private const int ShortMerge = 24;

    private readonly int[] _first = new int[pieces.Length];
    private readonly OwnLists _lists = new(pieces, families);

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
        var cost = PlacementCosts.SaidAgain(Math.Min(families.Traits.Weights[first], families.Traits.Weights[again]), pieces[again]);
        return pieces[again].IsHead ? cost : Math.Min(cost, RearrangingCosts.MostRepeated);
    }

    /// <summary>The parts of a row that may be copies of other parts: single pieces, and as many in a row as say the same.</summary>
    public IEnumerable<RowMerge> FindMerges(NoticeRow row)
    {
        var (places, firsts) = (row.Places(), new Dictionary<int, int>());
        foreach (var piece in row.Pieces)
        {
            if (firsts.TryAdd(families.FamilyOf(piece), piece) || !MayMerge(firsts[families.FamilyOf(piece)], piece)) continue;
            foreach (var merge in FindMerges(row, places[firsts[families.FamilyOf(piece)]], places[piece])) yield return merge;
        }

        foreach (var (one, other, _, _) in doubtful.Pairs)
        {
            if (row.Said[one] != one || row.Said[other] != other) continue;
            foreach (var merge in FindMerges(row, Math.Min(places[one], places[other]), Math.Max(places[one], places[other]))) yield return merge;
        }
    }

    private IEnumerable<RowMerge> FindMerges(NoticeRow row, int one, int other)
    {
        var most = 1;
        while (one + most < other && other + most < row.Pieces.Length && MayMerge(row.Pieces[one + most], row.Pieces[other + most])) most++;
        foreach (var length in most > 1 ? (int[])[1, most] : [1])
        {
            var merge = new RowMerge(one, other, length) { LeastGain = LeastGain(row, one, other, length) };
            if (MayGo(row, merge)) yield return merge;
            merge = merge with { Kept = other, Gone = one };
            if (MayGo(row, merge)) yield return merge;
        }
    }

    /// <summary>What a merge must save: more where the pieces might differ in a word, or are short, as formulas and common headings are.</summary>
    private double LeastGain(NoticeRow row, int one, int other, int length)
    {
        var weight = 0;
        for (var i = 0; i < length; i++)
        {
            if (families.FamilyOf(row.Pieces[one + i]) != families.FamilyOf(row.Pieces[other + i])) return RearrangingCosts.LeastGainOfDoubtful;
            weight += families.Traits.Weights[row.Pieces[one + i]];
        }

        var isShort = weight < ShortMerge && !pieces[row.Pieces[one]].IsHead;
        return isShort ? RearrangingCosts.LeastGainOfDoubtful : RearrangingCosts.LeastGain;
    }

    private bool MayMerge(int one, int other) => AreCopies(one, other) || doubtful.Contains(one, other);

    private bool AreCopies(int one, int other) =>
        families.FamilyOf(one) == families.FamilyOf(other) && families.AreCopies(one, other) && !(families.IsCutOff(one) && families.IsCutOff(other))
        && !(_lists.Hold(one) && _lists.Hold(other)) && !(pieces[one].IsMarked && NumberingKinds.IsContainer(pieces[one].Mark.Kind))
        && (pieces[one].Kind == pieces[other].Kind || IsFragment(one, other) || IsFragment(other, one));

    /// <summary>The end of a sentence does not show the number that it begins with.</summary>
    private bool IsFragment(int part, int whole) => families.IsCutOff(part) && !pieces[part].IsFrame && !pieces[whole].IsFrame;

    /// <summary>
    /// A fragment goes and the whole stays, unless what stands before the fragment breaks off: then both together may say something else. A fragment of two wholes
    /// stays, for nothing tells of which.
    /// </summary>
    private bool MayGo(NoticeRow row, RowMerge merge)
    {
        for (var i = 0; i < merge.Length; i++)
        {
            var (kept, gone) = (row.Pieces[merge.Kept + i], row.Pieces[merge.Gone + i]);
            if (families.IsCutOff(kept) || (families.IsCutOff(gone) && !MayGo(row, gone, kept))) return false;
        }

        return true;
    }

    private bool MayGo(NoticeRow row, int part, int whole)
    {
        var isHead = families.Compare(part, part).Reason == LikenessReasons.TailCutOff;
        if (row.Pieces.Count(piece => piece != part && IsPart(part, piece, isHead)) > 1 || (!isHead && IsDenied(part, whole))) return false;
        if (isHead || part == 0 || families.FamilyOf(part - 1) == families.FamilyOf(part)) return true;
        return Sentences.IsEnd(text[pieces[part - 1].Span.End - 1]) || text[pieces[part - 1].Span.End - 1] is '；' or ';' or '：' or ':';
    }

    private bool IsPart(int part, int whole, bool isHead)
    {
        var one = text.AsSpan(pieces[part].Span.Start, pieces[part].Span.Length);
        var other = text.AsSpan(pieces[whole].Span.Start, pieces[whole].Span.Length);
        return isHead ? other.StartsWith(one) : other.EndsWith(one);
    }

    /// <summary>如实记录。 is as likely the end of another sentence as of the one that says 不如实记录 or 可以如实记录.</summary>
    private bool IsDenied(int part, int whole)
    {
        var before = pieces[whole].Span.End - pieces[part].Span.Length;
        if (before <= pieces[whole].Span.Start) return false;
        return ProtectedWords.IsNegation(text[before - 1]) || ProtectedWords.IsModal(text[before - 1])
            || (before - 2 >= pieces[whole].Span.Start && ProtectedWords.IsModal(text[before - 2]));
    }
}
