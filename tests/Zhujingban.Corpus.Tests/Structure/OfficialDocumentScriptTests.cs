using System.IO.Compression;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Tests.Shared;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Tests.Structure;

/// <summary>A document converted to traditional characters is read as it is in simplified ones, and speaks in its own.</summary>
public class OfficialDocumentScriptTests
{
    private static readonly ChineseConversion Traditional = new(ChineseVariant.ZhHant);

    public static TheoryData<string> Founding =>
        [.. Directory.GetFiles(RepositoryFiles.PathOf("corpus", "sources", "notices"), "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Pieces of documents, and of each whether it is converted.</summary>
    private static readonly Arbitrary<(string Piece, bool Converted)[]> Recombined = (
        from piece in Gen.Elements(OfficialDocumentPropertyTests.RealPieces.ToArray())
        from converted in Gen.Elements(true, false)
        select (piece, converted)).ListOf().Select(pieces => pieces.ToArray()).ToArbitrary();

    [Theory]
    [MemberData(nameof(Founding))]
    public void Read_FoundingNoticeInTraditionalCharacters_IsReadAsInSimplifiedOnes(string file) =>
        Assert.Empty(Differences(RepositoryFiles.ReadAllText("corpus", "sources", "notices", file)));

    [DataFact("notices/govcn.jsonl")]
    public void Read_NoticesInTraditionalCharacters_AreReadAsInSimplifiedOnes() => AssertNearlyAllEqual(
        Rows("notices/govcn.jsonl", "text"));

    [DataFact("notices/govcn.jsonl")]
    public void Read_PagesInTraditionalCharacters_AreReadAsInSimplifiedOnes() => AssertNearlyAllEqual(
        Rows("notices/govcn.jsonl", "html"), SourceFormat.Html);

    [DataFact("laws/laws.jsonl.gz")]
    public void Read_LawsInTraditionalCharacters_AreReadAsInSimplifiedOnes() => AssertNearlyAllEqual(Rows("laws/laws.jsonl.gz", "text"));

    [DataFact("laws/laws.jsonl.gz")]
    public void Read_LawsInTraditionalCharactersWithoutWhiteSpace_AreReadAsInSimplifiedOnes() => AssertNearlyAllEqual(
        Rows("laws/laws.jsonl.gz", "text").Select(text => string.Concat(text.Where(c => !char.IsWhiteSpace(c)))));

    [Fact]
    public void Read_AnyRecombinationOfBothScripts_IsSound() => Prop.ForAll(Recombined, pieces =>
    {
        var text = string.Concat(pieces.Select(piece => piece.Converted ? Traditional.Convert(piece.Piece) : piece.Piece));
        Notices.AssertSound(Notices.Read(text));
        Notices.AssertSound(Notices.Read(text, clean: true));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Read_AnyRecombinationInTraditionalCharacters_IsReadAsInSimplifiedOnes() => Prop.ForAll(Recombined, pieces =>
        Assert.Equal(
            Outline(Notices.Read(string.Concat(pieces.Select(piece => piece.Piece)))),
            Outline(Notices.Read(string.Concat(pieces.Select(piece => Traditional.Convert(piece.Piece)))))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static void AssertNearlyAllEqual(IEnumerable<string> texts, SourceFormat format = SourceFormat.Notice)
    {
        var (all, differences) = (0, new List<string>());
        foreach (var text in texts)
        {
            all++;
            if (Differences(text, format).FirstOrDefault() is { } difference) differences.Add(difference);
        }

        Assert.True(differences.Count <= all * 0.01, string.Join('\n', differences));
    }

    /// <summary>What is read otherwise in traditional characters.</summary>
    private static IEnumerable<string> Differences(string text, SourceFormat format = SourceFormat.Notice)
    {
        var converted = Traditional.Convert(text);
        var (simplified, traditional) = (Read(text), Read(converted));
        // Where a word gets longer or shorter, every place behind it moves.
        var places = text.Length == converted.Length;
        return Differ(Outline(simplified, places), Outline(traditional, places)).Concat(Differ(Said(simplified).Select(Traditional.Convert), Said(traditional)));

        Document Read(string source) => DocumentReader.Read(SourceText.FromString(source), new ReadOptions("d", format));
    }

    private static IEnumerable<string> Differ(IEnumerable<string> wanted, IEnumerable<string> given) =>
        wanted.Append("end").Zip(given.Append("end")).Where(pair => Compared(pair.First) != Compared(pair.Second)).Select(pair => $"{pair.Second} instead of {pair.First}");

    /// <summary>Words at the edges of a value may be converted otherwise than inside their sentence: 批 复 and 批复.</summary>
    private static string Compared(string value) => string.Concat(value.Select(ScriptOfRules.Of));

    private static List<string> Outline(Document document, bool places = true) =>
    [
        .. document.Sections.Select(section => $"{section.EId} {section.Level} {(places ? section.Span : "")} {(places ? section.HeadingSpan : "")}"),
        .. document.Clauses.Select(clause => $"{clause.EId} {clause.Kind} {clause.Level} {(places ? clause.Span : "")}"),
        .. document.Diagnostics.Select(diagnostic => diagnostic.Code),
    ];

    /// <summary>What is told of a document: title, metadata, headings and marks.</summary>
    private static IEnumerable<string> Said(Document document)
    {
        var metadata = document.Metadata;
        return
        [
            $"title {document.Title}", $"number {metadata.DocumentNumber}", $"issuer {metadata.Issuer}", $"date {metadata.Date}", $"published {metadata.PublishedDate}",
            $"genre {metadata.Genre}", $"signatory {metadata.Signatory}", $"attached {metadata.AttachmentNote}", $"office {metadata.PrintingOffice}",
            $"printed {metadata.PrintedDate}", $"note {metadata.Note}", $"addressees {string.Join('|', metadata.Addressees)}",
            $"attachments {string.Join('|', metadata.Attachments)}", $"copied {string.Join('|', metadata.CopiedTo)}",
            .. document.Sections.Select(section => $"{section.Num} {section.Heading}"),
            .. document.Clauses.Select(clause => $"{string.Join(' ', clause.Path)} {string.Join('|', clause.Headings)}"),
        ];
    }

    private static IEnumerable<string> Rows(string path, string field)
    {
        using var file = File.OpenRead(RepositoryFiles.DataPath(path));
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line) yield return JsonDocument.Parse(line).RootElement.GetProperty(field).GetString()!;
    }
}
