using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Markup.MediaWiki;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.MediaWiki;

/// <summary>Runs the pages in <c>Specs</c>: what wikitext gives which text, blocks and data.</summary>
public class SpecTests
{
    public static TheoryData<string, SpecExample> Examples => SpecFile.Load("Zhujingban.Corpus.Tests", "Markup", "MediaWiki", "Specs");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_SpecExample_GivesWhatItSays(string file, SpecExample example)
    {
        var options = new MarkupOptions(file, example.Options.GetValueOrDefault("title"), example.Options.GetValueOrDefault("variant"));
        var document = new MediaWikiFormat().Read(SourceText.FromString(example.Blocks["input"]), options);
        foreach (var (name, expected) in example.Blocks)
        {
            if (name != "input") Assert.Equal(expected, Describe(document, name));
        }
    }

    private static string Describe(Document document, string what) => what switch
    {
        "text" => document.Text.Text,
        "blocks" => Lines(document.Blocks.Select(block => $"{block.Kind}{(block.Level > 0 ? $" {block.Level}" : "")}{(block.Num is null ? "" : $" {block.Num}")}: {block.Span.Of(document.Text.Text)}")),
        "links" => Lines(document.Links.Select(link => $"{link.Kind} {link.Target}: {link.Text}")),
        "references" => Lines(document.References.Select(reference => $"{reference.Group ?? "-"} {reference.Name ?? "-"} ×{reference.Uses.Count}: {reference.Text}")),
        "categories" => Lines(document.Categories.Select(category => $"{category.Name}: {category.SortKey ?? "-"}")),
        "templates" => Lines(document.Templates.Select(use => $"{use.Name} {use.Role}: {string.Join(", ", use.Parameters.Select(parameter => $"{parameter.Name}={parameter.Value}"))}")),
        "infobox" => Lines(document.Infoboxes.SelectMany(infobox => infobox.Fields).Select(field => $"{field.Name}: {field.Value}")),
        "tables" => Lines(document.Tables.SelectMany(table => table.Rows.Select(row => string.Join(" | ", row.Select(Describe))).Prepend(table.Caption ?? "-"))),
        "diagnostics" => Lines(document.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {string.Join(" ", diagnostic.Spans)}")),
        _ => throw new FormatException($"No such block: {what}."),
    };

    private static string Describe(TableCell cell) =>
        $"{(cell.Header ? "!" : "")}{cell.Text}{(cell.Rowspan * cell.Colspan > 1 ? $" ({cell.Rowspan}×{cell.Colspan})" : "")}";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
