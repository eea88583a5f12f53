using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Tests.Reuse.Cleaning.Units;

public class NumberingMarkWriterTests
{
    [Theory]
    [InlineData(NumberingKind.Chapter, 3, "第三章")]
    [InlineData(NumberingKind.Article, 112, "第一百一十二条")]
    [InlineData(NumberingKind.First, 3, "三、")]
    [InlineData(NumberingKind.Second, 12, "（十二）")]
    [InlineData(NumberingKind.Third, 4, "4.")]
    [InlineData(NumberingKind.Fourth, 4, "（4）")]
    [InlineData(NumberingKind.Fifth, 4, "④")]
    internal void Write_NoModel_WritesTheStandardForm(NumberingKind kind, int value, string mark) =>
        Assert.Equal(mark, NumberingMarkWriter.Write(kind, value, null));

    [Theory]
    [InlineData(NumberingKind.Second, 3, "(一)", "(三)")]
    [InlineData(NumberingKind.Third, 12, "3．", "12．")]
    [InlineData(NumberingKind.Third, 2, "1、", "2、")]
    [InlineData(NumberingKind.Fourth, 2, "(1)", "(2)")]
    [InlineData(NumberingKind.Article, 21, "第3条", "第21条")]
    [InlineData(NumberingKind.Article, 21, "第三条", "第二十一条")]
    [InlineData(NumberingKind.Second, 2, "㈠", "㈡")]
    [InlineData(NumberingKind.Fifth, 20, "⑴", "⒇")]
    internal void Write_AModel_WritesAsTheDocumentDoes(NumberingKind kind, int value, string model, string mark) =>
        Assert.Equal(mark, NumberingMarkWriter.Write(kind, value, model));

    [Fact]
    public void Write_BehindTheLastSignOfItsKind_WritesTheNumber() => Assert.Equal("21", NumberingMarkWriter.Write(NumberingKind.Fifth, 21, "①"));

    [Theory]
    [InlineData(NumberingKind.First)]
    [InlineData(NumberingKind.Second)]
    internal void Write_AnyNumber_ReadsBackAsTheSameMark(NumberingKind kind)
    {
        for (var value = 1; value <= 99; value++)
        {
            var marks = new List<NumberingMark>();
            var text = NumberingMarkWriter.Write(kind, value, null) + "事项";
            NumberingScanner.Scan(text, new(0, text.Length), marks);
            Assert.Equal((kind, value), (Assert.Single(marks).Kind, marks[0].Value));
        }
    }
}
