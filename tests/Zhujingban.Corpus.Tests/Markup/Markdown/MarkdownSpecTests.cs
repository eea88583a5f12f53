using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.Markdown;

/// <summary>The dialect by examples: see <c>Specs/</c>. A block of an example that is not there is not checked.</summary>
public sealed class MarkdownSpecTests
{
    public static TheoryData<string, SpecExample> Examples => SpecFile.Load("Zhujingban.Corpus.Tests", "Markup", "Markdown", "Specs");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_Example_GivesWhatItSays(string file, SpecExample example)
    {
        Assert.NotEmpty(file);
        var input = example.Blocks["input"].Replace("→", "\t", StringComparison.Ordinal).Replace("␠", " ", StringComparison.Ordinal);
        var document = MarkupFormats.For(SourceFormat.Markdown).Read(SourceText.FromString(input), new MarkupOptions("spec"));

        Assert.Empty(SourceCoverage.Faults(input, document.Text, document.Dropped.Select(drop => drop.Span)));
        foreach (var (name, expected) in example.Blocks.Where(block => block.Key != "input"))
            Assert.Equal($"{name}:\n{expected}", $"{name}:\n{Describe(document, name)}");
    }

    private static string Describe(Document document, string block) => block switch
    {
        "text" => document.Text.Text,
        "title" => document.Title ?? "none",
        "blocks" => Lines(document.Blocks.Select(item => MarkdownDescriptions.Of(document, item))),
        "links" => Lines(document.Links.Select(link => $"{link.Kind} {link.Target} | {link.Text}")),
        "dropped" => Lines(document.Dropped.Select(drop => $"{drop.Reason}: {Visible(drop.Span.Of(document.Source.Text))}")),
        "references" => Lines(document.References.Select(MarkdownDescriptions.Of)),
        "tables" => Lines(document.Tables.SelectMany(MarkdownDescriptions.Of)),
        "templates" => Lines(document.Templates.Select(template =>
            template.Name + string.Concat(template.Parameters.Select(parameter => $" | {parameter.Name}={parameter.Value}")))),
        "categories" => Lines(document.Categories.Select(category => category.Name)),
        "diagnostics" => Lines(document.Diagnostics.Select(diagnostic => diagnostic.Code)),
        _ => throw new FormatException($"No such block: {block}."),
    };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Visible(string text) => text.Replace("\n", "⏎", StringComparison.Ordinal).Replace(' ', '␠');
}
