using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Families;

/// <summary>What the whole text tells about a piece: which others say it again, and whether one beside it does so, too.</summary>
public sealed class PieceFamiliesTests
{
    private const string First = "财政部门负责编制年度预算并按时报送。";
    private const string Second = "审计机关对资金使用情况进行专项审计。";
    private const string Third = "公安机关协助做好道路交通安全管理工作。";
    private const string Other = "宣传部门通过报刊和网络发布政策解读。";

    [Fact]
    public void IsInRun_TwoSentencesSaidAgainInOrder_AreARunAtBothPlaces()
    {
        var families = Of(First + Second + Third + First + Second + Other);

        Assert.Equal([true, true, false, true, true, false], InRun(families, 6));
    }

    [Fact]
    public void IsInRun_OneSentenceSaidAgain_IsNone()
    {
        var families = Of(First + Second + Third + First + Other);

        Assert.DoesNotContain(true, InRun(families, 5));
    }

    [Fact]
    public void IsInRun_SentencesSaidAgainInAnotherOrder_AreNone()
    {
        var families = Of(First + Second + Third + Second + First);

        Assert.DoesNotContain(true, InRun(families, 5));
    }

    [Fact]
    public void FamilyOf_SignatureThatATitleBeginsWith_IsNoPartOfIt()
    {
        var families = Of("某市人民政府办公室关于做好城市防汛工作的通知\n" + First + "\n某市人民政府办公室\n2012年5月18日", out var pieces);
        var signature = pieces.ToList().FindIndex(piece => piece.Kind == PieceKind.Signature);

        Assert.False(families.IsCutOff(signature));
        Assert.Equal(signature, families.FamilyOf(signature));
    }

    private static List<bool> InRun(PieceFamilies families, int pieces) => [.. Enumerable.Range(0, pieces).Select(families.IsInRun)];

    private static PieceFamilies Of(string text) => Of(text, out _);

    private static PieceFamilies Of(string text, out NoticePiece[] pieces)
    {
        pieces = [.. NoticePieces.Of(CleanedNotices.Clean(text).Document)];
        return new PieceFamilies(text, pieces);
    }
}
