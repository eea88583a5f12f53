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
    public void Part_ItemOfAnotherNumber_IsLeft() => Assert.Equal(
        ["（三）在河道内倾倒垃圾、渣土的；", "（二）在河道内倾倒垃圾、渣土的；情节严重的，处以罚款。"],
        Pieces("（三）在河道内倾倒垃圾、渣土的；\n（二）在河道内倾倒垃圾、渣土的；情节严重的，处以罚款。"));

    [Theory]
    [InlineData("（一）加强组织领导", "财政部门应当按月拨付补助资金。")]
    [InlineData("（一）落实经费保障", "2015年6月底前完成全部水库的除险加固。")]
    [InlineData("（一）完善防汛机制", "三年内建成覆盖全部乡镇的预警平台。")]
    [InlineData("二、强化队伍建设", "武汉、宜昌等地要组建专业抢险队伍。")]
    [InlineData("3.严格责任追究", "根据《中华人民共和国防洪法》的有关规定办理。")]
    public void Part_HeadingThatHasNoCopy_IsPartedWhereASentenceBegins(string heading, string sentence) => Assert.Equal([heading, sentence], Pieces(heading + sentence));

    [Theory]
    [InlineData("(一)安全生产监督管理部门负责危险化学品安全监督管理综合工作。")]
    [InlineData("(四)环境保护主管部门负责废弃危险化学品处置的监督管理。")]
    [InlineData("（一）各级登记管理机关和业务主管部门要认真履行职责。")]
    [InlineData("（二）拟设机构三年业务发展规划和市场分析材料；")]
    [InlineData("（三）对建筑消防设施每年至少进行一次全面检测。")]
    [InlineData("（四）所需资金列入财政预算，任何单位不得挤占。")]
    public void Part_SentenceThatBeginsAsAHeadingMight_IsLeft(string sentence) => Assert.Equal([sentence], Pieces(sentence));

    private static IEnumerable<string> Pieces(string text) => NoticePieces.Of(CleanedNotices.Clean(text).Document).Select(piece => piece.Span.Of(text));
}
