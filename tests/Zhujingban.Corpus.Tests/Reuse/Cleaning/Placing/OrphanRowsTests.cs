using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Placing;

public class OrphanRowsTests
{
    private const string Text = "一甲二乙二丙一丁三戊";

    /// <summary>一、（二） 二、（一） 三、, where （二） stands under 一、 without a （一）.</summary>
    private static Placement Placed(int streamOfLast)
    {
        (NumberingKind Kind, int Value)[] marks =
            [(NumberingKind.First, 1), (NumberingKind.Second, 2), (NumberingKind.First, 2), (NumberingKind.Second, 1), (NumberingKind.First, 3)];
        var pieces = marks.Select((mark, i) => new NoticePiece(PieceKind.Marked, TextSpan.At(2 * i, 2),
            new NumberingMark(mark.Kind, mark.Value, 0, TextSpan.At(2 * i, 1), true), true)).ToList();
        var nodes = new OutlineNodes();
        var (first, second) = (nodes.Child(nodes.Root(0), NumberingKind.First, 1), nodes.Child(nodes.Root(0), NumberingKind.First, 2));
        PieceChoice[] choices =
        [
            new(first, -1, 0), new(nodes.Child(first, NumberingKind.Second, 2), -1, 0), new(second, -1, streamOfLast == 0 ? 1 : 0),
            new(nodes.Child(second, NumberingKind.Second, 1), -1, 1), new(nodes.Child(nodes.Root(0), NumberingKind.First, 3), -1, streamOfLast),
        ];
        return new Placement(pieces, new PieceFamilies(Text, pieces), nodes, choices, false, 0);
    }

    [Fact]
    public void Settle_NumberWithoutTheOneBefore_MovesBehindIt()
    {
        var placement = OrphanRows.Settle(Placed(streamOfLast: 0));
        var moved = placement.Nodes[placement.Choices[1].Node];
        Assert.Equal(2, moved.Value);
        Assert.Equal(placement.Choices[2].Node, moved.Parent);
    }

    [Fact]
    public void Settle_HomeBehindWhatItsStreamGoesOnWith_Stays()
    {
        var before = Placed(streamOfLast: 1);
        Assert.Equal(before.Choices, OrphanRows.Settle(before).Choices);
    }
}
