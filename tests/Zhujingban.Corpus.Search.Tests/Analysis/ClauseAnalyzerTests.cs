using Zhujingban.Corpus.Search.Analysis;

namespace Zhujingban.Corpus.Search.Tests.Analysis;

public class ClauseAnalyzerTests
{
    [Theory]
    [InlineData("駐京，辦", "驻1 京2 办4")]
    [InlineData("，。 驻 、 京", "驻1 京3")]
    [InlineData("GDP增长1.5%", "gdp1 增2 长3 1:4 5:6")]
    [InlineData("𠮷\uD842野", "𠮷1 野3")]
    [InlineData("第12条", "第1 十2 二3 条4 | 12:2 12:3")]
    [InlineData("第 9 章", "第1 九2 章3 | 9:2")]
    [InlineData("国办发〔2010〕第 8 号", "国1 办2 发3 2010:5 第7 八8 号9 | 〔2010〕8号:4 8:8")]
    [InlineData("[2010]08号", "2010:1 08:3 号4 | 〔2010〕8号:0")]
    public void Analyze_Text_GivesUnitsWithPositions(string text, string expected)
    {
        var analyzed = new ClauseAnalyzer().Analyze(text);
        var units = analyzed.Units.Select(unit => $"{analyzed.TermOf(unit)}{(unit.IsIdeograph || analyzed.TermOf(unit) == "gdp" ? "" : ":")}{unit.Position}");
        var aliases = analyzed.Aliases.Select(alias => $"{alias.Term}:{alias.Position}").ToArray();
        Assert.Equal(expected, string.Join(' ', aliases.Length == 0 ? units : [.. units, "|", .. aliases]));
    }

    [Fact]
    public void Analyze_EndlessWord_IsCutIntoPartsThatAreNoWords()
    {
        var analyzed = new ClauseAnalyzer().Analyze(new string('x', 150));
        Assert.Equal([64 + 1, 64 + 2, 22 + 1], analyzed.Units.Select(unit => analyzed.TermOf(unit).Length));
        Assert.All(analyzed.Units, unit => Assert.NotEqual(WordPart.Whole, unit.Part));
    }

    [Theory]
    [InlineData("〔2010〕8号", 2010, 8)]
    [InlineData("(1999) 第 012 号", 1999, 12)]
    [InlineData("【2020】123456号", 2020, 123456)]
    public void DocumentNumbersMatch_AnyBrackets_GivesYearAndNumber(string text, int year, int number)
    {
        Assert.Equal(text.Length, DocumentNumbers.Match(text, 0, out var foundYear, out var foundNumber));
        Assert.Equal((year, number), (foundYear, foundNumber));
    }

    [Theory]
    [InlineData("〔201〕8号")]
    [InlineData("〔20100〕8号")]
    [InlineData("〔1010〕8号")]
    [InlineData("〔2010 8号")]
    [InlineData("〔2010〕号")]
    [InlineData("〔2010〕1234567号")]
    [InlineData("〔2010〕8")]
    [InlineData("〔")]
    public void DocumentNumbersMatch_Otherwise_FindsNone(string text) => Assert.Equal(-1, DocumentNumbers.Match(text, 0, out _, out _));
}
