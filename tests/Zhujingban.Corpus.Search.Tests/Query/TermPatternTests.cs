using System.Text;
using Zhujingban.Corpus.Search.Query;

namespace Zhujingban.Corpus.Search.Tests.Query;

public class TermPatternTests
{
    [Theory]
    [InlineData("京", "京0")]
    [InlineData("驻京", "驻京0")]
    [InlineData("驻京办", "驻京0 京办1")]
    [InlineData("驻京办事", "驻京0 办事2")]
    [InlineData("驻京办事处", "驻京0 办事2 事处3")]
    [InlineData("驻京，办", "驻京0 2 办3")]
    [InlineData("gdp增长", "gdp0 增长1")]
    [InlineData("国办发〔2010〕8号", "国办0 办发1 〔2010〕8号3")]
    [InlineData("〔2010〕8号文", "20100 1 82 号文3")]
    [InlineData("于2010年1月19日", "于0 @2010-01-191")]
    [InlineData("通知，2010-1-19", "通知0 2 @2010-01-193")]
    public void Cover_Pattern_TakesAsFewTermsAsProveIt(string query, string expected)
    {
        var pattern = Assert.IsType<TermNode>(QueryParser.Parse(query).Exact).Pattern;
        Assert.Equal(expected, string.Join(' ', pattern.Cover().Select(part => $"{Encoding.UTF8.GetString(part.Term).Trim()}{part.Offset}")));
    }
}
