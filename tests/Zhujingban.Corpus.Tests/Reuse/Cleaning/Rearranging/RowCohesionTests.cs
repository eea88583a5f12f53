using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Rearranging;

/// <summary>What a row costs whose neighbours speak of different things.</summary>
public sealed class RowCohesionTests
{
    /// <summary>Four things that a notice speaks of, one after the other.</summary>
    private static readonly string[] Sentences =
    [
        "水库大坝每日巡查，发现渗漏立即上报。", "大坝巡查记录由水库管理所保存。", "水库管理所每周汇总巡查记录。", "水库放水前应当通知大坝下游村庄。",
        "救生衣由市级仓库统一储备。", "仓库储备的救生衣每年检验一次。", "检验不合格的救生衣由仓库更换。", "仓库更换救生衣后登记造册。",
        "值班人员二十四小时在岗。", "值班电话应当保持畅通。", "接到险情电话后十分钟内报告。", "险情报告由值班人员签字。",
        "防汛经费列入年度预算。", "年度预算由财政部门审核。", "财政部门按季度拨付防汛经费。", "经费使用情况接受审计。",
    ];

    [Theory]
    [InlineData(0, 4, 1, 5, 2, 6, 3, 7, 8, 9, 10, 11, 12, 13, 14, 15)] // Two of them take turns.
    [InlineData(0, 1, 2, 5, 4, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)]
    public void CostOf_RowThatGoesBackAndForthBetweenThings_IsHigher(params int[] row)
    {
        var (cohesion, _) = CohesionOf(Sentences);
        Assert.True(cohesion.CostOf(row) > cohesion.CostOf([.. Enumerable.Range(0, Sentences.Length)]));
    }

    [Fact]
    public void ChangeOf_AnyMove_IsWhatTheRowCostsMoreAfterIt()
    {
        var (cohesion, row) = CohesionOf([.. Sentences, .. Sentences.Select(sentence => sentence.Replace("救生衣", "编织袋").Replace("水库", "河道"))]);
        for (var (random, tries) = (new Random(1), 0); tries < 500; tries++)
        {
            var ends = Enumerable.Range(0, row.Pieces.Length + 1).OrderBy(_ => random.Next()).Take(4).Order().ToArray();
            var move = new RowMove(ends[0], ends[1] - 1, tries % 2 == 0 ? ends[1] : ends[2], ends[3] - 1);
            var moved = row.With(move);
            Assert.Equal(cohesion.CostOf(moved.Pieces) - cohesion.CostOf(row.Pieces), cohesion.ChangeOf(row.Pieces, moved.Pieces, move), 6);
            row = moved;
        }
    }

    [Fact]
    public void CostOf_RowOfThousands_IsNothing()
    {
        var (cohesion, row) = CohesionOf([.. Enumerable.Range(0, 1_500).Select(i => $"{Sentences[i % Sentences.Length]}")]);
        Assert.Equal(0, cohesion.CostOf(row.Pieces));
    }

    [Theory]
    [InlineData("防汛物资由仓库储备。", "仓库储备防汛物资。", 1)]
    [InlineData("防汛物资由仓库储备。", "值班电话保持畅通。", 0)]
    [InlineData("2010 ABC.", "2010 ABC.", 0)] // Nothing Chinese.
    public void Cohesion_Pieces_IsTheSameEitherWay(string one, string other, float expected)
    {
        var (text, pieces, row) = RowOf([one, other, .. Sentences]);
        var cohesion = new PieceCohesion(text, pieces, row);
        Assert.Equal(expected, cohesion.Of(0, 1));
        Assert.Equal(expected, cohesion.Of(1, 0));
        Assert.Equal(PieceCohesion.Nothing, cohesion.Of(0, 0));
    }

    private static (RowCohesion Cohesion, NoticeRow Row) CohesionOf(string[] sentences)
    {
        var (text, pieces, row) = RowOf(sentences);
        return (new RowCohesion(text, pieces, row), row);
    }

    /// <summary>Each sentence is a piece that stands for itself.</summary>
    private static (string Text, NoticePiece[] Pieces, NoticeRow Row) RowOf(string[] sentences)
    {
        var (pieces, start) = (new List<NoticePiece>(), 0);
        foreach (var sentence in sentences)
        {
            pieces.Add(new NoticePiece(PieceKind.Sentence, TextSpan.At(start, sentence.Length), default, StartsLine: false));
            start += sentence.Length;
        }

        int[] all = [.. Enumerable.Range(0, pieces.Count)];
        return (string.Concat(sentences), [.. pieces], new NoticeRow(all, all));
    }
}
