using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Tests.Markup.Markdown;

/// <summary>The parts of a document as lines of a spec file.</summary>
internal static class MarkdownDescriptions
{
    public static string Of(Document document, Block block)
    {
        var level = block.Level > 0 ? $" {block.Level}" : "";
        var num = block.Num is null ? "" : $" ({block.Num})";
        return $"{block.Kind}{level}{num}: {block.Span.Of(document.Text.Text).Replace("\n", "⏎", StringComparison.Ordinal).Replace("\t", "→", StringComparison.Ordinal)}";
    }

    public static string Of(Reference reference) =>
        $"{reference.Group}{(reference.Group is null ? "" : " ")}{reference.Name}: {reference.Uses.Count} uses: {reference.Text}".TrimEnd(' ', ':');

    public static IEnumerable<string> Of(Table table)
    {
        yield return $"caption: {table.Caption ?? "none"}";
        foreach (var row in table.Rows) yield return string.Join(" | ", row.Select(Of));
    }

    private static string Of(TableCell cell) =>
        $"{(cell.Header ? "!" : "")}{cell.Text}{(cell.Colspan > 1 ? $" (colspan {cell.Colspan})" : "")}{(cell.Rowspan > 1 ? $" (rowspan {cell.Rowspan})" : "")}";
}
