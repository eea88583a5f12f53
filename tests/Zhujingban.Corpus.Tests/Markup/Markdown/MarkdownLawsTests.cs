using System.IO.Compression;
using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.Markdown;

/// <summary>138 laws and decisions in plain Markdown.</summary>
public sealed class MarkdownLawsTests
{
    [DataFact("laws/laws.jsonl.gz")]
    public void Read_Laws_LosesNothingAndFindsTheirTitles()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(RepositoryFiles.DataPath("laws/laws.jsonl.gz")), CompressionMode.Decompress));
        var titled = 0;
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            var source = SourceText.FromString(row.RootElement.GetProperty("markdown").GetString()!);
            var document = MarkupFormats.For(SourceFormat.Markdown).Read(source, new MarkupOptions("law"));

            Assert.Empty(SourceCoverage.Faults(source.Text, document.Text, document.Dropped.Select(drop => drop.Span)));
            Assert.Empty(document.Diagnostics);
            Assert.DoesNotContain("<!--", document.Text.Text, StringComparison.Ordinal);
            if (document.Title is { } title && source.Text.StartsWith("# " + title, StringComparison.Ordinal)) titled++;
        }

        // The others are two index pages without a heading, and a book of the 民法典 with two.
        Assert.Equal(135, titled);
    }
}
