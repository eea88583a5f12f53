using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Text;

public class ChineseDatesTests
{
    [Theory]
    [InlineData("二○一○年一月十九日", "2010-01-19")]
    [InlineData("二〇〇四年六月二十六日", "2004-06-26")]
    [InlineData("二零一一年十二月卅一日", "2011-12-31")]
    [InlineData("二OO八年廿月一日", null)]
    [InlineData("二OO八年二月廿九日", "2008-02-29")]
    [InlineData("一九八一年五月二十三日", "1981-05-23")]
    [InlineData("2010年1月19日", "2010-01-19")]
    [InlineData("2010 年 1 月 19 日", "2010-01-19")]
    [InlineData("２０１０年１月１９日", "2010-01-19")]
    [InlineData("2010年1月19号", "2010-01-19")]
    [InlineData("2011-01-25", "2011-01-25")]
    [InlineData("2019.1.2", "2019-01-02")]
    [InlineData("2019/1/2", "2019-01-02")]
    [InlineData("２０１９／１／２", "2019-01-02")]
    [InlineData("2019-1.2", null)]
    [InlineData("2011年2月29日", null)]
    [InlineData("2011年13月1日", null)]
    [InlineData("0100年1月1日", null)]
    [InlineData("2010年1月", null)]
    [InlineData("2010-01-191", null)]
    [InlineData("", null)]
    public void Parse_Text_GivesTheDateOrNull(string text, string? date) => Assert.Equal(date, ChineseDates.Parse(text));

    [Fact]
    public void Read_DateBeforeText_GivesItsLength()
    {
        Assert.Equal(10, ChineseDates.Read("2011-01-25各设区市", out var date));
        Assert.Equal("2011-01-25", date);
    }
}
