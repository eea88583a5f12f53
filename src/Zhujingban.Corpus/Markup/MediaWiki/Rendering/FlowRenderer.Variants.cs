using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Language variants: <c>-{ … }-</c> gives the choice of one variant.</summary>
internal sealed partial class FlowRenderer
{
    private void RenderVariant(int node)
    {
        var body = _tree[node].FirstChild;
        var flags = "";
        if (_tree[body].Kind == NodeKind.VariantFlags)
        {
            flags = _tree.TextOf(body).ToString();
            body = _tree[body].NextSibling;
        }

        text.DropTo(_tree[node].Start, DropReason.Markup);
        if (flags.AsSpan().ContainsAny("HT-N"))
        {
            text.DropTo(_tree[node].End, DropReason.Variant);
            return;
        }

        if (_tree[body].Kind == NodeKind.VariantText) RenderChildren(body);
        else RenderChoice(body);
        text.DropTo(_tree[node].End, DropReason.Variant);
    }

    private void RenderChoice(int rules)
    {
        var chosen = 0;
        var rank = int.MaxValue;
        for (var rule = _tree[rules].FirstChild; rule != 0; rule = _tree[rule].NextSibling)
        {
            var found = Rank((ChineseVariant)_tree[rule].Data);
            if (found < rank) (rank, chosen) = (found, rule);
        }

        if (chosen == 0) return;
        var value = _tree[chosen].FirstChild;
        if (_tree[value].Kind == NodeKind.VariantFrom) value = _tree[value].NextSibling;
        text.DropTo(_tree[value].Start, DropReason.Variant);
        RenderChildren(value);
    }

    private int Rank(ChineseVariant variant)
    {
        if (variant == context.Choice) return 0;
        var fallbacks = ChineseVariants.FallbacksOf(context.Choice);
        for (var i = 0; i < fallbacks.Count; i++)
        {
            if (fallbacks[i] == variant) return i + 1;
        }

        return variant == ChineseVariant.Zh ? fallbacks.Count + 1 : fallbacks.Count + 2;
    }
}
