using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Rearranging;

public sealed class NoticeRowTests
{
    /// <summary>Moving a part is taking it out and putting it in again; nothing else changes.</summary>
    [Fact]
    public void With_PartThatGoesElsewhere_TakesThePartOutAndPutsItBehindTheOther() => Prop.ForAll(Parts().ToArbitrary(), given =>
    {
        var (length, first, last, behind) = given;
        var row = RowOf(length);
        var expected = row.Pieces.ToList();
        var part = expected.GetRange(first, last - first + 1);
        expected.RemoveRange(first, part.Count);
        expected.InsertRange(expected.IndexOf(behind) + 1, part);
        Assert.Equal(expected, row.With(RowMove.Behind(first, last, behind)).Pieces);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_TwoPartsThatChangePlaces_KeepsWhatStandsBetweenThem() =>
        Assert.Equal([0, 6, 3, 4, 5, 1, 2, 7], RowOf(8).With(new RowMove(First: 1, Last: 2, OtherFirst: 6, OtherLast: 6)).Pieces);

    /// <summary>The neighbours that a move is said to change are those that it changes.</summary>
    [Fact]
    public void Changes_AnyMove_AreTheNeighboursThatDiffer() => Prop.ForAll(Exchanges().ToArbitrary(), given =>
    {
        var (row, move) = (RowOf(given.Length), given.Move);
        var changes = move.Changes(stackalloc (int, int, int)[RowMove.MostChanges]).ToArray();
        Assert.Equal(Neighbours(row).Except(Neighbours(row.With(move))).Order(), Places(-1));
        Assert.Equal(Neighbours(row.With(move)).Except(Neighbours(row)).Order(), Places(1));
        IEnumerable<(int, int)> Places(int sign) => changes.Where(change => change.Sign == sign).Select(change => (change.One, change.Other)).Order();
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

    private static NoticeRow RowOf(int length) => new([.. Enumerable.Range(0, length)], [.. Enumerable.Range(0, length)]);

    /// <summary>The neighbours of a row, with what is one off its ends.</summary>
    private static IEnumerable<(int One, int Other)> Neighbours(NoticeRow row)
    {
        int[] all = [-1, .. row.Pieces, row.Pieces.Length];
        return all.Zip(all.Skip(1));
    }

    private static Gen<(int Length, int First, int Last, int Behind)> Parts() =>
        from length in Gen.Choose(2, 12)
        from first in Gen.Choose(0, length - 1)
        from last in Gen.Choose(first, length - 1)
        from behind in Gen.Choose(-1, length - 1)
        where behind < first - 1 || behind > last
        select (length, first, last, behind);

    private static Gen<(int Length, RowMove Move)> Exchanges() =>
        from length in Gen.Choose(2, 12)
        from first in Gen.Choose(0, length - 2)
        from last in Gen.Choose(first, length - 2)
        from otherFirst in Gen.Choose(last + 1, length - 1)
        from otherLast in Gen.Choose(otherFirst, length - 1)
        select (length, new RowMove(first, last, otherFirst, otherLast));
}
