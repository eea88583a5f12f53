using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>The language variants of a page: the conversion to each, and the rules that the page makes as it goes on.</summary>
/// <param name="variant">The variant that the page is converted to; null keeps its script.</param>
internal sealed class PageConversion(ChineseVariant? variant)
{
    private const int Deepest = 4;

    /// <summary>So many characters tell a page's script.</summary>
    private const int ScriptSample = 4000;

    private readonly Dictionary<ChineseVariant, ChineseConversion> _conversions = [];
    private readonly List<(VariantRuleSet Rules, bool Removes)> _log = [];
    private bool? _traditional;

    /// <summary>The variant whose words <c>-{ … }-</c> gives.</summary>
    public ChineseVariant Choice => variant ?? ChineseVariant.ZhCn;

    /// <summary>More than 0 while the words of a rule are read: rules inside of rules are not taken.</summary>
    public int Paused { get; set; }

    /// <summary>How many variants with rules are being shown, one inside the other.</summary>
    public int OpenRules { get; set; }

    /// <summary>True where rules are taken. A rule's words are all that its body shows, so those of bodies far inside of others are not read.</summary>
    public bool TakesRules => variant is not null && Paused == 0 && OpenRules < Deepest;

    /// <summary>The conversion of running text; null when the page keeps its script.</summary>
    public ChineseConversion? Running => variant is null ? null : To(variant.Value);

    /// <summary>The conversion to a variant, with the rules of the page up to here.</summary>
    public ChineseConversion To(ChineseVariant target)
    {
        if (_conversions.TryGetValue(target, out var conversion)) return conversion;
        _conversions[target] = conversion = new ChineseConversion(target);
        foreach (var (rules, removes) in _log) Apply(conversion, rules, removes);
        return conversion;
    }

    /// <summary>The conversion to the script that a page is written in; null where that is simplified.</summary>
    public ChineseConversion? OfScript(string source)
    {
        if (_traditional is null)
        {
            var sample = source[..Math.Min(source.Length, ScriptSample)];
            _traditional = Changes(To(ChineseVariant.ZhHans), sample) > Changes(To(ChineseVariant.ZhHant), sample);
        }

        return _traditional.Value ? To(ChineseVariant.ZhHant) : null;
    }

    /// <summary>From here on these rules hold, or do not hold any more.</summary>
    public void Take(VariantRuleSet rules, bool removes)
    {
        if (variant is null || rules.IsEmpty) return;
        _log.Add((rules, removes));
        foreach (var conversion in _conversions.Values) Apply(conversion, rules, removes);
    }

    /// <summary>The conversion of a text that names the variants it is for; null when none of them is near the reader's.</summary>
    public ChineseConversion? ForFilter(IReadOnlyList<ChineseVariant> filter)
    {
        if (variant is null) return null;
        foreach (var candidate in ChineseVariants.FallbacksOf(Choice).Prepend(Choice))
        {
            if (filter.Contains(candidate)) return To(candidate);
        }

        return null;
    }

    private static int Changes(ChineseConversion conversion, ReadOnlySpan<char> text)
    {
        var changes = 0;
        for (var at = 0; at < text.Length; changes++)
        {
            conversion.Next(text, ref at, out var length, out _);
            if (length == 0) break;
            at += length;
        }

        return changes;
    }

    private static void Apply(ChineseConversion conversion, VariantRuleSet rules, bool removes)
    {
        foreach (var (from, to) in rules.PairsFor(conversion.Variant))
        {
            if (removes) conversion.RemoveRule(from);
            else conversion.AddRule(from, to);
        }
    }
}
