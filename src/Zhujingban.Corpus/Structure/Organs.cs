namespace Zhujingban.Corpus.Structure;

/// <summary>Tells the names of offices that issue and receive documents.</summary>
internal static class Organs
{
    private const int LongestName = 60;

    private static readonly string[] Endings =
    [
        "院", "厅", "府", "委", "部", "局", "会", "办", "处", "署", "行", "组", "社", "台", "所", "室", "党", "团", "区", "公司", "大学",
        "集团", "中心", "指挥部", "军委", "主席", "检察长", "院长", "机关", "机构", "协会", "学院", "工会", "联盟", "总社", "秘书局", "科",
    ];

    /// <summary>True when a text ends as the name of an office does.</summary>
    public static bool EndsAsOrgan(ReadOnlySpan<char> text)
    {
        foreach (var ending in Endings)
        {
            if (text.EndsWith(ending)) return true;
        }

        return false;
    }

    /// <summary>True for the name of an office: a short run of letters that ends as such names do.</summary>
    public static bool IsOrgan(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is < 2 or > LongestName || !EndsAsOrgan(text)) return false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('（' or '）' or '(' or ')' or '·' or '“' or '”')) return false;
        }

        return true;
    }

    /// <summary>The names in a list of offices, joined as 、, ， or white space join them; none when one of them is no office.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var names = text.Split(['、', '，', ',', ' ', '\u3000', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (names.All(name => IsOrgan(name))) return names;
        // 国 务 院 is spaced out to fill the line.
        var closed = LetterSpacing.Close(text);
        return IsOrgan(closed) ? [closed] : [];
    }
}
