using System.Text;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Tests.Text.Variants;

public class VariantConverterTests
{
    [Theory]
    [InlineData("zh-tw", "软件和网络", "軟體和網路")]
    [InlineData("zh-cn", "軟體和網路", "软件和网络")]
    [InlineData("zh-hk", "德国各州驻柏林代表处", "德國各州駐柏林代表處")]
    [InlineData("zh-hant", "皇后在人民大会堂后面", "皇后在人民大會堂後面")]
    [InlineData("zh-hans", "駐京辦撤銷後", "驻京办撤销后")]
    [InlineData("zh-sg", "乾隆年間的乾燥", "乾隆年间的干燥")]
    [InlineData("zh", "駐京办", "駐京办")]
    public void Match_OverAText_ConvertsIt(string variant, string text, string expected)
    {
        Assert.True(ChineseVariants.TryParse(variant, out var parsed));
        Assert.Equal(expected, Convert(VariantConverter.For(parsed), text));
    }

    [Fact]
    public void Rule_OfThePage_GoesBeforeTheTablesUntilItIsTakenBack()
    {
        var converter = VariantConverter.For(ChineseVariant.ZhTw);
        converter.AddRule("软件", "甲");
        Assert.Equal("甲網路", Convert(converter, "软件网络"));
        converter.RemoveRule("软件");
        Assert.Equal("軟體網路", Convert(converter, "软件网络"));
    }

    [Fact]
    public void Rule_ShorterThanAPhraseOfTheTables_DoesNotCutIt()
    {
        var converter = VariantConverter.For(ChineseVariant.ZhTw);
        converter.AddRule("软", "甲");
        Assert.Equal("軟體甲", Convert(converter, "软件软"));
    }

    [Theory]
    [InlineData("zh-Hans-CN", ChineseVariant.ZhCn)]
    [InlineData("ZH-TW", ChineseVariant.ZhTw)]
    [InlineData("zh-Hant-HK", ChineseVariant.ZhHk)]
    [InlineData("zh", ChineseVariant.Zh)]
    public void TryParse_InAnySpelling_FindsTheVariant(string code, ChineseVariant expected)
    {
        Assert.True(ChineseVariants.TryParse(code, out var variant));
        Assert.Equal(expected, variant);
    }

    [Fact]
    public void TryParse_OfAnotherLanguage_Refuses() => Assert.False(ChineseVariants.TryParse("en", out _));

    private static string Convert(VariantConverter converter, string text)
    {
        var converted = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var length = converter.Match(text.AsSpan(i), out var conversion);
            converted.Append(length > 0 ? conversion : text[i].ToString());
            i += Math.Max(length, 1);
        }

        return converted.ToString();
    }
}
