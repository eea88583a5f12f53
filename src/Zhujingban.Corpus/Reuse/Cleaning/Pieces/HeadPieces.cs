using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Tells what the parts of a head are to the notice.</summary>
internal static class HeadPieces
{
    /// <summary>A longer line of labels may hold more than a page says.</summary>
    private const int LongestOfPage = 80;

    private const string Publisher = "publisher";

    /// <summary>What a part of the head is.</summary>
    public static PieceKind KindOf(string text, HeadPart part) => part.Kind switch
    {
        HeadPartKind.Title => PieceKind.Title,
        HeadPartKind.DocumentNumber => PieceKind.DocumentNumber,
        HeadPartKind.Addressees => PieceKind.Addressees,
        HeadPartKind.Letterhead when OfficialDocumentTitles.IsOfOrder(text.AsSpan(part.Span.Start, part.Span.Length)) => PieceKind.Order,
        HeadPartKind.Label => KindOfLabels(text.AsSpan(part.Span.Start, part.Span.Length)),
        _ => PieceKind.HeadLine,
    };

    /// <summary>
    /// A line of labels: 发布日期 is the notice's own, 文号 alone its number; 来源 and 浏览次数 are the page's, unless a title may have run together with them.
    /// </summary>
    private static PieceKind KindOfLabels(ReadOnlySpan<char> line)
    {
        var parts = PartsOf(line);
        if (parts.Contains("published")) return PieceKind.PublishedDate;
        if (parts is ["number"]) return PieceKind.DocumentNumber;
        return AreOfPage(parts, line) ? PieceKind.Boilerplate : PieceKind.HeadLine;
    }

    /// <summary>True for a line of labels that tell of the page: 来源：…, or who has published it there.</summary>
    public static bool IsLabelOfPage(ReadOnlySpan<char> line) => PartsOf(line) is { Count: > 0 } parts && AreOfPage(parts.ConvertAll(part => part == Publisher ? null : part), line);

    /// <summary>What of the document the labels of a line tell; null for each that tells nothing of it.</summary>
    private static List<string?> PartsOf(ReadOnlySpan<char> line)
    {
        var names = PageMetadataLabels.Read(line, isCell: false).Select(label => label.Name).ToList();
        if (names.Count == 0 && OfficialDocumentHeadParts.ReadLabel(line, out var only) > 0) names.Add(only);
        return names.ConvertAll(PageMetadataLabels.PartOf);
    }

    private static bool AreOfPage(List<string?> parts, ReadOnlySpan<char> line) => parts.TrueForAll(part => part is null)
        && line.Length <= LongestOfPage && line.IndexOf("关于") < 0 && OfficialDocumentGenres.Of(line) is null;
}
