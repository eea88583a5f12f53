using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>What a piece of a notice shows itself to be, wherever it stands.</summary>
internal enum PieceKind
{
    Title,
    DocumentNumber,

    /// <summary>发布日期 with its label, and other labels on its line.</summary>
    PublishedDate,

    /// <summary>Another labelled value, a letterhead, a 题注.</summary>
    HeadLine,

    /// <summary>The letterhead of an order, which has no other title: 国务院令.</summary>
    Order,
    Addressees,

    /// <summary>A sentence that begins with a mark, or a heading with one.</summary>
    Marked,

    /// <summary>A sentence without a mark, or what stands for one: a line of a table, a heading without a number.</summary>
    Sentence,
    Attachment,
    Signature,
    Date,

    /// <summary>出席, 列席, 请假 of 会议纪要, with the names.</summary>
    Attendance,

    /// <summary>A line of the page around the notice.</summary>
    Boilerplate,
}

/// <summary>The smallest part of a notice that is kept, moved or left out as a whole.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its range of the document's text, without outer white space; it may hold a line break that broke a sentence.</param>
/// <param name="Mark">The mark that a marked piece begins with.</param>
/// <param name="StartsLine">True when a line begins with it.</param>
internal readonly record struct NoticePiece(PieceKind Kind, TextSpan Span, NumberingMark Mark, bool StartsLine)
{
    /// <summary>True for a piece that numbering gives its place.</summary>
    public bool IsMarked => Kind == PieceKind.Marked;

    /// <summary>True for the title, or what an order has for one.</summary>
    public bool IsTitle => Kind is PieceKind.Title or PieceKind.Order;

    /// <summary>True for a part of the head that a notice has once.</summary>
    public bool IsHead => IsTitle || Kind is PieceKind.DocumentNumber or PieceKind.Addressees or PieceKind.HeadLine;

    /// <summary>True for a part of the head, or the date of publication, which stands among them.</summary>
    public bool StandsInHead => IsHead || Kind == PieceKind.PublishedDate;

    /// <summary>True for what a notice ends with: who signs it, its date, who was there.</summary>
    public bool IsFoot => Kind is PieceKind.Signature or PieceKind.Date or PieceKind.Attendance;

    /// <summary>True for a piece with a number of a kind: 第三条, not 第三条之一.</summary>
    public bool HasNumber(NumberingKind kind) => IsMarked && Mark.Kind == kind && Mark.Branch == 0;

    /// <summary>True for a part of the head or the foot, which stands in no numbered unit.</summary>
    public bool IsFrame => Kind is not (PieceKind.Marked or PieceKind.Sentence or PieceKind.Boilerplate);
}
