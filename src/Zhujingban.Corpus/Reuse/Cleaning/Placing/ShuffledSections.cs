using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the order of a text whose sections stand whole, each once, and not in the order of their numbers: 二、 before 一、, 第九条 before 第一条, the head behind them.
/// Where a number stands twice there is more to decide than numbers can.
/// </summary>
internal static class ShuffledSections
{
    private const int LongestSwapped = 2;

    /// <summary>The pieces in the order of their sections; null for a text whose sections are in order, or that cannot be told by them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    public static NoticePiece[]? Sorted(string text, NoticePiece[] pieces)
    {
        var kind = Array.Exists(pieces, piece => IsOf(piece, NumberingKind.First)) ? NumberingKind.First : NumberingKind.Article;
        var sections = new List<Section>();
        var head = pieces.Length > 0 && pieces[0].Kind == PieceKind.Title ? 0 : LateHeads.Find(pieces);
        for (var piece = 0; piece < pieces.Length; piece++)
        {
            if (piece == head) sections.Add(new Section(0, piece, piece));
            else if (IsOf(pieces[piece], kind)) sections.Add(new Section(pieces[piece].Mark.Value, StartOf(pieces, piece), piece));
        }

        if (head < 0 || sections.Count < 3 || sections[0].Start > 0) return null;
        for (var i = 0; i < sections.Count; i++) sections[i] = sections[i] with { End = i + 1 < sections.Count ? sections[i + 1].Start : pieces.Length };
        var sorted = sections.OrderBy(section => section.Number).ToList();
        if (sorted.SequenceEqual(sections) || !IsWholeList(sorted) || MayBeMeant(sections)) return null;
        if (kind != NumberingKind.Article && !Array.Exists(pieces, piece => piece.Kind is PieceKind.DocumentNumber or PieceKind.Addressees)) return null;
        // What begins with a head and its first number may be a document of its own, and what stands before it the end of another one.
        if (sections.SkipWhile(section => section.Number > 0).Skip(1).Select(section => section.Number).FirstOrDefault() == 1 && head > 0 && !LateHeads.MayGoOn(text, pieces, head)) return null;
        return EndsOnce(pieces, sections, sorted[^1]) ? [.. sorted.SelectMany(section => pieces[section.Start..section.End])] : null;
    }

    /// <summary>True where the text ends with a head that announces what stands before it: a colon, and no number behind it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">The pieces, in the order of the source.</param>
    public static bool EndsWithHead(string text, NoticePiece[] pieces)
    {
        var head = LateHeads.Find(pieces);
        return head > 0 && text[pieces[^1].Span.End - 1] is '：' or ':' && pieces[0].IsMarked && pieces[0].Mark.Value == 1 && !Array.Exists(pieces[head..], piece => piece.IsMarked);
    }

    /// <summary>True where no section but the last one has a foot, nor a title inside: else there are two documents.</summary>
    private static bool EndsOnce(NoticePiece[] pieces, List<Section> sections, Section last)
    {
        foreach (var section in sections)
        {
            if (section.Number == 0) continue;
            foreach (var piece in pieces.AsSpan(section.Start..section.End))
            {
                if (piece.Kind == PieceKind.Title || (section != last && piece.Kind is PieceKind.Signature or PieceKind.Date)) return false;
                // 附 over what follows: a list of its own.
                if (section != sections[^1] && piece.Kind == PieceKind.Attachment) return false;
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

    /// <summary>True for a head and numbers from 1 on, each once: what selects or quotes articles has others.</summary>
    private static bool IsWholeList(List<Section> sorted) => Enumerable.Range(0, sorted.Count).All(i => sorted[i].Number == i);

    /// <summary>True for a countdown, and for 一、三、二、 in single sentences, where a number may be wrong.</summary>
    private static bool MayBeMeant(List<Section> sections)
    {
        var body = sections.Where(section => section.Number > 0).ToList();
        var falls = Enumerable.Range(1, body.Count - 1).Where(i => body[i].Number < body[i - 1].Number).ToList();
        if (sections[0].Number > 0) return false;
        return falls.Count == body.Count - 1
            || (falls is [var fall] && body[fall - 1].Number == body[fall].Number + 1 && body[fall - 1].Length <= LongestSwapped && body[fall].Length <= LongestSwapped);
    }

    /// <summary>A section, or the head, whose number is 0: a range of the pieces.</summary>
    private readonly record struct Section(int Number, int Start, int End)
    {
        public int Length => End - Start;
    }
}
