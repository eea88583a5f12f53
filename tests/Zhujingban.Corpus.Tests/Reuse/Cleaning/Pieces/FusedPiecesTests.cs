using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Pieces;

/// <summary>Where a page was cut up, what breaks off has run together with what begins behind it: they are pieces of their own.</summary>
public sealed class FusedPiecesTests
{
    private const string Title = "某省民政厅关于印发某省殡葬管理工作细则的通知";
    private const string Addressees = "各市、县民政局：";
    private const string Body = "一、殡葬管理应当节约土地，革除丧葬陋俗。\n二、民政部门负责殡葬设施的规划和审批工作。\n";

    [Theory]
    [InlineData("（一）财政部门负责编制年度预算，按时报送决算。\n（二）财政部门负责编制年度预（三）审计机关检查资金使用情况。", "（二）财政部门负责编制年度预|（三）审计机关检查资金使用情况。")]
    [InlineData("（一）财政部门负责编制年度预算。\n审计机关每年检查一次资金使用情况。\n（一）财政部门负责编审计机关每年检查一次资金使用情况。", "（一）财政部门负责编|审计机关每年检查一次资金使用情况。")]
    [InlineData("一、总体要求。\n对未按要求整改的，取消其对未按要求整改的，取消其下一年度申报资格。", "对未按要求整改的，取消其|对未按要求整改的，取消其下一年度申报资格。")]
    [InlineData("一、重点任务二、配套政策\n（一）财政部门负责编制年度预算。", "一、重点任务|二、配套政策")]
    public void Of_TextThatBreaksOff_IsPartedFromWhatBegins(string text, string expected) =>
        Assert.Contains(expected, Joined(Body.Replace("一、", "（五）", StringComparison.Ordinal).Replace("二、", "（六）", StringComparison.Ordinal) + text), StringComparison.Ordinal);

    [Theory]
    [InlineData("（九）坚持知行合一、工学结合。")]
    [InlineData("（三）重点保障工程质量，重点保障工程质量，依法追究责任。")]
    [InlineData("（三）违反第三条规定的，责令改正。\n（四）违反第五条规定的，责令改正。")]
    public void Of_SentenceThatIsWhole_IsNotParted(string text) =>
        Assert.EndsWith(text.Replace('\n', '|'), Joined(Body + text), StringComparison.Ordinal);

    [Fact]
    public void Of_AddresseesAndPreambleOnOneLine_AreTwoPieces() =>
        Assert.Contains((PieceKind.Addressees, Addressees), Pieces("殡葬管理工作应当节约土地。\n" + Addressees + "近年来，全省殡葬管理工作取得明显成效。\n" + Body));

    [Fact]
    public void Of_TitleBehindTheIssuerOfAFoot_IsATitle()
    {
        var pieces = Pieces(Title + "\n" + Addressees + "\n现将细则印发给你们。\n某省民政厅" + Title + "\n" + Addressees + "\n" + Body);

        Assert.Contains((PieceKind.Signature, "某省民政厅"), pieces);
        Assert.Equal(2, pieces.Count(piece => piece == (PieceKind.Title, Title)));
    }

    [Fact]
    public void Of_SignatureAndTitleOfWhatIsIssued_AreTwoPieces()
    {
        var pieces = Pieces("殡葬管理工作细则的通知\n" + Addressees + "\n《某省殡葬管理工作细则》已经省人民政府批准，现予印发。\n某省民政厅2013年7月8日某省殡葬管理工作细则\n" + Body + Title + "\n" + Addressees + "\n");

        Assert.Contains((PieceKind.Signature, "某省民政厅"), pieces);
        Assert.Contains((PieceKind.Date, "2013年7月8日"), pieces);
        Assert.Contains((PieceKind.Title, "某省殡葬管理工作细则"), pieces);
    }

    [Fact]
    public void Of_DateOfTheFootBeforeASentence_IsADate() =>
        Assert.Equal(2, Pieces(Title + "\n" + Addressees + "\n" + Body + "某省民政厅\n2013年7月8日\n一、殡葬管理应当节约土地，革除丧葬陋俗。\n2013年7月8日民政部门负责殡葬设施的规划工作。")
            .Count(piece => piece == (PieceKind.Date, "2013年7月8日")));

    [Fact]
    public void Of_DateThatASentenceGoesOnWith_IsNone() =>
        Assert.Single(Pieces(Title + "\n" + Addressees + "\n" + Body + "2013年7月8日前，各地应当报送殡葬设施的规划。\n某省民政厅\n2013年7月8日"), piece => piece.Kind == PieceKind.Date);

    [Fact]
    public void Of_TitleThatBreaksOffAndBeginsAgain_IsTwoTitles() =>
        Assert.Equal(["某省民政厅关于进一步做好殡葬管理工作的意", "某省民政厅关于进一步做好殡葬管理工作的意见"],
            Pieces("某省民政厅关于进一步做好殡葬管理工作的意\n某省民政厅关于进一步做好殡葬管理工作的意见\n" + Addressees + "\n" + Body).Where(piece => piece.Kind == PieceKind.Title).Select(piece => piece.Text));

    [Fact]
    public void Of_TitleThatBreaksOffAndBeginsAgainOnItsLine_IsTwoTitlesAndTheRestOfTheHead() =>
        Assert.Equal(["某省民政厅关于进一步做好", "某省民政厅关于进一步做好殡葬管理工作的意见", Addressees],
            Pieces("某省民政厅关于进一步做好某省民政厅关于进一步做好殡葬管理工作的意见" + Addressees + "\n" + Body).Take(3).Select(piece => piece.Text));

    [Fact]
    public void Of_DateBeforeTheTitleOfWhatIsIssued_IsADateAndATitle() =>
        Assert.EndsWith("|某省民政厅|2013年7月8日|某省殡葬管理暂行办法|第一条　为了加强管理，制定本办法。",
            Joined(Title + "\n" + Addressees + "\n" + Body + "\n某省民政厅2013年7月8日某省殡葬管理暂行办法\n第一条　为了加强管理，制定本办法。"), StringComparison.Ordinal);

    private static string Joined(string text) => string.Join('|', Pieces(text).Select(piece => piece.Text));

    private static List<(PieceKind Kind, string Text)> Pieces(string text)
    {
        var document = CleanedNotices.Clean(text).Document;
        return [.. NoticePieces.Of(document).Select(piece => (piece.Kind, piece.Span.Of(document.Text.Text)))];
    }
}
