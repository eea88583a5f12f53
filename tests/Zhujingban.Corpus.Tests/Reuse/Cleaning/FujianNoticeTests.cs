using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning;

/// <summary>The notice that cleaning was made for: scraped twice over, cut up and shuffled; a part of it stands nowhere.</summary>
public class FujianNoticeTests
{
    private const string Id = "fujian-beijing-office-2011";

    private static readonly CleanedNotice Notice = DocumentReader.Clean(FoundingDocuments.Source(Id), new ReadOptions(Id, SourceFormat.Notice));

    private static readonly string[] Undecided =
    [
        "承担省发展改革委项目联络处有关工作。",
        "根据省委、省政府的指示，对我省在北京的重要经济活动承担具体组织、联络和协调工作。配合“回归工程”，加强对北京福建企业总商会的协调、指导工作。",
        "加强对北京福建企业总商会的协调、指导工作，积极推动“回归工程”。负责我省经济部门、企业在京商贸办展等活动的协调工作。为我省在京经商、务工、遇困人员提供帮助。",
    ];

    public static TheoryData<string> Passages => [.. Undecided];

    [Fact]
    public void Clean_Fujian_IsSound() => CleanedNotices.AssertSound(Notice);

    [Fact]
    public void Clean_Fujian_KeepsEverythingOnceAndAccountsForTheRest() => Assert.Equal(new CleanCoverage(2421, 1697, 719, 5), CleanCoverage.Of(Notice));

    [Fact]
    public void Clean_Fujian_FindsFiveRepeatedPassages() => Assert.Equal(
        [72, 142, 153, 171, 181],
        TextSpans.Flatten(Notice.Units.SelectMany(unit => unit.Duplicates).SelectMany(duplicate => duplicate.Spans)).Select(span => span.Length).Order());

    [Fact]
    public void Clean_Fujian_RepeatsAreEqualToWhatTheyRepeat() =>
        Assert.All(Notice.Units.SelectMany(unit => unit.Duplicates), duplicate =>
        {
            Assert.Equal(1, duplicate.Similarity);
            Assert.Equal(CleanedNotices.TextOf(Notice, duplicate.Of), CleanedNotices.TextOf(Notice, duplicate.Spans));
        });

    [Fact]
    public void Clean_Fujian_OnlyLineBreaksAreBoilerplate() =>
        Assert.All(Notice.Boilerplate, span => Assert.Equal("\n", span.Of(Notice.Document.Source.Text)));

    [Fact]
    public void Clean_Fujian_BeginsWithHeadDateTitleAndBasis()
    {
        Assert.Equal(
            [CleanUnitKind.Title, CleanUnitKind.PublishedDate, CleanUnitKind.Addressees, CleanUnitKind.Preamble, CleanUnitKind.Date, CleanUnitKind.Title, CleanUnitKind.Preamble],
            Notice.Units.Take(7).Select(unit => unit.Kind));
        Assert.Equal("福建省人民政府办公厅关于印发福建省人民政府驻北京办事处主要职责内设机构和人员编制规定的通知", Notice.Units[0].Text);
        Assert.Equal("发布日期:2011-01-25", Notice.Units[1].Text);
        Assert.Equal("各设区市人民政府，平潭综合实验区管委会，省人民政府各部门、各直属机构：", Notice.Units[2].Text);
        Assert.EndsWith("现予印发。", Notice.Units[3].Text);
        Assert.Equal("二○一一年一月二十九日", Notice.Units[4].Text);
        Assert.Equal("福建省人民政府驻北京办事处主要职责内设机构和人员编制规定", Notice.Units[5].Text);
        Assert.StartsWith("根据中共中央办公厅", Notice.Units[6].Text);
        Assert.All(Notice.Units.Take(7), unit => Assert.Empty(unit.Path));
    }

    [Fact]
    public void Clean_Fujian_NumbersStandInOrderUnderTheirSections() => Assert.Equal(
        ["一、", "一、（一）", "一、（二）", "二、", .. "一二三四五六七八九".Select(n => $"二、（{n}）"), "三、（四）", "三、（五）", "三、（六）", "三、（七）", "四、"],
        Notice.Units.Where(unit => unit.Num is not null).Select(unit => string.Concat(unit.Path)));

    [Theory]
    [InlineData("一、", "一、职责调整")]
    [InlineData("一、（二）", "（二）加强对本省各设区市政府驻京办事机构工作的指导")]
    [InlineData("二、", "二、主要职责")]
    [InlineData("二、（一）", "（一）根据省委、省政府的授权和委托")]
    [InlineData("二、（六）", "（六）负责我省厅级以上")]
    [InlineData("二、（九）", "（九）承办中央和国家机关有关部门交办的事项。")]
    [InlineData("三、（四）", "（四）接待处负责")]
    [InlineData("三、（五）", "（五）信息处负责")]
    [InlineData("三、（六）", "（六）经济联络处加强")]
    [InlineData("三、（七）", "（七）资产财务管理处负责")]
    [InlineData("四、", "四、人员编制")]
    public void Clean_Fujian_ANumberHasItsText(string path, string begins) =>
        Assert.StartsWith(begins, Notice.Units.Single(unit => unit.Num is not null && string.Concat(unit.Path) == path).Text);

    [Fact]
    public void Clean_Fujian_TheDutiesAreIntroducedInTheirSection() =>
        Assert.EndsWith("其主要职责是：", Notice.Units.Single(unit => unit.Num is not null && string.Concat(unit.Path) == "二、").Text);

    [Fact]
    public void Clean_Fujian_ThePartyCommitteeStandsBehindTheOffices()
    {
        var unit = Notice.Units.Single(unit => unit.Text.Contains("机关党委负责办事处机关和直属单位", StringComparison.Ordinal));
        Assert.Equal("三、", unit.Path[0]);
        Assert.Equal("四、", Notice.Units.SkipWhile(other => other != unit).Skip(1).First(other => other.Num is not null).Num);
    }

    [Fact]
    public void Clean_Fujian_TheThirdSectionHasLostItsBeginning()
    {
        var gap = Assert.Single(Notice.Gaps);
        Assert.Equal(["三、", "（一）", "（二）", "（三）"], gap.Missing);
        Assert.Equal(GapCertainty.Certain, gap.Certainty);
        Assert.Equal("二、（九）", CleanedNotices.NameOf(Notice, gap.After));
        Assert.Equal("三、", Notice.Units.Single(unit => unit.Id == gap.Before).Path[0]);
    }

    [Fact]
    public void Clean_Fujian_WasPublishedBeforeItWasWritten()
    {
        var conflict = Assert.Single(Notice.Conflicts);
        Assert.Equal("发布日期:2011-01-25二○一一年一月二十九日", CleanedNotices.TextOf(Notice, conflict.Spans));
        Assert.Contains("2011-01-25", conflict.Message);
        Assert.Contains("2011-01-29", conflict.Message);
    }

    [Fact]
    public void Clean_Fujian_AsksAboutThreePassages() => Assert.Equal(
        Undecided.Order(StringComparer.Ordinal),
        Notice.Questions.Select(question => CleanedNotices.TextOf(Notice, question.Spans)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Passages))]
    public void Clean_Fujian_APassageHasCandidatesAndStandsAtTheLikeliest(string passage)
    {
        var question = Notice.Questions.Single(question => CleanedNotices.TextOf(Notice, question.Spans) == passage);
        Assert.True(question.Candidates.Distinct().Count() >= 2);
        Assert.NotEmpty(question.Reason);
        var unit = Notice.Units.Single(unit => unit.Text == passage);
        Assert.Equal((CleanUnitKind.Paragraph, null), (unit.Kind, unit.Num));
        var before = Notice.Units.TakeWhile(other => other != unit).Last();
        Assert.Equal(question.Candidates[0] ?? Notice.Gaps[0].After, before.Id);
    }
}
