using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Text;

public class TextFoldingTests
{
    /// <summary>Characters from every part of the tables, to be thrown together.</summary>
    private static readonly string[] Pieces =
    [
        "駐", "驻", "京", "辦", "Ａ", "a", "É", "e\u0301", "e", "\u0301", "ｶﾞ", "カ", "\u3099", "ﾞ", "①", "㈠", "㎡", "〔", "﹝", "　", "\u200B", "\uFE0F",
        "\U000E0100", "\U0002F804", "㑮", "𫝈", "𠮷", "\uD842", "\uDFB7", "ﬁ", "İ", "\u00B4", "㍿", "○", "\0", "\uFFFF", "\n", "é", "ế", "\U000110BA", "\U00011099",
    ];

    [Theory]
    [InlineData("駐京辦", "驻京办")]
    [InlineData("香港特別行政區政府", "香港特别行政区政府")]
    [InlineData("２０１０年１月", "2010年1月")]
    [InlineData("ＧＢ／Ｔ　９７０４", "gb/t 9704")]
    [InlineData("二○一○年", "二零一零年")]
    [InlineData("㈠①", "(一)1")]
    [InlineData("⼀豈", "一岂")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("CAFE\u0301", "café")]
    [InlineData("e\u0302\u0301", "ế")]
    [InlineData("驻\u200B京\uFEFF办\uFE00", "驻京办")]
    [InlineData("㑮", "𫝈")]
    [InlineData("覆盖、好像、什么", "覆盖、好像、什么")]
    [InlineData("衞生、粧", "卫生、妆")]
    [InlineData("\uD842京\uDFB7", "\uD842京\uDFB7")]
    public void Fold_WrittenDifferently_GivesOneForm(string text, string expected)
    {
        Assert.Equal(expected, TextFolding.Fold(text).Text);
        Assert.Equal(expected, FoldAlone(text));
    }

    [Fact]
    public void Fold_AnyText_IsMappedWhollyAndStable()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var folded = TextFolding.Fold(text);
            Assert.Equal(folded.Text, FoldAlone(text));
            var covered = folded.Runs.Select(run => run.Source).ToList();
            Assert.Equal(text.Length, covered.Sum(span => span.Length));
            Assert.All(covered.Zip(covered.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
            Assert.All(folded.Runs.Where(run => run.Kind == RunKind.Copied), run => Assert.Equal(run.Source.Of(text), run.Text.Of(folded.Text)));
            Assert.Equal(folded.Text, TextFolding.Fold(folded.Text).Text);
            var each = new char[text.Length];
            if (TextFolding.TryFoldEach(text, each)) Assert.Equal(folded.Text, new string(each));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("駐京辦Ａ，。", true)]
    [InlineData("", true)]
    [InlineData("①㈠", false)]
    [InlineData("e\u0301", false)]
    [InlineData("驻\u200B京", false)]
    [InlineData("𠮷", false)]
    public void TryFoldEach_OneForOne_OrRefuses(string text, bool isOneForOne)
    {
        var folded = new char[text.Length];
        Assert.Equal(isOneForOne, TextFolding.TryFoldEach(text, folded));
        if (isOneForOne) Assert.Equal(TextFolding.Fold(text).Text, new string(folded));
    }

    [Fact]
    public void Fold_EveryCharacter_FoldsOnceAndForAll()
    {
        for (var character = 0; character <= 0x10FFFF; character++)
        {
            if (character is >= 0xD800 and <= 0xDFFF) continue;
            var once = TextFolding.Fold(char.ConvertFromUtf32(character)).Text;
            Assert.True(once == TextFolding.Fold(once).Text, $"U+{character:X4}");
        }
    }

    [Fact]
    public void Fold_Traditional_MapsBackToItsOwnCharacters()
    {
        var folded = TextFolding.Fold("設駐京㈠辦");
        var at = folded.Text.IndexOf("驻京", StringComparison.Ordinal);
        Assert.Equal([new TextSpan(1, 3)], folded.SourceSpans(TextSpan.At(at, 2)));
    }

    [Theory]
    [InlineData("a\u0301")]
    [InlineData("\u200B")]
    [InlineData("é\u200B\u200B\u200B\u0301")]
    [InlineData("𠮷")]
    public void Fold_EndlessLine_IsTheFoldedPieceOverAndOver(string piece)
    {
        var times = 2_000_000 / piece.Length;
        var text = string.Concat(Enumerable.Repeat(piece, times));
        Assert.Equal(string.Concat(Enumerable.Repeat(FoldAlone(piece), times)), FoldAlone(text));
    }

    private static string FoldAlone(string text)
    {
        var output = new ArrayBufferWriter<char>();
        TextFolding.Fold(text, output);
        return output.WrittenSpan.ToString();
    }
}
