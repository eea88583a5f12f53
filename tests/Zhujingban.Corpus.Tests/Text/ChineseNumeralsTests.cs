using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Text;

public class ChineseNumeralsTests
{
    [Theory]
    [InlineData("一", 1)]
    [InlineData("十", 10)]
    [InlineData("十五", 15)]
    [InlineData("二十", 20)]
    [InlineData("廿一", 21)]
    [InlineData("卅", 30)]
    [InlineData("九十九", 99)]
    [InlineData("一百", 100)]
    [InlineData("一百零五", 105)]
    [InlineData("一百一十", 110)]
    [InlineData("一千二百六十", 1260)]
    [InlineData("一千零一", 1001)]
    [InlineData("九千九百九十九", 9999)]
    [InlineData("贰拾", 20)]
    [InlineData("二○一○", 2010)]
    [InlineData("二〇一〇", 2010)]
    [InlineData("二零一零", 2010)]
    [InlineData("二OO八", 2008)]
    [InlineData("二0一一", 2011)]
    [InlineData("23", 23)]
    [InlineData("２３", 23)]
    [InlineData("3千5百", 3500)]
    [InlineData("零", 0)]
    public void TryParse_Number_GivesItsValue(string text, int value)
    {
        Assert.True(ChineseNumerals.TryParse(text, out var actual));
        Assert.Equal(value, actual);
    }

    [Theory]
    [InlineData("")]
    [InlineData("甲")]
    [InlineData("十百")]
    [InlineData("一二百")]
    [InlineData("二二十")]
    [InlineData("一百五")]
    [InlineData("十十")]
    [InlineData("12345")]
    [InlineData("O")]
    [InlineData("一零百")]
    [InlineData("二廿")]
    public void TryParse_NoNumber_IsFalse(string text) => Assert.False(ChineseNumerals.TryParse(text, out _));

    [Theory]
    [InlineData("三、严格", 1)]
    [InlineData("二十三条", 3)]
    [InlineData("条", 0)]
    [InlineData("一二三四五", 0)]
    public void Read_NumberInText_GivesItsLength(string text, int length) => Assert.Equal(length, ChineseNumerals.Read(text, out _));

    [Fact]
    public void TryParse_EveryWrittenNumber_ComesBack()
    {
        for (var number = 1; number <= 9999; number++)
        {
            var written = ChineseNumerals.Write(number);
            Assert.True(ChineseNumerals.TryParse(written, out var value), written);
            Assert.Equal((number, written.Length), (value, ChineseNumerals.Read(written, out _)));
        }
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(105, "一百零五")]
    [InlineData(110, "一百一十")]
    [InlineData(1000, "一千")]
    [InlineData(1005, "一千零五")]
    [InlineData(1010, "一千零一十")]
    [InlineData(9999, "九千九百九十九")]
    public void Write_Number_IsWrittenByValue(int number, string text) => Assert.Equal(text, ChineseNumerals.Write(number));

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void Write_NumberOutsideItsRange_Throws(int number) => Assert.Throws<ArgumentOutOfRangeException>(() => ChineseNumerals.Write(number));
}
