namespace Zhujingban.Corpus.Pipelines.Tests;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("驻京办", "\"驻京办\"")]
    [InlineData("a\nb\u001b[31m\u202e\u2028", "\"a\\u000ab\\u001b[31m\\u202e\\u2028\"")]
    [InlineData("驻\uffff\ufdd0", "\"驻\\uffff\\ufdd0\"")]
    public void Quote_AnyText_CannotBreakTheLine(string text, string expected) => Assert.Equal(expected, OneLine.Quote(text));

    [Fact]
    public void Quote_LongText_IsShortened() => Assert.Equal($"\"{new string('x', 80)}…\"", OneLine.Quote(new string('x', 10_000)));
}
