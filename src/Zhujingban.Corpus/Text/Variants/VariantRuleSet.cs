namespace Zhujingban.Corpus.Text.Variants;

/// <summary>
/// What a <c>-{ … }-</c> says: for each variant a word, two-way (<c>zh-cn:内存; zh-tw:記憶體</c>) or one-way
/// (<c>巨集=&gt;zh-cn:宏</c>), or one text for all.
/// </summary>
public sealed class VariantRuleSet
{
    private readonly List<(ChineseVariant Variant, string Text)> _twoWay = [];
    private readonly List<(ChineseVariant Variant, string From, string To)> _oneWay = [];

    /// <summary>True when there is no rule with a text.</summary>
    public bool IsEmpty => _twoWay.Count == 0 && _oneWay.Count == 0;

    /// <summary>Adds the word of a variant; of a variant's words the last counts, an empty one not at all.</summary>
    public void Add(ChineseVariant variant, string text)
    {
        if (text.Length == 0) return;
        var known = _twoWay.FindIndex(rule => rule.Variant == variant);
        if (known >= 0) _twoWay[known] = (variant, text);
        else _twoWay.Add((variant, text));
    }

    /// <summary>Adds what a word becomes in a variant.</summary>
    public void Add(ChineseVariant variant, string from, string to)
    {
        if (from.Length > 0) _oneWay.Add((variant, from, to));
    }

    /// <summary>Gives every variant the same word, which protects it from conversion.</summary>
    public void AddForAll(string text)
    {
        foreach (var variant in ChineseVariants.All) Add(variant, text);
    }

    /// <summary>The pairs that hold in a text of a variant. Words of the script alone convert nothing, as in MediaWiki.</summary>
    public IEnumerable<(string From, string To)> PairsFor(ChineseVariant variant)
    {
        if (variant == ChineseVariant.Zh) yield break;
        var to = WordOf(variant);
        if (to is not null && variant is not (ChineseVariant.ZhHans or ChineseVariant.ZhHant))
        {
            foreach (var other in ChineseVariants.All)
            {
                if (other != variant && WordOf(other) is { } from) yield return (from, to);
            }
        }

        foreach (var rule in _oneWay)
        {
            if (rule.Variant == variant) yield return (rule.From, rule.To);
        }
    }

    /// <summary>The rules in words: <c>大陆：甲；臺灣：乙；</c>.</summary>
    public string Describe() => string.Concat(
        _twoWay.Select(rule => $"{ChineseVariants.NameOf(rule.Variant)}：{rule.Text}；").Concat(
            _oneWay.Select(rule => $"{rule.From}⇒{ChineseVariants.NameOf(rule.Variant)}：{rule.To}；")));

    private string? WordOf(ChineseVariant variant)
    {
        foreach (var candidate in ChineseVariants.FallbacksOf(variant).Prepend(variant))
        {
            foreach (var rule in _twoWay)
            {
                if (rule.Variant == candidate) return rule.Text;
            }
        }

        return null;
    }
}
