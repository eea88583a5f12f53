namespace Zhujingban.Corpus.Text.Variants;

/// <summary>The codes of variants, and which stands in for which.</summary>
public static class ChineseVariants
{
    private const int Longest = 16;

    private static readonly string[] Names = ["zh", "zh-hans", "zh-hant", "zh-cn", "zh-hk", "zh-mo", "zh-my", "zh-sg", "zh-tw"];

    private static readonly string[] ChineseNames = ["原文", "简体", "繁體", "大陆", "香港", "澳門", "大马", "新加坡", "臺灣"];

    private static readonly Dictionary<string, ChineseVariant> Codes = new(
        Names.Select((name, number) => KeyValuePair.Create(name, (ChineseVariant)number)).Concat(
        [
            KeyValuePair.Create("zh-hans-cn", ChineseVariant.ZhCn),
            KeyValuePair.Create("zh-hans-my", ChineseVariant.ZhMy),
            KeyValuePair.Create("zh-hans-sg", ChineseVariant.ZhSg),
            KeyValuePair.Create("zh-hant-hk", ChineseVariant.ZhHk),
            KeyValuePair.Create("zh-hant-mo", ChineseVariant.ZhMo),
            KeyValuePair.Create("zh-hant-tw", ChineseVariant.ZhTw),
        ]), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, ChineseVariant>.AlternateLookup<ReadOnlySpan<char>> ByCode = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly ChineseVariant[][] FallbackChains =
    [
        [ChineseVariant.ZhHans, ChineseVariant.ZhHant, ChineseVariant.ZhCn, ChineseVariant.ZhTw, ChineseVariant.ZhHk, ChineseVariant.ZhSg, ChineseVariant.ZhMo, ChineseVariant.ZhMy],
        [ChineseVariant.ZhCn, ChineseVariant.ZhSg, ChineseVariant.ZhMy],
        [ChineseVariant.ZhTw, ChineseVariant.ZhHk, ChineseVariant.ZhMo],
        [ChineseVariant.ZhHans, ChineseVariant.ZhSg, ChineseVariant.ZhMy],
        [ChineseVariant.ZhHant, ChineseVariant.ZhMo, ChineseVariant.ZhTw],
        [ChineseVariant.ZhHant, ChineseVariant.ZhHk, ChineseVariant.ZhTw],
        [ChineseVariant.ZhHans, ChineseVariant.ZhSg, ChineseVariant.ZhCn],
        [ChineseVariant.ZhHans, ChineseVariant.ZhCn, ChineseVariant.ZhMy],
        [ChineseVariant.ZhHant, ChineseVariant.ZhHk, ChineseVariant.ZhMo],
    ];

    /// <summary>Every variant.</summary>
    public static IReadOnlyList<ChineseVariant> All { get; } = Enum.GetValues<ChineseVariant>();

    /// <summary>The code of a variant: <c>zh-tw</c>.</summary>
    public static string CodeOf(ChineseVariant variant) => Names[(int)variant];

    /// <summary>The name of a variant in itself: <c>臺灣</c>.</summary>
    public static string NameOf(ChineseVariant variant) => ChineseNames[(int)variant];

    /// <summary>Reads a code in any case, in MediaWiki's or BCP 47's form; false when it is no variant of Chinese.</summary>
    public static bool TryParse(ReadOnlySpan<char> code, out ChineseVariant variant)
    {
        variant = default;
        return code.Length is > 0 and <= Longest && ByCode.TryGetValue(code, out variant);
    }

    /// <summary>The variants whose words stand in for a variant that has none of its own, nearest first.</summary>
    public static IReadOnlyList<ChineseVariant> FallbacksOf(ChineseVariant variant) => FallbackChains[(int)variant];

    /// <summary>True for variants in simplified characters.</summary>
    public static bool IsSimplified(ChineseVariant variant) =>
        variant is ChineseVariant.ZhHans or ChineseVariant.ZhCn or ChineseVariant.ZhMy or ChineseVariant.ZhSg;
}
