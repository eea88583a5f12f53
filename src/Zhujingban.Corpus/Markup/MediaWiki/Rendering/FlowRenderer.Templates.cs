using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Templates, as the catalogue describes them.</summary>
internal sealed partial class FlowRenderer
{
    private void RenderTemplate(int node)
    {
        var call = context.Call(node);
        text.DropTo(_tree[node].Start, DropReason.Markup);
        var reason = DropReason.Template;
        switch (context.RoleOf(call))
        {
            case TemplateRole.Inline when call.Function is not null && RenderFunction(call):
                break;
            case TemplateRole.Inline or TemplateRole.Cell:
                RenderPattern(call);
                break;
            case TemplateRole.Block:
                text.EndBlock();
                RenderPattern(call);
                text.EndBlock();
                break;
            case TemplateRole.List:
                RenderItems(call);
                break;
            case TemplateRole.Citation:
                if (CitationReading.Text(context, call) is { Length: > 0 } citation) text.Replace(_tree[node].Start, _tree[node].End, citation);
                break;
            case TemplateRole.Conversion:
                TakeConversionTemplate(call);
                reason = DropReason.Variant;
                break;
            case TemplateRole.Unknown:
                RenderUnknown(call);
                break;
            case var role:
                reason = ReasonOf(role);
                break;
        }

        text.DropTo(_tree[node].End, reason);
    }

    private static DropReason ReasonOf(TemplateRole role) => role switch
    {
        TemplateRole.Infobox => DropReason.Infobox,
        TemplateRole.Note or TemplateRole.ShortNote or TemplateRole.NamedNote => DropReason.Reference,
        TemplateRole.ReferenceList => DropReason.ReferenceList,
        TemplateRole.Navigation => DropReason.Navigation,
        _ => DropReason.Template,
    };

    /// <summary>Writes a pattern's parts where they follow the source's order; else the whole as one replacement.</summary>
    private void RenderPattern(TemplateCall call)
    {
        var parts = PatternReading.Of(context, call);
        if (parts.Count == 0) return;
        if (!parts.InSourceOrder)
        {
            text.Replace(_tree[call.Node].Start, _tree[call.Node].End, parts.Phrase(context));
            return;
        }

        foreach (var (literal, value) in parts.Items)
        {
            if (value == 0) text.Insert(text.At, context.Worded(literal));
            else RenderValue(value);
        }
    }

    private void RenderValue(int value)
    {
        text.DropTo(_tree[value].Start, DropReason.Template);
        RenderChildren(value);
        text.DropTo(_tree[value].End, DropReason.Markup);
    }

    private void RenderItems(TemplateCall call)
    {
        text.EndBlock();
        var before = text.Spec;
        foreach (var argument in call.Arguments)
        {
            if (argument.Named && !int.TryParse(context.NameOf(argument), out _)) continue;
            if (text.RowDepth == 0) text.Spec = new BlockSpec(BlockKind.ListItem, Math.Max(1, _htmlLists.Count + 1));
            RenderValue(argument.Value);
            text.EndBlock();
        }

        text.Spec = text.RowDepth > 0 ? before : BlockSpec.Paragraph;
    }

    /// <summary>An unknown template in a sentence shows its only unnamed parameter.</summary>
    private void RenderUnknown(TemplateCall call)
    {
        context.ReportUnknown(call);
        if (call.Function is not null || StandsAlone(call.Node)) return;
        var shown = 0;
        foreach (var argument in call.Arguments)
        {
            if (argument.Number == 1) shown = argument.Value;
            else if (argument.Number > 1) return;
        }

        if (shown != 0) RenderValue(shown);
    }

    /// <summary>True when a template has its lines to itself.</summary>
    private bool StandsAlone(int node)
    {
        var source = _tree.Source;
        var (before, behind) = (_tree[node].Start - 1, _tree[node].End);
        while (before >= 0 && source[before] is ' ' or '\t') before--;
        while (behind < source.Length && source[behind] is ' ' or '\t') behind++;
        return (before < 0 || source[before] is '\n' or '}') && (behind >= source.Length || source[behind] is '\n' or '{');
    }

    /// <summary>A parameter of a template page: on a page only its default can be read.</summary>
    private void RenderParameter(int node)
    {
        text.DropTo(_tree[node].Start, DropReason.Markup);
        var argument = _tree[_tree[node].FirstChild].NextSibling;
        if (argument != 0 && _tree[argument].FirstChild is > 0 and var first)
            RenderValue(_tree[first].Kind == NodeKind.ArgumentName ? _tree[first].NextSibling : first);
        text.DropTo(_tree[node].End, DropReason.Template);
    }
}
