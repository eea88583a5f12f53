using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Structure;

public class OfficialDocumentStructureTests
{
    private static readonly Document Opinion = Notices.Read(RepositoryFiles.ReadAllText("corpus", "sources", "notices", "guobanfa-2010-8.txt"));

    [Fact]
    public void Read_OpinionOn2010_GivesItsMetadata()
    {
        Assert.Equal("国务院办公厅关于加强和规范各地政府驻北京办事机构管理的意见", Opinion.Title);
        Assert.Equal(Opinion.Title, Opinion.TitleSpan!.Value.Of(Opinion.Text.Text));
        Assert.Equal("国办发〔2010〕8号", Opinion.Metadata.DocumentNumber);
        Assert.Equal("国务院办公厅", Opinion.Metadata.Issuer);
        Assert.Equal("2010-01-19", Opinion.Metadata.Date);
        Assert.Equal("意见", Opinion.Metadata.Genre);
        Assert.Equal(["各省、自治区、直辖市人民政府", "国务院各部委、各直属机构"], Opinion.Metadata.Addressees);
        Assert.Null(Opinion.Metadata.PublishedDate);
    }

    [Fact]
    public void Read_OpinionOn2010_GivesFiveSections()
    {
        Assert.Equal(["一、", "二、", "三、", "四、", "五、"], Opinion.Sections.Select(section => section.Num));
        Assert.Equal(
            ["指导思想和总体要求", "认真清理现有驻京办事机构", "严格规范驻京办事机构职能", "着力加强驻京办事机构管理", "切实落实驻京办事机构管理责任"],
            Opinion.Sections.Select(section => section.Heading));
        Assert.Equal("三、严格规范驻京办事机构职能", Opinion.Sections[2].HeadingSpan.Of(Opinion.Text.Text));
    }

    [Fact]
    public void Read_OpinionOn2010_NumbersItsClausesThrough()
    {
        var clauses = Opinion.Clauses.Where(clause => clause.Kind == ClauseKind.Clause).ToList();
        Assert.Equal(20, clauses.Count);
        Assert.Equal("(一)", clauses[0].Num);
        Assert.Equal("(二十)", clauses[19].Num);
        var eighth = clauses[7];
        Assert.Equal("sec_3__subsec_8", eighth.EId);
        Assert.Equal(["三、", "(八)"], eighth.Path);
        Assert.Equal(["严格规范驻京办事机构职能"], eighth.Headings);
        Assert.Equal(2, eighth.Level);
        Assert.StartsWith("(八)驻京办事机构主要承担", Notices.TextOf(Opinion, eighth));
        Assert.EndsWith("有关工作。", Notices.TextOf(Opinion, eighth));
        Assert.Equal("numbering-notice", Assert.Single(Opinion.Diagnostics).Code);
    }

    [Fact]
    public void Read_OpinionOn2010_KeepsSignatureAndDateOutOfTheClauses()
    {
        var last = Opinion.Clauses.TakeLast(2).ToList();
        Assert.Equal(["国务院办公厅", "二○一○年一月十九日"], last.Select(clause => Notices.TextOf(Opinion, clause)));
        Assert.All(last, clause => Assert.Equal((ClauseKind.Paragraph, 0), (clause.Kind, clause.Path.Count)));
    }

    [Fact]
    public void Read_OpinionOn2010_LeavesOutTheTitleWithoutIssuer()
    {
        var duplicate = Assert.Single(Opinion.Duplicates);
        Assert.Equal("关于加强和规范各地政府驻北京办事机构管理的意见", duplicate.Span.Of(Opinion.Source.Text));
        Assert.Equal(Opinion.Title, duplicate.Of.Of(Opinion.Source.Text));
        Assert.InRange(duplicate.Similarity, 0.5, 0.99);
        Notices.AssertSound(Opinion);
    }

    [Fact]
    public void Read_UnrelatedChange_KeepsIds()
    {
        const string Notice = "关于甲的通知\n一、甲\n（一）子。\n二、乙\n（二）丑。";
        var before = Notices.Read(Notice).Clauses.Select(clause => clause.EId);
        var after = Notices.Read(Notice.Replace("（一）子。", "（一）子。\n1.寅。\n2.卯。")).Clauses.Select(clause => clause.EId);
        Assert.Subset(after.ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public void Read_TitleGivenAndNoneFound_KeepsTheGivenOne()
    {
        var document = DocumentReader.Read(SourceText.FromString("一、甲。\n二、乙。"), new ReadOptions("d", SourceFormat.Notice, "给定的标题"));
        Assert.Equal("给定的标题", document.Title);
        Assert.Null(document.TitleSpan);
    }
}
