using System.Text;

namespace Zhujingban.Corpus.Search.Tests.Oracle;

/// <summary>Texts of few characters, so that everything occurs, and common things are in thousands of entries.</summary>
internal static class RandomTexts
{
    /// <summary>A text of fewer pieces than a length.</summary>
    public static string Text(Random random, int length)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, length); i > 0; i--) text.Append(Piece(random));
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
