using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>What a part of a document's head is.</summary>
internal enum HeadPartKind
{
    Title,
    DocumentNumber,
    Label,
    Letterhead,

    /// <summary>份号, 密级, 紧急程度.</summary>
    Masthead,

    /// <summary>题注: when and by whom the document was passed.</summary>
    History,

    /// <summary>A part that the source has twice.</summary>
    Repeated,
    Addressees,
}

/// <summary>A part of the head.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its range of the text.</param>
internal readonly record struct HeadPart(HeadPartKind Kind, TextSpan Span);

/// <summary>The head of an official document: everything before its preamble.</summary>
internal sealed record OfficialDocumentHead
{
    /// <summary>The parts in the order of the text.</summary>
    public required IReadOnlyList<HeadPart> Parts { get; init; }

    /// <summary>Where the text behind the head begins.</summary>
    public required int End { get; init; }

    /// <summary>The title, rejoined; null when the head has none.</summary>
    public string? Title { get; init; }

    /// <summary>The number as written.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The issuer that a letterhead (国务院办公厅文件, 中华人民共和国国务院令) names.</summary>
    public string? Issuer { get; init; }

    /// <summary>文种 as the letterhead says it (公告, 令); null when it says none.</summary>
    public string? Genre { get; init; }

    /// <summary>The day on which a meeting passed it, ISO 8601; null when the head names none.</summary>
    public string? PassedOn { get; init; }

    /// <summary>True for a 令, which has no title but that of what it issues.</summary>
    public bool IsOrder { get; init; }

    /// <summary>The groups of addressees.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>The values of labels (发布日期: …) as written.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The range of the title; null when the head has none.</summary>
    public TextSpan? TitleSpan =>
        Parts.Where(part => part.Kind == HeadPartKind.Title).Select(part => (TextSpan?)part.Span).FirstOrDefault();
}
