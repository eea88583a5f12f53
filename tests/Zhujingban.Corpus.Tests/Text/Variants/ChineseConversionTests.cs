using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Tests.Text.Variants;

public class ChineseConversionTests
{
    [Theory]
    [InlineData("zh-tw", "软件和网络", "軟體和網路")]
    [InlineData("zh-cn", "軟體和網路", "软件和网络")]
    [InlineData("zh-hk", "德国各州驻柏林代表处", "德國各州駐柏林代表處")]
    [InlineData("zh-hant", "皇后在人民大会堂后面", "皇后在人民大會堂後面")]
    [InlineData("zh-hans", "駐京辦撤銷後", "驻京办撤销后")]
    [InlineData("zh-sg", "乾隆年間的乾燥", "乾隆年间的干燥")]
    [InlineData("zh", "駐京办", "駐京办")]
    public void Convert_AText_GivesTheVariants(string variant, string text, string expected)
    {
        Assert.True(ChineseVariants.TryParse(variant, out var parsed));
        Assert.Equal(expected, new ChineseConversion(parsed).Convert(text));
    }

    [Theory]
    [InlineData("zh-hans", "著名的原著顯著，看著土著編著", "著名的原著显著，看着土著编著")]
    [InlineData("zh-cn", "关于建立领导核心的文件：司法程序、稽核", "关于建立领导核心的文件：司法程序、稽核")]
    [InlineData("zh-cn", "軟體、伺服器、部落格、滑鼠", "软件、服务器、博客、鼠标")]
    [InlineData("zh-tw", "文件支持社区项目，历史进程", "文件支持社區項目，歷史進程")]
    [InlineData("zh-tw", "软件、服务器、博客、鼠标", "軟體、伺服器、部落格、滑鼠")]
    [InlineData("zh-cn", "一流人才什么，吃饭", "一流人才什么，吃饭")]
    public void Convert_WordsThatOpenCcWouldChange_KeepsThem(string variant, string text, string expected)
    {
        Assert.True(ChineseVariants.TryParse(variant, out var parsed));
        Assert.Equal(expected, new ChineseConversion(parsed).Convert(text));
    }

    [Fact]
    public void Rule_OfThePage_GoesBeforeTheTablesUntilItIsTakenBack()
    {
        var conversion = new ChineseConversion(ChineseVariant.ZhTw);
        conversion.AddRule("软件", "甲");
        Assert.Equal("甲網路", conversion.Convert("软件网络"));
        conversion.RemoveRule("软件");
        Assert.Equal("軟體網路", conversion.Convert("软件网络"));
    }

    [Fact]
    public void Rule_ShorterThanAPhraseOfTheTables_DoesNotCutIt()
    {
        var conversion = new ChineseConversion(ChineseVariant.ZhTw);
        conversion.AddRule("软", "甲");
        Assert.Equal("軟體甲", conversion.Convert("软件软"));
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
}
