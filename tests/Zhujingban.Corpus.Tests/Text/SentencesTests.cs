using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Tests.Text;

public class SentencesTests
{
    [Theory]
    [InlineData("甲。乙！丙？", "甲。|乙！|丙？")]
    [InlineData("他说：“甲。”乙。", "他说：“甲。”|乙。")]
    [InlineData("甲；乙。", "甲；乙。")]
    [InlineData("甲\n乙", "甲\n|乙")]
    [InlineData("甲。 乙", "甲。 |乙")]
    [InlineData("甲", "甲")]
    [InlineData("", "")]
    public void Split_Text_TilesIt(string text, string sentences) => Assert.Equal(sentences,
        string.Join('|', Sentences.Split(text, new TextSpan(0, text.Length)).Select(span => span.Of(text))));

    [Fact]
    public void Split_AtSemicolons_EndsThereToo() =>
        Assert.Equal(2, Sentences.Split("甲；乙。", new TextSpan(0, 4), atSemicolons: true).Count());
}
