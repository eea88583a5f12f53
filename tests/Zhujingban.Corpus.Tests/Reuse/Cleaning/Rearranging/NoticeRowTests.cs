using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Rearranging;

public sealed class NoticeRowTests
{
    /// <summary>Moving a part is taking it out and putting it in again; nothing else changes.</summary>
    [Fact]
    public void With_AnyMove_TakesThePartOutAndPutsItBehindTheOther() => Prop.ForAll(Moves().ToArbitrary(), given =>
    {
        var row = new NoticeRow([.. Enumerable.Range(0, given.Length)], [.. Enumerable.Range(0, given.Length)]);
        var expected = row.Pieces.ToList();
        var part = expected.GetRange(given.Move.First, given.Move.Last - given.Move.First + 1);
        expected.RemoveRange(given.Move.First, part.Count);
        expected.InsertRange(expected.IndexOf(given.Move.Behind) + 1, part);
        Assert.Equal(expected, row.With(given.Move).Pieces);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_Merge_LeavesOneOfTwoPartsAndPointsToIt()
    {
        var row = new NoticeRow([0, 1, 2, 3, 4, 1], [0, 1, 2, 3, 4]);

        var merged = row.With(new RowMerge(Kept: 1, Gone: 3, Length: 2));

        Assert.Equal([0, 1, 2], merged.Pieces);
        Assert.Equal([0, 1, 2, 1, 2, 1], merged.Said);
    }

    [Fact]
    public void Places_Row_TellsWhereEachPieceStands() => Assert.Equal([2, 0, 0, 1], new NoticeRow([0, 1, 1, 3], [1, 3, 0]).Places());

    private static Gen<(int Length, RowMove Move)> Moves() =>
        from length in Gen.Choose(2, 12)
        from first in Gen.Choose(0, length - 1)
        from last in Gen.Choose(first, length - 1)
        from behind in Gen.Choose(-1, length - 1)
        where behind < first || behind > last
        select (length, new RowMove(first, last, behind));
}
