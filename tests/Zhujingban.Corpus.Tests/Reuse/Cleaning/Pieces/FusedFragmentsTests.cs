using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Pieces;

/// <summary>A piece that is the beginning of one sentence and the end of another is parted where what follows it is said again behind that end.</summary>
public sealed class FusedFragmentsTests
{
    private const string Sentences = "财政部门负责编制年度预算，并按时报送有关部门。\n审计机关每年检查资金的使用情况，发现问题的及时纠正。\n民政部门负责殡葬设施的规划和审批工作。\n";

    [Theory]
    [InlineData("财政部门负责编制，发现问题的及时纠正。\n民政部门负责殡葬设施的规划和审批工作。", "财政部门负责编制|，发现问题的及时纠正。")]
    [InlineData("财政部门负责编\n资金的使用情况，发现问题的及时纠正。\n民政部门负责殡葬设施的规划和审批工作。", "财政部门负责编|资金的使用情况，发现问题的及时纠正。")]
    [InlineData("（二）完善工作机制审计机关每年检查资金的使用情况，发现问题的及时纠正。\n民政部门负责殡葬设施的规划和审批工作。", "（二）完善工作机制|审计机关每年检查资金的使用情况，发现问题的及时纠正。")]
    public void Part_BeginningAndEndOfTwoSentences_AreTwoPieces(string text, string expected) =>
        Assert.Contains(expected, Joined(Sentences + text), StringComparison.Ordinal);

    [Theory]
    [InlineData("财政部门负责编制年度预算，发现问题的及时纠正。\n公安机关配合民政部门维护秩序。")] // Nothing shows that it is none of its own.
    [InlineData("审计机关每半年检查资金的使用情况，发现问题的及时纠正。\n民政部门负责殡葬设施的规划和审批工作。")] // The same sentence in other words.
    public void Part_SentenceThatBeginsAndEndsLikeOthers_IsNotParted(string text) =>
        Assert.EndsWith(text.Replace('\n', '|'), Joined(Sentences + text), StringComparison.Ordinal);

    private static string Joined(string text)
    {
        var pieces = (NoticePiece[])[.. NoticePieces.Of(CleanedNotices.Clean(text).Document)];
        return string.Join('|', FusedFragments.Part(text, pieces, new PieceFamilies(text, pieces)).Select(piece => piece.Span.Of(text)));
    }
}
