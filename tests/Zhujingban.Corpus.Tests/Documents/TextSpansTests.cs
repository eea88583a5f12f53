using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Tests.Documents;

public class TextSpansTests
{
    [Fact]
    public void Flatten_OfTouchingAndOverlappingSpans_MakesThemOne() => Assert.Equal(
        [new TextSpan(0, 4), new TextSpan(6, 8)],
        TextSpans.Flatten([new(6, 8), new(2, 4), new(0, 2), new(1, 3), new(5, 5)]));

    [Fact]
    public void FlattenAndComplement_OfAnySpans_TileTheText() => Prop.ForAll<(byte Start, byte Length)[]>(pieces =>
    {
        var flat = TextSpans.Flatten(pieces.Select(piece => TextSpan.At(piece.Start, piece.Length)));
        var all = flat.Concat(TextSpans.Complement(flat, 600)).Order().ToList();
        return all[0].Start == 0 && all[^1].End == 600 && all.Zip(all.Skip(1)).All(pair => pair.First.End == pair.Second.Start);
    }).QuickCheckThrowOnFailure();
}
