using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Rearranging;

/// <summary>Which parts of a row may stand elsewhere. Rows and sources are letters, each a piece.</summary>
public sealed class RowMovesTests
{
    [Theory]
    [InlineData("abefcdgh", "abcdefgh")]
    [InlineData("acdefb", "abcdef")]
    public void Find_PartThatTheSourceHasElsewhere_GoesThere(string row, string source)
    {
        var (moves, from) = (MovesOf(row, source), LetterRows.RowOf(row, source));
        Assert.Contains(LetterRows.RowOf(source, source).Pieces, moves.Find(from).Select(found => from.With(found.Move).Pieces));
    }

    /// <summary>Two sections have each other's ends: no one part can go where it belongs without the other in its way.</summary>
    [Fact]
    public void FindExchanges_TwoPartsInEachOthersPlace_ChangePlaces()
    {
        const string Source = "abcdefghij";
        var from = LetterRows.RowOf("abghefcdij", Source);

        var found = MovesOf("abghefcdij", Source).FindExchanges(from);

        Assert.Contains(new RowMove(First: 2, Last: 3, OtherFirst: 6, OtherLast: 7), found.Select(exchange => exchange.Move));
    }

    private static RowMoves MovesOf(string row, string source)
    {
        var (pieces, families) = LetterRows.PiecesOf(source);
        var seams = new RowSeams(pieces, new CutEnds(families, pieces.Length));
        seams.Count(LetterRows.RowOf(row, source).Said);
        return new RowMoves(pieces, seams);
    }
}
