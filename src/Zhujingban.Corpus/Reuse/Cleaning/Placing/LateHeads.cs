using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Finds the notice's own head where a text begins in the middle of the notice.</summary>
internal static class LateHeads
{
    private const int ShortestShared = 6;
    private const int LongShared = 12;
    private const int FewestShared = 10;

    /// <summary>One number that is missing behind a head may be another document's.</summary>
    private const int FewestFilling = 2;

    /// <summary>What a document ends with: when it comes into force, who explains it, what it leaves to others.</summary>
    private static readonly string[] Ends = ["施行", "负责解释", "起执行", "另行通知", "特此"];

    /// <summary>
    /// Where the first title with a number or addressees beside it begins, where something of the body stands before it; -1 for none. What a notice issues has
    /// neither, so that its title may stand before; a notice that another one passes on has a head before it. A law has neither, nor a foot: it is the first title there.
    /// </summary>
    /// <param name="pieces">The pieces of the text.</param>
    public static int Find(NoticePiece[] pieces) => pieces.Length == 0 || pieces[0].Kind == PieceKind.Title ? -1 : FindBehind(pieces, 0);

    private static int FindBehind(NoticePiece[] pieces, int behind)
    {
        // Windows that begin behind the title have the rest of the head without it.
        for (var part = behind; part < pieces.Length; part++)
        {
            if (pieces[part].Kind is not (PieceKind.DocumentNumber or PieceKind.Addressees)) continue;
            if (HeadAround(pieces, ref part) is > 0 and var head) return Array.Exists(pieces[..head], piece => !piece.IsFrame) ? head : -1;
        }

        if (Array.Exists(pieces, piece => piece.Kind is PieceKind.DocumentNumber or PieceKind.Addressees or PieceKind.Attachment or PieceKind.Signature or PieceKind.Date)) return -1;
        return BeginAt(pieces, Array.FindIndex(pieces, piece => piece.Kind == PieceKind.Title));
    }

    /// <summary>
    /// The same, or behind the title of what it issues; where there is none, a public notice, which has no addressees, has a title that names who issues it, or one that is the
    /// only title of the text and of no attachment.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    public static int Find(string text, NoticePiece[] pieces)
    {
        if (pieces.Length == 0) return -1;
        if (pieces[0].Kind == PieceKind.Title) return FindBehind(pieces, 1) is > 0 and var issuing && Issues(TitleFrom(text, pieces, issuing), pieces[0].Span.Of(text)) ? issuing : -1;
        if (Find(pieces) is >= 0 and var head) return head;
        var title = Array.FindIndex(pieces, piece => piece.Kind == PieceKind.Title && OfficialDocumentTitles.IssuerOf(piece.Span.Of(text)) is not null);
        return BeginAt(pieces, title >= 0 ? title : OnlyTitle(text, pieces));
    }

    /// <summary>The only title that a text has, where that is not what the text issues (《…办法》) or attaches, nor stands between two numbers that follow each other; -1 for none.</summary>
    private static int OnlyTitle(string text, NoticePiece[] pieces)
    {
        var titles = pieces.Where(piece => piece.Kind == PieceKind.Title).Select(piece => piece.Span.Of(text)).ToHashSet();
        if (titles.Count != 1 || Array.Exists(pieces, piece => piece.Kind is PieceKind.Attachment or PieceKind.Order)) return -1;
        var title = titles.First();
        var isNamed = text.Contains(string.Concat("《", title.AsSpan(0, Math.Min(title.Length, LongShared))), StringComparison.Ordinal);
        var at = Array.FindIndex(pieces, piece => piece.Kind == PieceKind.Title);
        return isNamed || StandsInList(pieces, at) ? -1 : at;
    }

    private static bool StandsInList(NoticePiece[] pieces, int at)
    {
        var above = Array.FindLastIndex(pieces, at, at + 1, IsSection);
        var below = Array.FindIndex(pieces, at, IsSection);
        return above >= 0 && below >= 0 && pieces[below].Mark.Kind == pieces[above].Mark.Kind && pieces[below].Mark.Value == pieces[above].Mark.Value + 1;
    }

    private static bool IsSection(NoticePiece piece) => piece.IsMarked && piece.Mark.Kind is NumberingKind.First or NumberingKind.Article;

    private static int BeginAt(NoticePiece[] pieces, int title) =>
        title > 0 && HeadAround(pieces, ref title) is > 0 and var first && Array.Exists(pieces[..first], piece => !piece.IsFrame) ? first : -1;

    /// <summary>Where the head around one of its parts begins, if it has a title; -1 if it has none. Goes to its last part.</summary>
    private static int HeadAround(NoticePiece[] pieces, ref int part)
    {
        var first = part;
        while (first > 0 && pieces[first - 1].StandsInHead) first--;
        while (part + 1 < pieces.Length && pieces[part + 1].StandsInHead) part++;
        return Array.Exists(pieces[first..(part + 1)], piece => piece.Kind == PieceKind.Title) ? first : -1;
    }

    private static string TitleFrom(string text, NoticePiece[] pieces, int head) => Array.Find(pieces[head..], piece => piece.Kind == PieceKind.Title).Span.Of(text);

    /// <summary>True for 关于印发…办法的通知 and the title of that 办法.</summary>
    private static bool Issues(string title, string issued) =>
        IssuedTitles.IsIssuing(title) && title.Contains(issued, StringComparison.Ordinal) && !title.EndsWith(issued, StringComparison.Ordinal);

    /// <summary>
    /// True where the text before a head may go on behind its end: the notice or what it issues breaks off there, without a foot, or what stands before the head
    /// says nothing new. What ends as documents do before a head is another document, unless its numbers go on there or the text behind says some of it again.
    /// </summary>
    public static bool MayGoOn(string text, NoticePiece[] pieces, int head)
    {
        if (FillsHole(pieces, head)) return true;
        if (EndsDocument(pieces[head - 1].Span.Of(text)) && !GoesOn(pieces, head) && !SharesText(text, pieces, head)) return false;
        var foot = Array.FindLastIndex(pieces, piece => piece.Kind is PieceKind.Signature or PieceKind.Date);
        if (foot < head || Array.Exists(pieces[foot..], piece => piece.IsMarked)) return true;
        // What a notice issues stands behind its foot.
        if (IssuedTitles.IsIssuing(TitleFrom(text, pieces, head))) return true;
        var known = new HashSet<string>();
        foreach (var piece in pieces[head..]) known.Add(piece.Span.Of(text));
        return Array.TrueForAll(pieces[..head], piece => known.Contains(piece.Span.Of(text)));
    }

    private static bool EndsDocument(string sentence) => Array.Exists(Ends, end => sentence.Contains(end, StringComparison.Ordinal));

    /// <summary>True where sentences before a head stand behind it again: a long one, or two, and no fewer than one in ten.</summary>
    public static bool SharesText(string text, NoticePiece[] pieces, int head)
    {
        var known = new HashSet<string>();
        foreach (var piece in pieces[head..])
        {
            if (piece.Span.Length >= ShortestShared) known.Add(piece.Span.Of(text));
        }

        var shared = Array.FindAll(pieces[..head], piece => known.Contains(piece.Span.Of(text)));
        return shared.Length * FewestShared >= head && (shared.Length > 1 || Array.Exists(shared, piece => piece.Span.Length >= LongShared));
    }

    /// <summary>True where a head at the end of a text announces what stands before it: with a colon, and no number behind it.</summary>
    public static bool Announces(string text, NoticePiece[] pieces, int head) =>
        text[pieces[^1].Span.End - 1] is '：' or ':' && pieces[0].IsMarked && !Array.Exists(pieces[head..], piece => piece.IsMarked);

    /// <summary>True where the first number of a text, which is no first one, is the next one behind the last number of its kind, or stands there again, and no foot stands behind that.</summary>
    public static bool GoesOn(NoticePiece[] pieces, int head)
    {
        if (FillsHole(pieces, head)) return true;
        var first = Array.FindIndex(pieces, piece => piece.IsMarked && !NumberingKinds.IsContainer(piece.Mark.Kind));
        if (first < 0 || first > head || pieces[first].Mark.Value < 2) return false;
        var last = Array.FindLastIndex(pieces, piece => piece.IsMarked && piece.Mark.Kind == pieces[first].Mark.Kind);
        return last > head && pieces[first].Mark.Value <= pieces[last].Mark.Value + 1 && !Array.Exists(pieces[last..], piece => piece.Kind is PieceKind.Signature or PieceKind.Date);
    }

    /// <summary>True where 一、 to 六、 and 十六、 stand behind a head, and 七、 to 十五、 before it: the numbers there are just those that are missing here, and others that stand here.</summary>
    private static bool FillsHole(NoticePiece[] pieces, int head)
    {
        var kind = Array.Exists(pieces, piece => piece.IsMarked && piece.Mark.Kind == NumberingKind.First) ? NumberingKind.First : NumberingKind.Article;
        var (before, behind) = (NumbersOf(pieces.AsSpan(0, head), kind), NumbersOf(pieces.AsSpan(head), kind));
        if (before.Count < FewestFilling || behind.Count == 0 || behind.Max == behind.Count || before.Max > behind.Max || Array.Exists(pieces[..head], IsOfFoot)) return false;
        before.UnionWith(behind);
        return before.Count == before.Max;
    }

    private static bool IsOfFoot(NoticePiece piece) => piece.Kind is PieceKind.Signature or PieceKind.Date;

    private static SortedSet<int> NumbersOf(ReadOnlySpan<NoticePiece> pieces, NumberingKind kind)
    {
        var numbers = new SortedSet<int>();
        foreach (var piece in pieces)
        {
            if (piece.HasNumber(kind)) numbers.Add(piece.Mark.Value);
        }

        return numbers;
    }
}
