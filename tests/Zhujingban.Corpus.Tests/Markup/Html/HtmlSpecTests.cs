using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Markup.Markdown;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.Html;

/// <summary>Pages by examples: see <c>Specs/</c>. A block of an example that is not there is not checked.</summary>
public sealed class HtmlSpecTests
{
    public static TheoryData<string, SpecExample> Examples => SpecFile.Load("Zhujingban.Corpus.Tests", "Markup", "Html", "Specs");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_Example_GivesWhatItSays(string file, SpecExample example)
    {
        Assert.NotEmpty(file);
        var document = DocumentReader.Read(SourceText.FromString(example.Blocks["input"]), new ReadOptions("spec", SourceFormat.Html));

        HtmlPages.AssertSound(document);
        foreach (var (name, expected) in example.Blocks.Where(block => block.Key != "input"))
            Assert.Equal($"{name}:\n{expected}", $"{name}:\n{Describe(document, name)}");
    }

    private static string Describe(Document document, string block) => block switch
    {
        "text" => document.Text.Text.Replace("\t", "→", StringComparison.Ordinal),
        "blocks" => Lines(document.Blocks.Select(item => MarkdownDescriptions.Of(document, item))),
        "tables" => Lines(document.Tables.SelectMany(MarkdownDescriptions.Of)),
        "fields" => Lines(document.Infoboxes.SelectMany(infobox => infobox.Fields).Select(field => $"{field.Name}={field.Value}")),
        "links" => Lines(document.Links.Select(link => $"{link.Kind}: {link.Text} -> {link.Target}")),
        "diagnostics" => Lines(document.Diagnostics.Select(diagnostic => diagnostic.Code)),
        "dropped" => Lines(document.Dropped.Where(drop => drop.Reason != DropReason.Whitespace)
            .Select(drop => $"{drop.Reason}: {drop.Span.Of(document.Source.Text).Replace("\n", "⏎", StringComparison.Ordinal)}")),
        "metadata" => Lines([
            $"title: {document.Title ?? "none"}", $"number: {document.Metadata.DocumentNumber ?? "none"}", $"issuer: {document.Metadata.Issuer ?? "none"}",
            $"date: {document.Metadata.Date ?? "none"}", $"published: {document.Metadata.PublishedDate ?? "none"}"]),
        _ => throw new FormatException($"No such block: {block}."),
    };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
