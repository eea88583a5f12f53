using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Tests.Structure;

public class ScriptOfRulesTests
{
    [Theory]
    [InlineData("國務院辦公廳關於印發《規定》的通知", "国务院办公厅关于印发《规定》的通知")]
    [InlineData("國辦發〔2010〕8號", "国办发〔2010〕8号")]
    [InlineData("第一編第二章第三節第四條", "第一编第二章第三节第四条")]
    [InlineData("關於徵求意見的批覆、答覆、覆函", "关于征求意见的批复、答复、复函")]
    [InlineData("臺灣「衞生」、公佈與發佈", "台湾“卫生”、公布与发布")]
    [InlineData("主題詞 抄報 裏 於 著 乾", "主题词 抄报 里 于 著 干")]
    public void Of_TraditionalText_GivesTheRulesCharactersInTheirPlaces(string text, string expected)
    {
        Assert.Equal(expected, ScriptOfRules.Of(text));
        Assert.Equal(text.Length, expected.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("国务院关于「十二五」规划的批复，覆盖全国")]
    [InlineData("\uD800 lone surrogates, 𠀀")]
    public void Of_TextWithoutTraditionalCharacters_GivesTheSameObject(string text) => Assert.Same(text, ScriptOfRules.Of(text));

    [Theory]
    [InlineData("document-genres.txt")]
    [InlineData("organ-endings.txt")]
    [InlineData("title-verbs.txt")]
    [InlineData("title-qualifiers.txt")]
    [InlineData("urgency-marks.txt")]
    [InlineData("body-openings.txt")]
    [InlineData("no-addressees.txt")]
    [InlineData("no-law-endings.txt")]
    [InlineData("posts.txt")]
    [InlineData("page-metadata-labels.txt")]
    public void Of_WordOfARuleInTraditionalCharacters_IsTheRulesWord(string list)
    {
        foreach (var variant in (ChineseVariant[])[ChineseVariant.ZhHant, ChineseVariant.ZhHk])
        {
            var conversion = new ChineseConversion(variant);
            Assert.All(WordList.Load(list), word => Assert.Equal(word, string.Concat(conversion.Convert(word).Select(ScriptOfRules.Of))));
        }
    }
}
