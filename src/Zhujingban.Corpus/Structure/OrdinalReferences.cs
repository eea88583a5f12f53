using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>Tells words that speak of a unit (第三条的规定, 第三条第二款, 第三条、第四条) from a mark, by what follows.</summary>
internal static class OrdinalReferences
{
    private static readonly string[] Speaking =
    [
        "规定", "所列", "所述", "所称", "所指", "所规", "中的", "之规定", "之间", "以外", "修改为", "改为", "删去", "删除", "后增加", "中增加", "增加一",
        "和本", "及其他", "或者", "以及", "和第", "及第", "或第", "与第", "至第", "到第", "同时废止", "等规定",
    ];

    /// <summary>True when a text goes on as it does behind a reference to an article.</summary>
    public static bool Follows(ReadOnlySpan<char> behind)
    {
        if (behind.IsEmpty) return false;
        // Old rules write 第一条：爱国 and 第一条、爱国; what joins on to another unit speaks of one.
        if (behind[0] is '：' or '、') return behind.Length < 2 || behind[1] is '第' or '《' or '本' or '（' or '(' || ChineseNumerals.IsNumeral(behind[1]);
        if (ClosesOrJoins(behind)) return true;
        // 第一百条第九十九条规定的… begins with a reference to another article; nothing cites two articles without a sign between.
        if (behind[0] == '第') return IsUnit(behind);
        if (behind[0] is '（' or '(') return IsItem(behind);
        if (behind[0] is '前') return behind is [_, '款' or '项', ..];
        if (behind[0] is '等') return behind is [_, '款' or '项' or '条', ..];
        foreach (var words in Speaking)
        {
            if (behind.StartsWith(words)) return true;
        }

        return false;
    }

    /// <summary>True for a sign or a 的 that no heading and no sentence begins with.</summary>
    public static bool ClosesOrJoins(ReadOnlySpan<char> behind) =>
        behind is ['、' or '，' or '。' or '；' or '的' or '）' or ')' or '》' or '〉' or '”' or '’' or '」' or '：' or '-' or '—' or '|', ..];

    /// <summary>第五十条（五）项, as Macau cites; （一）项目 is an item of the article's own.</summary>
    private static bool IsItem(ReadOnlySpan<char> text)
    {
        var length = ChineseNumerals.Read(text[1..], out _);
        return length > 0 && text[(length + 1)..] is ['）' or ')', '项', ..] and not [_, _, '目', ..];
    }

    /// <summary>第二款, 第（三）项 and 第一、二项, but not 第三人 and 第一次.</summary>
    private static bool IsUnit(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length && text[at] is '第' or '、' or '和' or '至';)
        {
            at++;
            if (at < text.Length && text[at] is '（' or '(') at++;
            var length = ChineseNumerals.Read(text[at..], out _);
            if (length == 0) return false;
            at += length;
            if (at < text.Length && text[at] is '）' or ')') at++;
            if (at < text.Length && text[at] is '款' or '项' or '目') return true;
        }

        return false;
    }
}
