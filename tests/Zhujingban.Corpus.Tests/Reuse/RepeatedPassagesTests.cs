using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Shared;
using Zhujingban.Corpus.Tests.Structure;

namespace Zhujingban.Corpus.Tests.Reuse;

public class RepeatedPassagesTests
{
    private static readonly string Fujian = RepositoryFiles.ReadAllText("corpus", "sources", "notices", "fujian-beijing-office-2011.txt");

    [Fact]
    public void LeaveOut_FujianNotice_KeepsNoClauseTwice()
    {
        var document = Notices.Read(Fujian, clean: true);
        Notices.AssertSound(document);
        var clauses = document.Clauses.Select(clause => Notices.TextOf(document, clause)).ToList();
        Assert.Equal(clauses.Count, clauses.Distinct().Count());
    }

    [Fact]
    public void LeaveOut_FujianNotice_LeavesOutFiveSpans()
    {
        var document = Notices.Read(Fujian, clean: true);
        var coverage = SourceCoverage.Of(document);
        Assert.Equal((2421, 719, 0), (coverage.Chars, coverage.Duplicate, coverage.Dropped));
        Assert.Equal(5, document.Duplicates.Count);
        Assert.All(document.Duplicates, duplicate => Assert.Equal(1, duplicate.Similarity));
    }

    [Fact]
    public void LeaveOut_FujianNotice_LosesNoSentenceThatStandsNowhereElse()
    {
        var document = Notices.Read(Fujian, clean: true);
        foreach (var sentence in Fujian.Split(['。', '\n', '；'], StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(sentence, document.Text.Text);
    }

    [Fact]
    public void LeaveOut_FujianNotice_ReadsItsDatesAndIssuer()
    {
        var metadata = Notices.Read(Fujian, clean: true).Metadata;
        Assert.Equal(("2011-01-25", "2011-01-29", "福建省人民政府办公厅", "通知"),
            (metadata.PublishedDate, metadata.Date, metadata.Issuer, metadata.Genre));
    }

    [Fact]
    public void LeaveOut_WidthDiffers_IsANearDuplicate()
    {
        const string Clause = "二、负责我省厅级以上（含厅级）领导到京的接待服务工作；为省直各单位人员在京进行公务活动等提供便利。";
        var document = Notices.Read($"关于甲的通知\n一、甲。\n{Clause}\n{Clause.Replace('（', '(').Replace('）', ')')}\n三、乙。", clean: true);
        var duplicate = Assert.Single(document.Duplicates);
        Assert.InRange(duplicate.Similarity, 0.9, 0.99);
    }

    [Fact]
    public void LeaveOut_NotAsked_KeepsRepeatedClauses() =>
        Assert.Equal("head-repeated", Assert.Single(Notices.Read(Fujian).Duplicates).Reason);
}
