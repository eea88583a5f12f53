using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Pieces;

/// <summary>What stands alone at one place is parted from what has run together with it at another.</summary>
public sealed class FusedHeadingsTests
{
    [Fact]
    public void Part_HeadingThatStandsAlone_IsPartedFromItsText() => Assert.Equal(
        ["（一）加强领导", "（一）加强领导", "各区县人民政府对防汛工作负总责。"],
        Pieces("（一）加强领导\n（一）加强领导各区县人民政府对防汛工作负总责。"));

    [Fact]
    public void Part_ItemThatStandsAlone_IsPartedBehindItsSemicolon() => Assert.Equal(
        ["（二）在河道内倾倒垃圾、渣土的；", "（二）在河道内倾倒垃圾、渣土的；", "水库管理单位应当每日巡查大坝一次。"],
        Pieces("（二）在河道内倾倒垃圾、渣土的；\n（二）在河道内倾倒垃圾、渣土的；水库管理单位应当每日巡查大坝一次。"));

    [Fact]
    public void Part_AnnouncementThatStandsAlone_IsPartedBehindItsColon() => Assert.Equal(
        ["第二条 有下列情形之一的，责令改正：", "第二条 有下列情形之一的，责令改正：", "水库管理单位应当每日巡查大坝一次。"],
        Pieces("第二条 有下列情形之一的，责令改正：\n第二条 有下列情形之一的，责令改正：水库管理单位应当每日巡查大坝一次。"));

    [Fact]
    public void Part_ItemOfAnotherNumber_IsLeft() => Assert.Equal(
        ["（三）在河道内倾倒垃圾、渣土的；", "（二）在河道内倾倒垃圾、渣土的；情节严重的，处以罚款。"],
        Pieces("（三）在河道内倾倒垃圾、渣土的；\n（二）在河道内倾倒垃圾、渣土的；情节严重的，处以罚款。"));

    [Theory]
    [InlineData("（一）加强组织领导", "财政部门应当按月拨付补助资金。")]
    [InlineData("（一）落实经费保障", "2015年6月底前，县级财政拨付全部补助资金。")]
    [InlineData("（一）完善防汛机制", "三年内，建成覆盖全部乡镇的预警平台。")]
    [InlineData("（一）强化队伍建设", "武汉、宜昌等地要组建专业抢险队伍。")]
    [InlineData("（一）严格责任追究", "根据《中华人民共和国防洪法》，依法处理失职渎职行为。")]
    public void Part_HeadingThatHasNoCopy_IsPartedWhereLinesHaveRunTogether(string heading, string sentence) =>
        Assert.Equal([heading, sentence, "（二）公布结果。"], Pieces(heading + sentence + "（二）公布结果。"));

    [Fact]
    public void Part_ItemThatIsNextBehindAHeading_HasItsNumber() => Assert.Equal(
        ["三、保障措施", "1.三月底前完成调查。", "2.六月底前完成整治。", "三、保障措施", "3.年底前完成验收。"],
        Pieces("三、保障措施\n1.三月底前完成调查。\n2.六月底前完成整治。三、保障措施3.年底前完成验收。", marked: true));

    [Theory]
    [InlineData("3.5%的项目已经完成。")]
    [InlineData("3.A级景区优先整治。")]
    [InlineData("5.年底前完成验收。")]
    [InlineData("（三）项规定的情形除外。")]
    [InlineData("三、四季度有所改善。")]
    public void Part_WhatIsNoItemBehindAHeading_HasNoNumber(string rest) => Assert.Equal(
        ["三、保障措施", "1.三月底前完成调查。", "2.六月底前完成整治。", "三、保障措施"],
        Pieces("三、保障措施\n1.三月底前完成调查。\n2.六月底前完成整治。三、保障措施" + rest, marked: true));

    [Fact]
    public void Part_ItemBehindHeadingsOfItsOwn_HasNoNumber() => Assert.Equal(
        ["（一）工程进度", "1.三月底前完成调查。", "2.六月底前完成整治。", "二、乡镇", "（一）工程进度"],
        Pieces("（一）工程进度\n1.三月底前完成调查。\n2.六月底前完成整治。\n二、乡镇\n（一）工程进度3.亿元产值企业达到五家。", marked: true));

    [Fact]
    public void Part_HeadingOnALineOfItsOwn_IsLeft() => Assert.Equal(
        ["（一）加强组织领导财政部门应当按月拨付补助资金。", "（二）公布结果。"],
        Pieces("（一）加强组织领导财政部门应当按月拨付补助资金。\n（二）公布结果。"));

    [Theory]
    [InlineData("（一）安全生产监督管理部门负责危险化学品安全监督管理综合工作。")]
    [InlineData("（一）环境保护主管部门负责废弃危险化学品处置的监督管理。")]
    [InlineData("（一）各级登记管理机关和业务主管部门要认真履行职责。")]
    [InlineData("（一）组织协调有关部门应当承担的应急处置工作。")]
    [InlineData("（一）指导协调各级人民政府应急管理工作。")]
    [InlineData("（一）项目资金管理按照国家有关规定执行。")]
    [InlineData("（一）补助标准根据《防汛条例》确定。")]
    [InlineData("（一）全市重点项目2015年6月底前全部开工建设。")]
    [InlineData("（一）消防培训每年至少组织一次，由消防部门负责。")]
    [InlineData("（一）重大项目确需调整的，应报市政府批准。")]
    public void Part_SentenceThatBeginsAsAHeadingMight_IsLeft(string sentence) => Assert.Equal([sentence, "（二）公布结果。"], Pieces(sentence + "（二）公布结果。"));

    private static IEnumerable<string> Pieces(string text, bool marked = false) =>
        NoticePieces.Of(CleanedNotices.Clean(text).Document).Where(piece => piece.IsMarked || !marked).Select(piece => piece.Span.Of(text));
}
