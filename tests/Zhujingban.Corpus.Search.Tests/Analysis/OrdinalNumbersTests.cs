using Zhujingban.Corpus.Search.Analysis;

namespace Zhujingban.Corpus.Search.Tests.Analysis;

public class OrdinalNumbersTests
{
    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(100, "一百")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(115, "一百一十五")]
    [InlineData(1001, "一千零一")]
    [InlineData(1010, "一千零一十")]
    [InlineData(1260, "一千二百六十")]
    [InlineData(9999, "九千九百九十九")]
    public void WriteOut_Number_ReadsAsInALaw(int value, string expected) => Assert.Equal(expected, OrdinalNumbers.WriteOut(value));

    [Theory]
    [InlineData("12条", true)]
    [InlineData(" 12 条", true)]
    [InlineData("0条", false)]
    [InlineData("12", false)]
    [InlineData("12-15条", false)]
    [InlineData("12345条", false)]
    [InlineData("12人", false)]
    public void Match_DigitsBeforeACounter_AreFound(string text, bool expected) =>
        Assert.Equal(expected, OrdinalNumbers.Match(text, 0, out _, out _) >= 0);
}
