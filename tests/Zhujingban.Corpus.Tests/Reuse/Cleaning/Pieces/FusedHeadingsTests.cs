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

    private static IEnumerable<string> Pieces(string text) => NoticePieces.Of(CleanedNotices.Clean(text).Document).Select(piece => piece.Span.Of(text));
}
