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
    [InlineData("〔二〇一〇〕八号", "二1 零2 一3 零4 八6 号7 | 〔2010〕8号:0")]
    [InlineData("[2010]08号", "2010:1 08:3 号4 | 〔2010〕8号:0")]
    [InlineData("2010年1月19日", "2010:1 年2 1:3 月4 19:5 日6 | @2010-01-19:1")]
    [InlineData("于2010-1-9。", "于1 2010:2 1:4 9:6 | @2010-01-09:2")]
    [InlineData("二○一○年一月十九日", "二1 零2 一3 零4 年5 一6 月7 十8 九9 日10 | @2010-01-19:1")]
    [InlineData("2010.1.19.3 2010-01-19x 2010-02-30", "2010:1 1:3 19:5 3:7 2010:9 01:11 19x:13 2010:15 02:17 30:19")]
    [InlineData("一二○一○年一月十九日", "一1 二2 零3 一4 零5 年6 一7 月8 十9 九10 日11")]
    public void Analyze_Text_GivesUnitsWithPositions(string text, string expected)
    {
        var analyzed = new ClauseAnalyzer().Analyze(text);
        var units = analyzed.Units.Select(unit => $"{analyzed.TermOf(unit)}{(unit.IsIdeograph || analyzed.TermOf(unit) == "gdp" ? "" : ":")}{unit.Position}");
        var aliases = analyzed.Aliases.Select(alias => $"{alias.Term}:{alias.Position}").ToArray();
        Assert.Equal(expected, string.Join(' ', aliases.Length == 0 ? units : [.. units, "|", .. aliases]));
    }

    [Theory]
    [InlineData("第12条。", "驻京办。")]
    [InlineData("于\n", "2010年1月19日起")]
    [InlineData("。", "\n国办发〔2010〕8号")]
    [InlineData("", "驻京办")]
    public void Continue_BehindAStop_GivesWhatTheWholeGives(string first, string second)
    {
        var whole = Told(new ClauseAnalyzer().Analyze(first + second));
        var analyzer = new ClauseAnalyzer();
        string[] parts = [.. Told(analyzer.Analyze(first)), .. Told(analyzer.Continue(second))];
        Assert.Equal(whole.Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));

        static string[] Told(AnalyzedText text) =>
            [.. text.Units.Select(unit => $"{text.TermOf(unit)}:{unit.Position}"), .. text.Aliases.Select(alias => $"{alias.Term}:{alias.Position}")];
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
    [InlineData("〖2010〗8号", 2010, 8)]
    [InlineData("{2010}8号", 2010, 8)]
    [InlineData("〈1993〉85号", 1993, 85)]
    [InlineData("<1993>85号", 1993, 85)]
    [InlineData("《1993》85号", 1993, 85)]
    [InlineData("「1993」85号", 1993, 85)]
    [InlineData("〔二零一零〕八号", 2010, 8)]
    [InlineData("(一九九三) 第 一百零五 号", 1993, 105)]
    [InlineData("〔二零一零〕18号", 2010, 18)]
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
    [InlineData("〔二零一〕八号")]
    [InlineData("〔二千零一十〕八号")]
    [InlineData("〔二零一零〕号")]
    [InlineData("〔2010〕1234567号")]
    [InlineData("〔2010〕8")]
    [InlineData("〔")]
    public void DocumentNumbersMatch_Otherwise_FindsNone(string text) => Assert.Equal(-1, DocumentNumbers.Match(text, 0, out _, out _));
}
