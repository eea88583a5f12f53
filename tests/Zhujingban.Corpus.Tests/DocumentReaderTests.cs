using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Structure;

namespace Zhujingban.Corpus.Tests;

public class DocumentReaderTests
{
    private const string Id = "fujian-beijing-office-2011";

    [Fact]
    public void Read_CleanedNotice_KeepsNoClauseTwice()
    {
        var document = FoundingDocuments.Read(Id);
        Notices.AssertSound(document);
        var clauses = document.Clauses.Select(clause => Notices.TextOf(document, clause)).ToList();
        Assert.Equal(clauses.Count, clauses.Distinct().Count());
    }

    [Fact]
    public void Read_CleanedNotice_AccountsForItsSource()
    {
        var document = FoundingDocuments.Read(Id);
        Assert.Equal(new SourceCoverage(2421, 1697, 719, 5), SourceCoverage.Of(document));
        Assert.Equal(5, TextSpans.Flatten(document.Duplicates.Select(duplicate => duplicate.Span)).Count);
        Assert.All(document.Duplicates, duplicate => Assert.Equal(1, duplicate.Similarity));
    }

    [Fact]
    public void Read_CleanedNotice_LosesNoSentenceThatStandsNowhereElse()
    {
        var document = FoundingDocuments.Read(Id);
        // Lines part the units of a rebuilt notice, which stood run together.
        var text = document.Text.Text.Replace("\n", "", StringComparison.Ordinal);
        foreach (var sentence in document.Source.Text.Split(['。', '\n', '；'], StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(sentence, text);
    }

    [Fact]
    public void Read_CleanedNotice_ReadsItsDatesAndIssuer()
    {
        var metadata = FoundingDocuments.Read(Id).Metadata;
        Assert.Equal(("2011-01-25", "2011-01-29", "福建省人民政府办公厅", "通知"),
            (metadata.PublishedDate, metadata.Date, metadata.Issuer, metadata.Genre));
    }

    [Fact]
    public void Read_NotAskedToClean_LeavesOutRepeatedHeadsOnly()
    {
        var document = DocumentReader.Read(FoundingDocuments.Source(Id), new ReadOptions(Id, SourceFormat.Notice));
        Assert.Equal("head-repeated", Assert.Single(document.Duplicates).Reason);
    }
}
