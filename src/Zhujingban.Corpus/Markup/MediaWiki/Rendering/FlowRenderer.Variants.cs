using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Language variants: <c>-{ … }-</c> gives the choice of one variant, and may make rules for the rest of the page.</summary>
internal sealed partial class FlowRenderer
{
    private void RenderVariant(int node)
    {
        var body = _tree[node].FirstChild;
        var flags = _tree[body].Kind == NodeKind.VariantFlags ? body : 0;
        if (flags != 0) body = _tree[body].NextSibling;
        var hasRules = _tree[body].Kind == NodeKind.VariantRules;
        var reading = VariantReading.Of(_tree, flags, hasRules);
        text.DropTo(_tree[node].Start, DropReason.Markup);
        var takes = (reading.Adds || reading.Removes) && context.Conversion.TakesRules;
        var rules = takes || (reading.Display == VariantDisplay.Description && context.Conversion.Paused == 0) ? RulesOf(body) : null;
        if (takes) context.Conversion.Take(rules!, reading.Removes);
        if (takes) context.Conversion.OpenRules++;
        Show(node, body, reading, rules);
        if (takes) context.Conversion.OpenRules--;
        text.DropTo(_tree[node].End, DropReason.Variant);
    }

    private void Show(int node, int body, VariantReading reading, VariantRuleSet? rules)
    {
        switch (reading.Display)
        {
            case VariantDisplay.Body:
                RenderVerbatim(body, reading.Filter.Count == 0 ? null : context.Conversion.ForFilter(reading.Filter));
                break;
            case VariantDisplay.Choice:
                RenderChoice(body);
                break;
            case VariantDisplay.Description when rules is { IsEmpty: false }:
                text.Replace(_tree[node].Start, _tree[node].End, rules.Describe());
                break;
            case VariantDisplay.Name when ChineseVariants.TryParse(_tree.TextOf(body).Trim(), out var named):
                text.Replace(_tree[node].Start, _tree[node].End, ChineseVariants.NameOf(named));
                break;
            default:
                break;
        }
    }

    /// <summary>Writes a body whose words are chosen already: they are converted no more, or only to the variant they are for.</summary>
    private void RenderVerbatim(int node, ChineseConversion? conversion)
    {
        var (outer, code) = (text.Conversion, text.CodeDepth);
        text.Conversion = conversion;
        text.CodeDepth = 0;
        text.DropTo(_tree[node].Start, DropReason.Variant);
        RenderChildren(node);
        (text.Conversion, text.CodeDepth) = (outer, code);
    }

    private void RenderChoice(int rules)
    {
        var chosen = 0;
        var rank = int.MaxValue;
        for (var rule = _tree[rules].FirstChild; rule != 0; rule = _tree[rule].NextSibling)
        {
            var found = Rank((ChineseVariant)_tree[rule].Data) * 2 + (_tree[_tree[rule].FirstChild].Kind == NodeKind.VariantFrom ? 1 : 0);
            if (found < rank) (rank, chosen) = (found, rule);
        }

        if (chosen == 0) return;
        var value = _tree[chosen].FirstChild;
        if (_tree[value].Kind == NodeKind.VariantFrom) value = _tree[value].NextSibling;
        RenderVerbatim(value, null);
    }

    /// <summary>How near a variant is to the reader's.</summary>
    private int Rank(ChineseVariant variant)
    {
        var choice = context.Conversion.Choice;
        if (variant == choice) return 0;
        var fallbacks = ChineseVariants.FallbacksOf(choice);
        for (var i = 0; i < fallbacks.Count; i++)
        {
            if (fallbacks[i] == variant) return i + 1;
        }

        return fallbacks.Count + (variant == ChineseVariant.Zh ? 1 : 2);
    }

    /// <summary>A body's rules; a body without rules protects its text in every variant.</summary>
    private VariantRuleSet RulesOf(int body)
    {
        var set = new VariantRuleSet();
        if (_tree[body].Kind != NodeKind.VariantRules)
        {
            set.AddForAll(context.UnconvertedPhrase(body));
            return set;
        }

        for (var rule = _tree[body].FirstChild; rule != 0; rule = _tree[rule].NextSibling)
        {
            var first = _tree[rule].FirstChild;
            var variant = (ChineseVariant)_tree[rule].Data;
            if (_tree[first].Kind == NodeKind.VariantFrom)
                set.Add(variant, _tree.TextOf(first).Trim().ToString(), context.UnconvertedPhrase(_tree[first].NextSibling));
            else
                set.Add(variant, context.UnconvertedPhrase(first));
        }

        return set;
    }

    /// <summary>A template with rules for the page: each of its values but groups and the title is a list of rules.</summary>
    private void TakeConversionTemplate(TemplateCall call)
    {
        foreach (var argument in call.Arguments)
        {
            if (!int.TryParse(context.NameOf(argument), out _)) continue;
            var set = new VariantRuleSet();
            foreach (var rule in VariantRules.Read(_tree.TextOf(argument.Value).ToString()))
            {
                if (rule.From is null) set.Add(rule.Variant, rule.To);
                else set.Add(rule.Variant, rule.From, rule.To);
            }

            context.Conversion.Take(set, removes: false);
        }
    }
}
