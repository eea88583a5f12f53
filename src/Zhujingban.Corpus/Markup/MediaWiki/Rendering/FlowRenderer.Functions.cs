using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Parser functions that the page alone decides, and elements that are written as functions.</summary>
internal sealed partial class FlowRenderer
{
    /// <summary>Writes what a node is, as if it stood alone.</summary>
    public void RenderNode(int node)
    {
        if (IsTooDeep(node)) return;
        context.Depth++;
        Render(node);
        context.Depth--;
    }

    /// <summary>Writes what a parser function gives; false for one that the catalogue has to describe.</summary>
    private bool RenderFunction(TemplateCall call)
    {
        if (call.Function!.Equals("#tag:", StringComparison.OrdinalIgnoreCase)) return RenderTagFunction(call);
        if (FunctionReading.Of(context, call) is not { } reading) return false;
        if (reading.Value != 0) RenderValue(reading.Value);
        else if (reading.Written.Length > 0) text.Replace(_tree[call.Node].Start, _tree[call.Node].End, reading.Written);
        return true;
    }

    /// <summary><c>{{#tag:name|body}}</c> is the element of that name.</summary>
    private bool RenderTagFunction(TemplateCall call)
    {
        var tag = ExtensionTag.Find(call.FunctionArgument);
        if (tag < 0 || call.FindAny(["1"]) is not (> 0 and var value)) return false;
        switch (ExtensionTag.Of(tag).Role)
        {
            case ExtensionRole.Literal or ExtensionRole.Preformatted or ExtensionRole.Code or ExtensionRole.Formula:
                text.DropTo(_tree[value].Start, DropReason.Markup);
                WriteLiteral(_tree[value].Start, _tree[value].End);
                return true;
            case ExtensionRole.Poem or ExtensionRole.Flow:
                RenderValue(value);
                return true;
            default:
                return false;
        }
    }
}
