using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the order of a text whose sections stand whole, and not in the order of their numbers: 二、 before 一、, 第九条 before 第一条, the head behind them.
/// Where a number stands twice over different text there is more to decide than numbers can.
/// </summary>
internal static class ShuffledSections
{
    private const int LongestSwapped = 2;

    /// <summary>Of so many steps of a countdown one may rise: a list may close with 七、 that has counted down from 六、.</summary>
    private const int MostRising = 4;

    /// <summary>Of so many numbers one may be missing.</summary>
    private const int FewestOfMissing = 5;

    /// <summary>The pieces in the order of their sections; null for a text whose sections are in order, or that cannot be told by them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    public static NoticePiece[]? Sorted(string text, NoticePiece[] pieces)
    {
        var kind = Array.Exists(pieces, piece => IsOf(piece, NumberingKind.First)) ? NumberingKind.First : NumberingKind.Article;
        var sections = new List<Section>();
        var head = pieces.Length > 0 && pieces[0].Kind == PieceKind.Title ? 0 : LateHeads.Find(text, pieces);
        for (var piece = 0; piece < pieces.Length; piece++)
        {
            if (piece == head) sections.Add(new Section(0, piece, piece));
            else if (IsOf(pieces[piece], kind)) sections.Add(new Section(pieces[piece].Mark.Value, StartOf(pieces, piece), piece));
        }

        if (head < 0 || sections.Count < 3 || sections[0].Start > 0) return null;
        for (var i = 0; i < sections.Count; i++) sections[i] = sections[i] with { End = i + 1 < sections.Count ? sections[i + 1].Start : pieces.Length };
        var sorted = sections.OrderBy(section => section.Number).ToList();
        if (sorted.SequenceEqual(sections) || !IsWholeList(text, pieces, sorted, kind) || MayBeMeant(sections)) return null;
        if (kind != NumberingKind.Article && !Array.Exists(pieces, piece => piece.Kind is PieceKind.DocumentNumber or PieceKind.Addressees || IsIssued(text, piece))) return null;
        // What begins with a head and its first number may be a document of its own, and what stands before it the end of another one.
        if (sections.SkipWhile(section => section.Number > 0).Skip(1).Select(section => section.Number).FirstOrDefault() == 1 && head > 0 && !LateHeads.MayGoOn(text, pieces, head)) return null;
        return EndsOnce(pieces, sections, sorted[^1]) ? [.. sorted.SelectMany(section => pieces[section.Start..section.End])] : null;
    }

    /// <summary>True where the text ends with a head that announces what stands before it: a colon, and no number behind it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">The pieces, in the order of the source.</param>
    public static bool EndsWithHead(string text, NoticePiece[] pieces)
    {
        var head = LateHeads.Find(text, pieces);
        return head > 0 && LateHeads.Announces(text, pieces, head);
    }

    /// <summary>True where no section but the last one, whose copies end with it as well, has a foot, nor a title inside: else there are two documents.</summary>
    private static bool EndsOnce(NoticePiece[] pieces, List<Section> sections, Section last)
    {
        foreach (var section in sections)
        {
            if (section.Number == 0) continue;
            var ends = false;
            for (var piece = section.End - 1; piece >= section.Start; piece--)
            {
                var kind = pieces[piece].Kind;
                ends |= kind is PieceKind.Signature or PieceKind.Date;
                if (kind == PieceKind.Title || (ends && section.Number != last.Number)) return false;
                // 附 over what follows, not over a foot: a list of its own.
                if (kind == PieceKind.Attachment && !ends && section != sections[^1]) return false;
            }
        }

        return true;
    }

    private static bool IsIssued(string text, in NoticePiece piece) => piece.Kind == PieceKind.Title && OfficialDocumentTitles.IssuerOf(piece.Span.Of(text)) is not null;

    private static bool IsOf(in NoticePiece piece, NumberingKind kind) => piece.IsMarked && piece.Mark.Kind == kind && piece.Mark.Branch == 0;

    /// <summary>Where a section begins: with the heading of its chapter.</summary>
    private static int StartOf(NoticePiece[] pieces, int piece)
    {
        while (piece > 0 && pieces[piece - 1].IsMarked && NumberingKinds.IsContainer(pieces[piece - 1].Mark.Kind)) piece--;
        return piece;
    }

    /// <summary>
    /// True for a head and numbers from 1 on, each with one text: what selects or quotes articles has others. Where sections stand twice, few numbers may be missing.
    /// </summary>
    private static bool IsWholeList(string text, NoticePiece[] pieces, List<Section> sorted, NumberingKind kind)
    {
        if (sorted[0].Number != 0) return false;
        var (copies, missing) = (0, 0);
        for (var i = 1; i < sorted.Count; i++)
        {
            copies += sorted[i].Number == sorted[i - 1].Number ? 1 : 0;
            missing += Math.Max(0, sorted[i].Number - sorted[i - 1].Number - 1);
        }

        if (copies == 0) return missing == 0;
        if (kind == NumberingKind.Article || missing * FewestOfMissing > sorted[^1].Number) return false;
        var families = new PieceFamilies(text, pieces);
        return Enumerable.Range(1, sorted.Count - 1).All(i => sorted[i].Number != sorted[i - 1].Number || AreCopies(families, sorted[i], sorted[i - 1]));
    }

    /// <summary>True for two copies of a section that are whole.</summary>
    private static bool AreCopies(PieceFamilies families, Section one, Section other) =>
        one.Length == other.Length && Enumerable.Range(0, one.Length).All(i => families.FamilyOf(one.Start + i) == families.FamilyOf(other.Start + i));

    /// <summary>True for a countdown, and for 一、三、二、 in single sentences, where a number may be wrong.</summary>
    private static bool MayBeMeant(List<Section> sections)
    {
        var body = sections.Where(section => section.Number > 0).ToList();
        var falls = Enumerable.Range(1, body.Count - 1).Where(i => body[i].Number < body[i - 1].Number).ToList();
        if (sections[0].Number > 0) return false;
        return falls.Count * MostRising >= (MostRising - 1) * (body.Count - 1)
            || (falls is [var fall] && body[fall - 1].Number == body[fall].Number + 1 && body[fall - 1].Length <= LongestSwapped && body[fall].Length <= LongestSwapped);
    }

    /// <summary>A section, or the head, whose number is 0: a range of the pieces.</summary>
    private readonly record struct Section(int Number, int Start, int End)
    {
        public int Length => End - Start;
    }
}
