using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the order of a text whose sections stand whole, each once, and not in the order of their numbers: 二、 before 一、, 第九条 before 第一条, the head behind them.
/// Where a number stands twice there is more to decide than numbers can.
/// </summary>
internal static class ShuffledSections
{
    /// <summary>The pieces in the order of their sections; null for a text whose sections are in order, or that cannot be told by them.</summary>
    /// <param name="pieces">The pieces of the text.</param>
    public static NoticePiece[]? Sorted(NoticePiece[] pieces)
    {
        var kind = Array.Exists(pieces, piece => IsOf(piece, NumberingKind.First)) ? NumberingKind.First : NumberingKind.Article;
        var sections = new List<Section>();
        var head = pieces.Length > 0 && pieces[0].Kind == PieceKind.Title ? 0 : LateHeads.Find(pieces);
        for (var piece = 0; piece < pieces.Length; piece++)
        {
            if (piece == head) sections.Add(new Section(0, piece));
            else if (IsOf(pieces[piece], kind)) sections.Add(new Section(pieces[piece].Mark.Value, StartOf(pieces, piece)));
        }

        if (sections.Count < 3 - (head < 0 ? 1 : 0) || sections[0].Start > 0) return null;
        var sorted = sections.OrderBy(section => section.Number).ToList();
        if (sorted.SequenceEqual(sections)) return null;
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Number == sorted[i - 1].Number) return null;
        }

        return EndsOnce(pieces, sections, sorted[^1]) ? [.. sorted.SelectMany(section => pieces[section.Start..EndOf(pieces, sections, section)])] : null;
    }

    /// <summary>True where the text ends with a head that announces what stands before it: no number follows it.</summary>
    /// <param name="pieces">The pieces, in the order of the source.</param>
    public static bool EndsWithHead(NoticePiece[] pieces)
    {
        var head = LateHeads.Find(pieces);
        return head > 0 && pieces[0].IsMarked && pieces[0].Mark.Value == 1 && !Array.Exists(pieces[head..], piece => piece.IsMarked);
    }

    /// <summary>True where no section but the last one has a foot, nor a title inside: else there are two documents.</summary>
    private static bool EndsOnce(NoticePiece[] pieces, List<Section> sections, Section last)
    {
        foreach (var section in sections)
        {
            if (section.Number == 0) continue;
            for (var piece = section.Start; piece < EndOf(pieces, sections, section); piece++)
            {
                if (pieces[piece].Kind == PieceKind.Title || (section != last && pieces[piece].Kind is PieceKind.Signature or PieceKind.Date)) return false;
            }
        }

        return true;
    }

    private static bool IsOf(in NoticePiece piece, NumberingKind kind) => piece.IsMarked && piece.Mark.Kind == kind && piece.Mark.Branch == 0;

    /// <summary>Where a section begins: with the heading of its chapter.</summary>
    private static int StartOf(NoticePiece[] pieces, int piece)
    {
        while (piece > 0 && pieces[piece - 1].IsMarked && NumberingKinds.IsContainer(pieces[piece - 1].Mark.Kind)) piece--;
        return piece;
    }

    private static int EndOf(NoticePiece[] pieces, List<Section> sections, Section section)
    {
        var next = sections.IndexOf(section) + 1;
        return next < sections.Count ? sections[next].Start : pieces.Length;
    }

    /// <summary>A section, or the head, whose number is 0.</summary>
    private readonly record struct Section(int Number, int Start);
}
