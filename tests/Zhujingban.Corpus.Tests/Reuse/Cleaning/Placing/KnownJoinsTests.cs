using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Placing;

/// <summary>Two copies of 甲乙丙, cut up: what stands beside what in one copy tells what follows what in the other.</summary>
public sealed class KnownJoinsTests
{
    private const string First = "财政部门负责编制年度预算并按时报送。";
    private const string Second = "审计机关对资金使用情况进行专项审计。";
    private const string Third = "公安机关协助做好道路交通安全管理工作。";
    private const string Other = "宣传部门通过报刊和网络发布政策解读。";

    [Fact]
    public void Cost_PairThatStandsTogetherElsewhere_IsGivenBack()
    {
        var joins = Of(First + Second + Third + First + Other + Second);

        Assert.Equal(-PlacementCosts.JoinedElsewhere, joins.Cost(3, 5));
    }

    [Fact]
    public void Cost_SentenceThatAnotherCopyHasOtherNeighboursOf_SpeaksForASeam()
    {
        var joins = Of(First + Second + Third + First + Other + Second);

        Assert.Equal(PlacementCosts.OtherNeighbour, joins.Cost(3, 4));
    }

    [Fact]
    public void Cost_CopyThatLeavesOutANumber_IsNoEvidence()
    {
        var joins = Of("（一）" + First + "（三）" + Third + "（一）" + First + "（二）" + Second + "（三）" + Third);

        Assert.Equal(0, joins.Cost(2, 3));
        Assert.Equal(0, joins.Cost(3, 4));
    }

    [Fact]
    public void Cost_TextThatStandsOnce_TellsNothing()
    {
        var joins = Of(First + Second + Third + Other);

        Assert.All(Enumerable.Range(0, 3), piece => Assert.Equal(0, joins.Cost(piece, piece + 1)));
    }

    private static KnownJoins Of(string text)
    {
        var document = CleanedNotices.Clean(text).Document;
        var pieces = NoticePieces.Of(document).ToArray();
        return new KnownJoins(pieces, new PieceFamilies(text, pieces));
    }
}
