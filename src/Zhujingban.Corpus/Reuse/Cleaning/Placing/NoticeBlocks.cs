using System.Text;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What a block of a notice is; in this order they stand in a notice that issues another text.</summary>
internal enum NoticeBlockKind
{
    /// <summary>From the title to what the preamble announces; or the rest of it, from the document's number or the addressees on.</summary>
    Head,

    /// <summary>Signature and date, with what stands around them: 特此通知。, 附件：…, （此件公开发布）.</summary>
    Foot,

    /// <summary>The title of what the notice issues, and what it is based on.</summary>
    IssuedTitle,

    /// <summary>一、 or 第一条 with all that is inside, and the heading of the chapter over it.</summary>
    Section,
}

/// <summary>A part of a text that pages move as a whole.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of a section; of the rest of a head which part it begins with.</param>
/// <param name="Start">Its first piece.</param>
/// <param name="End">The piece behind it.</param>
internal readonly record struct NoticeBlock(NoticeBlockKind Kind, int Number, int Start, int End)
{
    /// <summary>How many pieces it has.</summary>
    public int Length => End - Start;

    /// <summary>True for a section.</summary>
    public bool IsSection => Kind == NoticeBlockKind.Section;
}

/// <summary>Cuts a text into the blocks of one notice.</summary>
internal static class NoticeBlocks
{
    /// <summary>编, 分编, 章 and 节 over one article, and what is left of a heading.</summary>
    private const int MostContainers = 5;

    /// <summary>A shorter line is named by anything.</summary>
    private const int ShortestTitle = 6;

    private const int LongestHeading = 20;

    /// <summary>What stands farther behind a title is no part of its head.</summary>
    private const int MostOfHead = 16;

    private const int LongestHead = 2000;

    /// <summary>A longer list of attachments is no part of a foot.</summary>
    private const int MostAttached = 100;

    private static readonly string[] Closings = ["特此", "专此", "以上"];

    /// <summary>The blocks; null for a text that holds another title, or something that belongs to no block.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="head">The piece that the head begins with, or -1.</param>
    /// <param name="kind">The kind of number that sections have.</param>
    public static List<NoticeBlock>? Of(string text, NoticePiece[] pieces, int head, NumberingKind kind)
    {
        var blocks = new List<NoticeBlock>();
        var headText = head < 0 ? "" : HeadText(text, pieces, head);
        var parts = new HashSet<PieceKind>();
        for (var piece = 0; piece < pieces.Length; piece++)
        {
            // Of the parts of a head each stands once; of HeadLine there are several.
            if (pieces[piece].StandsInHead && pieces[piece].Kind is not (PieceKind.HeadLine or PieceKind.Title) && !parts.Add(pieces[piece].Kind)) return null;
            var begins = BlockAt(text, pieces, piece, head, headText, kind);
            if (begins is null && ((pieces[piece].Kind == PieceKind.Title && !IsTitleAgain(text, pieces, piece)) || blocks.Count == 0)) return null;
            if (begins is { IsSection: false } && blocks.Count > 0 && blocks[^1].Kind == begins.Value.Kind && (piece != head || pieces[piece - 1].StandsInHead)) begins = null;
            else if (begins is null && blocks[^1].Kind == NoticeBlockKind.Foot && !IsNote(text, pieces[piece])) return null;
            if (begins is not { } block) continue;
            if (blocks.Count > 0) blocks[^1] = blocks[^1] with { End = piece };
            blocks.Add(block);
            while (block.IsSection && pieces[piece].Mark.Kind != kind) piece++;
        }

        if (blocks.Count > 0) blocks[^1] = blocks[^1] with { End = pieces.Length };
        return blocks;
    }

    /// <summary>True for a part of a foot, or what stands right before it.</summary>
    public static bool IsOfFoot(string text, NoticePiece[] pieces, int piece) => pieces[piece].Kind switch
    {
        PieceKind.Signature or PieceKind.Date => true,
        PieceKind.Attachment => IsBesideFoot(pieces, piece),
        PieceKind.Sentence => IsClosing(text, pieces, piece),
        _ => false,
    };

    /// <summary>特此通知。 right before the note of attachments or the signature.</summary>
    public static bool IsClosing(string text, NoticePiece[] pieces, int piece) => piece + 1 < pieces.Length && pieces[piece].Kind == PieceKind.Sentence
        && pieces[piece + 1].Kind is PieceKind.Attachment or PieceKind.Signature or PieceKind.Date && Array.Exists(Closings, closing => text.AsSpan(pieces[piece].Span.Start).StartsWith(closing));

    /// <summary>附注: （此件公开发布）.</summary>
    public static bool IsNote(string text, in NoticePiece piece) => piece.Kind == PieceKind.Sentence && text[piece.Span.Start] is '（' or '(' && text[piece.Span.End - 1] is '）' or ')';

    /// <summary>What a head says before the first number, without line breaks: there it names what the notice issues.</summary>
    public static string HeadText(string text, NoticePiece[] pieces, int head)
    {
        var said = new StringBuilder();
        for (var piece = head; piece < pieces.Length && !pieces[piece].IsMarked && piece - head < MostOfHead && said.Length < LongestHead; piece++) said.Append(Unbroken(text, pieces[piece])).Append('\n');
        return said.ToString();
    }

    /// <summary>True for a title that the head names, in its own title or in what it says behind that: 《…》已经…审议通过.</summary>
    public static bool IsNamed(string text, in NoticePiece title, string headText)
    {
        var name = Unbroken(text, title);
        foreach (var line in headText.AsSpan().EnumerateLines())
        {
            if (name.Length >= ShortestTitle && line.Length > name.Length && line.Contains(name, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static string Unbroken(string text, in NoticePiece piece) => OfficialDocumentHeadParts.Unbroken(text.AsSpan(piece.Span.Start, piece.Span.Length));

    /// <summary>The block that begins with a piece; null where none does.</summary>
    private static NoticeBlock? BlockAt(string text, NoticePiece[] pieces, int piece, int head, string headText, NumberingKind kind)
    {
        if (piece == head || (pieces[piece].StandsInHead && pieces[piece].Kind != PieceKind.Title)) return new NoticeBlock(NoticeBlockKind.Head, piece == head ? 0 : (int)pieces[piece].Kind, piece, piece);
        if (IsOfFoot(text, pieces, piece)) return new NoticeBlock(NoticeBlockKind.Foot, 0, piece, piece);
        if (MayBeTitle(text, pieces[piece]) && IsNamed(text, pieces[piece], headText)) return new NoticeBlock(NoticeBlockKind.IssuedTitle, 0, piece, piece);
        var mark = piece;
        while (mark + 1 < pieces.Length && mark < piece + MostContainers && (IsContainer(pieces[mark]) || (mark > piece && IsRestOfHeading(text, pieces[mark])))) mark++;
        return pieces[mark].HasNumber(kind) ? new NoticeBlock(NoticeBlockKind.Section, pieces[mark].Mark.Value, piece, piece) : null;
    }

    private static bool IsContainer(in NoticePiece piece) => piece.IsMarked && NumberingKinds.IsContainer(piece.Mark.Kind);

    /// <summary>The heading of a chapter may break in a word: 第四章 企业新⏎型学徒监督.</summary>
    private static bool IsRestOfHeading(string text, in NoticePiece piece) =>
        piece.Kind == PieceKind.Sentence && piece.Span.Length <= LongestHeading && !Sentences.IsEnd(text[piece.Span.End - 1]);

    /// <summary>True for a title under the same title, as collections have it.</summary>
    private static bool IsTitleAgain(string text, NoticePiece[] pieces, int piece) =>
        piece > 0 && pieces[piece - 1].Kind == PieceKind.Title && pieces[piece - 1].Span.Of(text) == pieces[piece].Span.Of(text);

    /// <summary>A title, or a line that is none by its last word: 《…三年行动计划》.</summary>
    private static bool MayBeTitle(string text, in NoticePiece piece) =>
        piece.Kind == PieceKind.Title || (piece is { Kind: PieceKind.Sentence, StartsLine: true } && piece.Span.Length >= ShortestTitle && !Sentences.IsEnd(text[piece.Span.End - 1]));

    /// <summary>附件：… over the signature, or behind the date.</summary>
    private static bool IsBesideFoot(NoticePiece[] pieces, int piece)
    {
        var (before, behind) = (piece, piece);
        while (before > 0 && piece - before < MostAttached && pieces[before].Kind == PieceKind.Attachment) before--;
        while (behind + 1 < pieces.Length && behind - piece < MostAttached && pieces[behind].Kind == PieceKind.Attachment) behind++;
        return pieces[before].Kind is PieceKind.Signature or PieceKind.Date || pieces[behind].Kind is PieceKind.Signature or PieceKind.Date;
    }
}
