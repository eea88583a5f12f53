using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Markup.PlainText;
using Zhujingban.Corpus.Tests.Structure;

namespace Zhujingban.Corpus.Tests.Markup.PlainText;

public class PlainTextFormatTests
{
    [Theory]
    [InlineData("一\n二", "一\n二")]
    [InlineData("一\r\n二\r\n", "一\n二")]
    [InlineData("一\r二", "一\n二")]
    [InlineData("一\f二\v三\u0085四\u2028五\u2029六", "一\n二\n三\n四\n五\n六")]
    [InlineData("\n\n　　一　\n \t\n　二\n\n", "一\n二")]
    [InlineData("\uFEFF一\u200B二\u00AD三\0四", "一二三四")]
    [InlineData("总　　则", "总　　则")]
    [InlineData("👨\u200D👩", "👨\u200D👩")]
    [InlineData("", "")]
    [InlineData("\0\0\0", "")]
    [InlineData(" \r\n \r\n", "")]
    public void Read_AnyLines_GivesWhatAReaderSees(string source, string text) => Assert.Equal(text, Read(source).Text.Text);

    [Fact]
    public void Read_Lines_GivesAParagraphEach()
    {
        var document = Read("　　甲乙\r\n\r\n　　丙\n");
        Assert.Equal(["甲乙", "丙"], document.Blocks.Select(block => block.Span.Of(document.Text.Text)));
        Assert.All(document.Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }

    [Theory]
    [InlineData("　　甲\r\n\r\n乙\0丙 \r\n")]
    [InlineData("甲\f\f乙\u2028")]
    [InlineData("\u200D\n\u200C甲\u200C\r\r\n乙")]
    public void Read_OddCharacters_LosesNothing(string source) => Assert.Empty(Notices.FaultsOf(Read(source)));

    [Fact]
    public void Read_OneLineOf20Megabytes_IsLinear()
    {
        var document = Read(new string('文', 10_000_000));
        Assert.Single(document.Blocks);
    }

    private static Document Read(string source) => new PlainTextFormat().Read(SourceText.FromString(source), new MarkupOptions("d"));
}
