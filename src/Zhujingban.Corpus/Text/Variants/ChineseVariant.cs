namespace Zhujingban.Corpus.Text.Variants;

/// <summary>The written variants of Chinese that a Chinese wiki knows.</summary>
public enum ChineseVariant
{
    /// <summary>Text as it is written.</summary>
    Zh,

    /// <summary>Simplified script, no region.</summary>
    ZhHans,

    /// <summary>Traditional script, no region.</summary>
    ZhHant,

    /// <summary>Mainland China, simplified.</summary>
    ZhCn,

    /// <summary>Hong Kong, traditional.</summary>
    ZhHk,

    /// <summary>Macau, traditional.</summary>
    ZhMo,

    /// <summary>Malaysia, simplified.</summary>
    ZhMy,

    /// <summary>Singapore, simplified.</summary>
    ZhSg,

    /// <summary>Taiwan, traditional.</summary>
    ZhTw,
}

/// <summary>The codes of the variants, and which stands in for which.</summary>
public static class ChineseVariants
{
    private static readonly string[] Codes = ["zh", "zh-hans", "zh-hant", "zh-cn", "zh-hk", "zh-mo", "zh-my", "zh-sg", "zh-tw"];

    /// <summary>BCP 47 spellings of the same variants.</summary>
    private static readonly Dictionary<string, ChineseVariant> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zh-hans-cn"] = ChineseVariant.ZhCn,
        ["zh-hans-sg"] = ChineseVariant.ZhSg,
        ["zh-hans-my"] = ChineseVariant.ZhMy,
        ["zh-hant-tw"] = ChineseVariant.ZhTw,
        ["zh-hant-hk"] = ChineseVariant.ZhHk,
        ["zh-hant-mo"] = ChineseVariant.ZhMo,
    };

    /// <summary>The code in lower case: <c>zh-cn</c>.</summary>
    public static string CodeOf(ChineseVariant variant) => Codes[(int)variant];

    /// <summary>Reads a code in any case, with or without the script subtag (<c>zh-Hans-CN</c>); false for what is no variant.</summary>
    public static bool TryParse(ReadOnlySpan<char> code, out ChineseVariant variant)
    {
        for (var i = 0; i < Codes.Length; i++)
        {
            if (!code.Equals(Codes[i], StringComparison.OrdinalIgnoreCase)) continue;
            variant = (ChineseVariant)i;
            return true;
        }

        return Spellings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out variant);
    }

    /// <summary>
    /// The variants whose wording serves where a variant has none of its own, best first: the fallback chains of MediaWiki's
    /// converter for Chinese.
    /// </summary>
    public static IReadOnlyList<ChineseVariant> FallbacksOf(ChineseVariant variant) => variant switch
    {
        ChineseVariant.Zh =>
        [
            ChineseVariant.ZhHans, ChineseVariant.ZhHant, ChineseVariant.ZhCn, ChineseVariant.ZhTw,
            ChineseVariant.ZhHk, ChineseVariant.ZhSg, ChineseVariant.ZhMo, ChineseVariant.ZhMy,
        ],
        ChineseVariant.ZhHans => [ChineseVariant.ZhCn, ChineseVariant.ZhSg, ChineseVariant.ZhMy],
        ChineseVariant.ZhHant => [ChineseVariant.ZhTw, ChineseVariant.ZhHk, ChineseVariant.ZhMo],
        ChineseVariant.ZhCn => [ChineseVariant.ZhHans, ChineseVariant.ZhSg, ChineseVariant.ZhMy],
        ChineseVariant.ZhSg => [ChineseVariant.ZhMy, ChineseVariant.ZhHans, ChineseVariant.ZhCn],
        ChineseVariant.ZhMy => [ChineseVariant.ZhSg, ChineseVariant.ZhHans, ChineseVariant.ZhCn],
        ChineseVariant.ZhTw => [ChineseVariant.ZhHant, ChineseVariant.ZhHk, ChineseVariant.ZhMo],
        ChineseVariant.ZhHk => [ChineseVariant.ZhMo, ChineseVariant.ZhHant, ChineseVariant.ZhTw],
        ChineseVariant.ZhMo => [ChineseVariant.ZhHk, ChineseVariant.ZhHant, ChineseVariant.ZhTw],
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "No such variant."),
    };
}
