using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Placing;

public class OutlineNodesTests
{
    private readonly OutlineNodes _nodes = new();

    [Fact]
    public void Child_TheSamePlace_IsTheSameNode() => Assert.Equal(Place(2, 3), Place(2, 3));

    [Fact]
    public void Compare_PlacesOfARun_StandInTheOrderOfTheNotice()
    {
        int[] order = [_nodes.Root(0), Place(1), Place(1, 1), Place(1, 2), Place(1, 10), Place(2), Place(2, 1), _nodes.End(0), _nodes.Root(1), _nodes.End(1)];
        for (var i = 0; i < order.Length; i++)
        {
            for (var j = 0; j < order.Length; j++) Assert.Equal(i.CompareTo(j), Math.Sign(_nodes.Compare(order[i], order[j])));
        }
    }

    [Fact]
    public void Compare_BranchesAndLists_StandBehindWhatTheyGoOnWith()
    {
        var article = _nodes.Child(_nodes.Root(0), NumberingKind.Article, 3);
        var branch = _nodes.Child(_nodes.Root(0), NumberingKind.Article, 3, branch: 1);
        Assert.True(_nodes.Compare(article, branch) < 0);
        Assert.True(_nodes.Compare(_nodes.Child(article, NumberingKind.Second, 5), _nodes.Child(article, NumberingKind.Second, 1, list: 1)) < 0);
        Assert.True(_nodes.Compare(article, _nodes.Again(article)) < 0);
    }

    [Fact]
    public void Compare_AChapterAndAnArticle_NumbersDoNotOrder()
    {
        var chapter = _nodes.Child(_nodes.Root(0), NumberingKind.Chapter, 2);
        Assert.Equal(0, _nodes.Compare(chapter, _nodes.Child(_nodes.Root(0), NumberingKind.Article, 1)));
    }

    [Fact]
    public void HolderOf_AMark_IsTheUnitThatHoldsIt()
    {
        Assert.Equal(Place(2), _nodes.HolderOf(NumberingKind.Second, Place(2, 3)));
        Assert.Equal(Place(2, 3), _nodes.HolderOf(NumberingKind.Third, Place(2, 3)));
        Assert.Equal(_nodes.Root(0), _nodes.HolderOf(NumberingKind.First, Place(2, 3)));
        Assert.Equal(_nodes.Root(0), _nodes.HolderOf(NumberingKind.Article, Place(2, 3)));
    }

    [Fact]
    public void NumberUnder_AHolder_IsTheNumberOfTheUnitThatAPlaceIsIn()
    {
        Assert.Equal(3, _nodes.NumberUnder(Place(2), NumberingKind.Second, Place(2, 3)));
        Assert.Equal(0, _nodes.NumberUnder(Place(2), NumberingKind.Second, Place(2)));
    }

    /// <summary>一、 and, in it, （一）.</summary>
    private int Place(int first, int second = 0)
    {
        var place = _nodes.Child(_nodes.Root(0), NumberingKind.First, first);
        return second == 0 ? place : _nodes.Child(place, NumberingKind.Second, second);
    }
}
