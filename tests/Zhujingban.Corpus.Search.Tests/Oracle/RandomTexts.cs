using System.Text;

namespace Zhujingban.Corpus.Search.Tests.Oracle;

/// <summary>Texts of few characters, so that everything occurs, and common things are in thousands of entries.</summary>
internal static class RandomTexts
{
    private const int PiecesToAReference = 16;

    /// <summary>What is found in any form, in many forms, and what nearly is.</summary>
    private static readonly string[] References =
    [
        "第12条", "第十二条", "第 １２ 條", "第3条", "第三条", "第120条之一", "第一百二十条之一", "第112款", "第0条", "第", "条", "12条", "十二条",
        "2010年1月19日", "2010 年 1 月 19 日", "2010-01-19", "２０１０．１．１９", "二〇一〇年一月十九日", "二○一○年一月十九日", "2009/12/31", "2009年12月31日", "2010-13-01",
        "国办发〔2010〕8号", "國辦發[2010]8號", "〔2010〕第8号", "（2010） 8 号", "京政【２０１０】18号", "〔2009〕8号", "〔2010〕8", "号",
    ];

    /// <summary>A text of fewer pieces than a length.</summary>
    public static string Text(Random random, int length) => Text(random, length, Piece);

    /// <summary>The same with document numbers, dates and 第12条 among the pieces.</summary>
    public static string TextWithReferences(Random random, int length) =>
        Text(random, length, pieces => pieces.Next(PiecesToAReference) == 0 ? Reference(pieces) : Piece(pieces));

    /// <summary>A document number, a date, 第12条, or what nearly is one.</summary>
    public static string Reference(Random random) => References[random.Next(References.Length)];

    private static string Text(Random random, int length, Func<Random, string> piece)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, length); i > 0; i--) text.Append(piece(random));
        return text.ToString();
    }

    private static string Piece(Random random) => random.Next(40) switch
    {
        0 => "，",
        1 => "。",
        2 => " ",
        3 => "12",
        4 => "GDP",
        5 => "辦",
        6 => "機構",
        7 => "Ａ",
        < 20 => "的",
        var other => "驻京办事处机构撤销管理规定国务院"[(other - 20) % 16].ToString(),
    };
}
