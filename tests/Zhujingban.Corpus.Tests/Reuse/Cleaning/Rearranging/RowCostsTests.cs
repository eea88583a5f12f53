using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Rearranging;

/// <summary>What each part of the cost of a row says. Where rows are letters, each letter is a piece, and the source is the row's letters as it has them.</summary>
public sealed class RowCostsTests
{
    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("acb", "abc", 2 * RearrangingCosts.Seam)]
    [InlineData("abcd", "abcbd", 2 * RearrangingCosts.Seam)]
    public void Seams_Row_CostsTheNeighboursThatItParts(string row, string source, double expected)
    {
        var (pieces, families) = LetterRows.PiecesOf(source);
        var seams = new RowSeams(pieces, new CutEnds(families, pieces.Length));
        seams.Count(LetterRows.RowOf(row, source).Said);
        Assert.Equal(expected, seams.CostOf(LetterRows.RowOf(row, source).Pieces), 6);
    }

    [Theory]
    [InlineData("abcdef", "abcdef", 0)]
    [InlineData("abcdef", "abdefc", RearrangingCosts.NewStream + RearrangingCosts.BeginsInside)] // The end is another copy's; the first one goes on with c.
    [InlineData("abcdef", "abcabcdef", RearrangingCosts.NewStream)]
    [InlineData("abcdefgh", "abcdabefcdgh", RearrangingCosts.NewStream)] // Two copies take turns; each goes on where it stopped.
    [InlineData("abcdef", "abcdcdef", RearrangingCosts.Back)]
    [InlineData("abcdef", "cdefab", RearrangingCosts.BeginsInside + RearrangingCosts.NewStream)]
    public void Streams_Source_CostsItsJumps(string row, string source, double expected)
    {
        var (pieces, families) = LetterRows.PiecesOf(source);
        var streams = new RowStreams(pieces, new CutEnds(families, pieces.Length));
        Assert.Equal(expected, streams.CostOf(LetterRows.RowOf(row, source), double.MaxValue), 6);
    }

    [Fact]
    public void Streams_AnySource_CostsTheCheapestWayToTakeTurns()
    {
        const string Row = "abcdefgh";
        for (var (random, tries) = (new Random(1), 0); tries < 500; tries++)
        {
            var (one, other) = (random.Next(1, 7), random.Next(1, 7));
            var source = string.Concat(Row[..one], Row[other..], Row[..random.Next(1, 8)], Row[random.Next(8)..]);
            var row = LetterRows.RowOf(string.Concat(Row.Where(source.Contains)), source);
            var (pieces, families) = LetterRows.PiecesOf(source);
            var streams = new RowStreams(pieces, new CutEnds(families, source.Length));
            Assert.Equal(StreamWays.Cheapest(row), streams.CostOf(row, double.MaxValue), 6);
        }
    }

    [Theory]
    [InlineData("一、 二、 三、", 0)]
    [InlineData("一、 （一） （二） 二、 （一）", 0)]
    [InlineData("一、 三、", RearrangingCosts.Hole + RearrangingCosts.HoleNumber)]
    [InlineData("一、 （一） 二、 （一） （二） （二）", RearrangingCosts.MissingHeading + RearrangingCosts.Hole)]
    [InlineData("一、 二、 二、", RearrangingCosts.NumberTwice)]
    [InlineData("第一条 第二条 第四条", RearrangingCosts.Hole + RearrangingCosts.HoleNumber)]
    [InlineData("第一条 （一） （二） 第二条", RearrangingCosts.ItemNotAnnounced)] // No colon announces items.
    public void Numbers_Row_CostsWhatTheyLack(string marks, double expected)
    {
        var text = string.Join('\n', marks.Split(' ').Select((mark, i) => $"{mark}　负责第{i}组的工作。"));
        var placement = Placement.Of(text, [.. NoticePieces.Of(CleanedNotices.Clean(text).Document)]);
        var row = new NoticeRow([.. Enumerable.Range(0, placement.Pieces.Length)], [.. Enumerable.Range(0, placement.Pieces.Length)]);
        Assert.Equal(expected, new RowNumbers(placement, row).CostOf(row.Pieces), 6);
    }

    [Fact]
    public void Numbers_RowInItsOrder_KeepsEveryPlace()
    {
        const string Text = "一、总则\n（一）负责编制预算。\n（二）负责审计。\n二、附则\n（一）本办法自发布之日起施行。";
        var placement = Placement.Of(Text, [.. NoticePieces.Of(CleanedNotices.Clean(Text).Document)]);
        var row = new NoticeRow([.. Enumerable.Range(0, placement.Pieces.Length)], [.. Enumerable.Range(0, placement.Pieces.Length)]);
        Assert.Equal(placement.Choices.Select(choice => choice.Node), new RowNumbers(placement, row).PlacesOf(row));
    }

    [Theory]
    [InlineData("一、职责分工\n二、组织领导\n（一）负责审计。", RearrangingCosts.EmptyHeading)]
    [InlineData("有下列情形之一的：\n按规定处理。", RearrangingCosts.NotAnnounced)]
    [InlineData("（一）负责审计；\n按规定处理。", RearrangingCosts.ItemBroken)]
    [InlineData("一、职责分工\n（一）负责审计；\n（二）负责预算。\n按规定处理。", 0)]
    public void Neighbours_Row_CostsWhatDoesNotFollowAsAnnounced(string text, double expected)
    {
        var pieces = NoticePieces.Of(CleanedNotices.Clean(text).Document).ToArray();
        var neighbours = new RowNeighbours(text, pieces, new PieceFamilies(text, pieces));
        Assert.Equal(expected, neighbours.CostOf([.. Enumerable.Range(0, pieces.Length)]), 6);
    }

    [Fact]
    public void Of_LessThanTheRoom_IsCountedToTheEnd()
    {
        const string Text = "一、总则\n（一）负责编制预算。\n（二）负责审计。\n二、附则\n（一）负责审计。\n（一）负责编制预算。\n三、职责\n二、附则\n（二）负责监督，按季度报告。";
        var placement = Placement.Of(Text, [.. NoticePieces.Of(CleanedNotices.Clean(Text).Document)]);
        var row = new NoticeRow([.. Enumerable.Range(0, placement.Pieces.Length)], [.. Enumerable.Range(0, placement.Pieces.Length)]);
        var costs = CostsOf(Text, placement, row);
        for (var (random, tries) = (new Random(1), 0); tries < 500; tries++)
        {
            row = row with { Pieces = [.. row.Pieces.OrderBy(_ => random.Next())] };
            var cost = costs.Of(row, double.MaxValue);
            // Costs are round numbers, and what is counted so far is often the room exactly.
            foreach (var room in new[] { cost - 2, cost - 1, cost, cost + 1 }) Assert.True(costs.Of(row, room) is var counted && (counted >= room || counted.Equals(cost)));
        }
    }

    private static RowCosts CostsOf(string text, Placement placement, NoticeRow row)
    {
        var (pieces, families) = (placement.Pieces, placement.Families);
        var ends = new CutEnds(families, pieces.Length);
        var seams = new RowSeams(pieces, ends);
        seams.Count(row.Said);
        var repeats = new RowRepeats(text, pieces, families, new DoubtfulCopies(text, pieces, families, row.Pieces));
        return new RowCosts(seams, new RowCohesion(text, pieces, row), repeats, new RowNeighbours(text, pieces, families), new RowNumbers(placement, row), new RowStreams(pieces, ends));
    }
}
