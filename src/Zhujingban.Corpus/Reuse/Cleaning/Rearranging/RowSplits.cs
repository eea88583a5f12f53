using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds copies that may be none: a notice may say the same under two headings. Such a one stands in the source beside other pieces than those that the row has
/// beside it.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="pieces">The pieces.</param>
/// <param name="families">Which of them say the same.</param>
internal sealed class RowSplits(string text, NoticePiece[] pieces, PieceFamilies families)
{
    /// <summary>What is said again more often is no sentence that a notice has at two places.</summary>
    private const int MostCopies = 16;

    /// <summary>The copies that may have a place of their own: right behind what stands before them in the source, or right before what stands behind them.</summary>
    public IEnumerable<RowSplit> Find(NoticeRow row)
    {
        var places = row.Places();
        foreach (var copies in Enumerable.Range(0, row.Said.Length).ToLookup(piece => row.Said[piece]))
        {
            var said = copies.Take(MostCopies + 1).ToArray();
            if (said.Length is 1 or > MostCopies) continue;
            var tried = new HashSet<int>();
            foreach (var piece in said)
            {
                if (!MayStandForItself(piece) || IsAtHome(row, places, piece) || !tried.Add(Before(row, piece))) continue;
                var twins = Array.FindAll(said, other => Before(row, other) == Before(row, piece) || (Behind(row, piece) >= 0 && Behind(row, other) == Behind(row, piece)));
                // The one that stands for all of them goes on to do so, if it may.
                if (Array.FindAll([copies.Key, .. said], other => !twins.Contains(other) && MayStandForItself(other)) is not [var kept, ..]) continue;
                var (from, to) = (places[Before(row, piece)] + 1, Behind(row, piece) is >= 0 and var behind ? places[behind] : -1);
                if (!IsBesideItself(row, piece, from)) yield return new RowSplit(piece, twins, kept, from);
                if (to >= 0 && to != from && !IsBesideItself(row, piece, to)) yield return new RowSplit(piece, twins, kept, to);
            }
        }
    }

    /// <summary>True for a whole sentence that does not begin the source: the heading of a chapter and the title that pages repeat stand at one place.</summary>
    private bool MayStandForItself(int piece) => piece > 0 && pieces[piece].Kind is PieceKind.Marked or PieceKind.Sentence && !families.IsCutOff(piece)
        && (Sentences.IsEnd(text[pieces[piece].Span.End - 1]) || text[pieces[piece].Span.End - 1] is '；' or ';');

    /// <summary>True where the row has what a piece says right before a place or behind it: no notice says the same twice on end.</summary>
    private bool IsBesideItself(NoticeRow row, int piece, int place) =>
        (place > 0 && families.FamilyOf(row.Pieces[place - 1]) == families.FamilyOf(piece)) || (place < row.Pieces.Length && families.FamilyOf(row.Pieces[place]) == families.FamilyOf(piece));

    /// <summary>True for what stands beside something in the source as the row has it, or beside what says the same.</summary>
    private static bool IsAtHome(NoticeRow row, int[] places, int piece)
    {
        var (said, before, behind) = (row.Said[piece], Before(row, piece), Behind(row, piece));
        return before == said || behind == said || places[before] + 1 == places[said] || (behind >= 0 && places[said] + 1 == places[behind]);
    }

    /// <summary>What stands in the row for the piece before one; -1 for none.</summary>
    private static int Before(NoticeRow row, int piece) => piece > 0 ? row.Said[piece - 1] : -1;

    /// <summary>What stands in the row for the piece behind one; -1 for none.</summary>
    private static int Behind(NoticeRow row, int piece) => piece + 1 < row.Said.Length ? row.Said[piece + 1] : -1;
}
