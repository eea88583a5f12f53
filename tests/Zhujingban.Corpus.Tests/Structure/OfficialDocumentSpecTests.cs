using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Structure;

/// <summary>Reads the examples in Specs/: what a notice gives is written below it, one unit a line.</summary>
public class OfficialDocumentSpecTests
{
    private const int LongestText = 24;

    public static TheoryData<string, SpecExample> Examples => SpecFile.Load("Zhujingban.Corpus.Tests", "Structure", "Specs");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_Example_GivesWhatItSays(string file, SpecExample example)
    {
        Assert.EndsWith(".md", file);
        var document = Notices.Read(example.Blocks["input"]);
        foreach (var (block, expected) in example.Blocks.Where(block => block.Key != "input"))
            Assert.Equal(expected, Print(document, block));
        Notices.AssertSound(document);
    }

    /// <summary>A block as the spec files write it.</summary>
    private static string Print(Document document, string block) => string.Join('\n', block switch
    {
        "title" => [document.Title ?? "null"],
        "metadata" => Metadata(document.Metadata),
        "sections" => document.Sections.Select(section => $"{section.EId} {section.Num} {section.Heading}".TrimEnd()),
        "clauses" => document.Clauses.Select(clause =>
            $"{clause.EId} {clause.Kind.ToString().ToLowerInvariant()} [{string.Join(' ', clause.Path)}] {Short(Notices.TextOf(document, clause))}"),
        "duplicates" => document.Duplicates.Select(duplicate => $"{duplicate.Reason} {duplicate.Similarity:0.00} {duplicate.Span.Of(document.Source.Text)}"),
        "scheme" => document.Diagnostics.Where(diagnostic => diagnostic.Code.StartsWith("numbering-", StringComparison.Ordinal)).Select(diagnostic => diagnostic.Message),
        "diagnostics" => document.Diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Select(diagnostic =>
            $"{diagnostic.Code} {string.Join(' ', diagnostic.Spans.Select(span => span.Of(document.Source.Text)))}"),
        _ => throw new FormatException($"No such block: {block}."),
    });

    private static IEnumerable<string> Metadata(DocumentMetadata metadata)
    {
        (string Name, string? Value)[] values =
        [
            ("documentNumber", metadata.DocumentNumber), ("issuer", metadata.Issuer), ("addressees", Joined(metadata.Addressees)),
            ("date", metadata.Date), ("publishedDate", metadata.PublishedDate), ("genre", metadata.Genre), ("signatory", metadata.Signatory),
            ("attachmentNote", metadata.AttachmentNote), ("attachments", Joined(metadata.Attachments)), ("copiedTo", Joined(metadata.CopiedTo)),
            ("printingOffice", metadata.PrintingOffice), ("printedDate", metadata.PrintedDate), ("note", metadata.Note),
        ];
        return values.Where(value => value.Value is not null).Select(value => $"{value.Name}: {value.Value}");
    }

    private static string? Joined(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join(" | ", values);

    private static string Short(string text) =>
        text.Length <= LongestText ? text : $"{text[..(LongestText / 2)]}…{text[^(LongestText / 2)..]}";
}
