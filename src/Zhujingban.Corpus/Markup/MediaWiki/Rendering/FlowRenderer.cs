using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Writes what a reader sees of the nodes of a flow, one after another.</summary>
internal sealed partial class FlowRenderer(RenderContext context, ReaderText text)
{
    private const int Deepest = 80;
    private readonly WikiTree _tree = context.Tree;
    private readonly TableRecorder? _recorder = (text as PageText)?.Tables;
    private bool _poem;
    private bool _indented;

    public void RenderChildren(int node)
    {
        var first = _tree[node].FirstChild;
        if (_tree[node].Kind == NodeKind.ExternalLink)
        {
            // What stands in the address is not text.
            while (first != 0 && _tree[first].Start < _tree[node].Mark) first = _tree[first].NextSibling;
        }

        RenderChildren(node, first);
    }

    /// <summary>Forgets what the last phrase left open, so that the next starts afresh.</summary>
    public void Forget()
    {
        _tables.Clear();
        _htmlLists.Clear();
        (_floor, _indented) = (0, false);
    }

    /// <summary>Writes a node's children from one of them on.</summary>
    private void RenderChildren(int node, int first)
    {
        if (IsTooDeep(node)) return;
        context.Depth++;
        var (lists, breaks) = (_lists, _breaksSinceItem);
        (_lists, _breaksSinceItem) = (null, -1);
        for (var child = first; child != 0; child = _tree[child].NextSibling)
        {
            Render(child);
            FollowList(_tree[child].Kind);
        }

        (_lists, _breaksSinceItem) = (lists, breaks);
        context.Depth--;
    }

    /// <summary>Leaves out what is nested more deeply than any page that can be read: the call stack stays small.</summary>
    private bool IsTooDeep(int node)
    {
        if (context.Depth < Deepest) return false;
        context.ReportDepth(_tree[node].Span);
        text.Drop(_tree[node].Start, _tree[node].End, DropReason.Unsupported);
        return true;
    }

    private void Render(int node)
    {
        var (kind, start, end) = (_tree[node].Kind, _tree[node].Start, _tree[node].End);
        switch (kind)
        {
            case NodeKind.Text:
                text.Text(start, end);
                return;
            case NodeKind.Newline:
                RenderNewline(node);
                return;
            case NodeKind.BlankedLine:
                text.Drop(start, end, DropReason.Whitespace);
                return;
            case NodeKind.Comment:
                text.Drop(start, end, DropReason.Comment);
                return;
            case NodeKind.Entity:
                text.Replace(start, end, Entities.Decode(_tree.TextOf(node)));
                return;
            case NodeKind.Transclusion or NodeKind.Quotes or NodeKind.Switch:
                return;
            default:
                RenderInline(node, kind);
                return;
        }
    }

    private void RenderInline(int node, NodeKind kind)
    {
        switch (kind)
        {
            case NodeKind.Template:
                RenderTemplate(node);
                break;
            case NodeKind.Link:
                RenderLink(node);
                break;
            case NodeKind.File:
                RenderFile(node);
                break;
            case NodeKind.Extension:
                RenderExtension(node);
                break;
            case NodeKind.HtmlTag:
                RenderHtmlTag(node);
                break;
            case NodeKind.ExternalLink:
                RenderExternalLink(node);
                break;
            case NodeKind.BareUrl:
                RenderBareUrl(node);
                break;
            case NodeKind.Variant:
                RenderVariant(node);
                break;
            case NodeKind.Parameter:
                RenderParameter(node);
                break;
            default:
                RenderLine(node, kind);
                break;
        }
    }

    private void RenderLine(int node, NodeKind kind)
    {
        switch (kind)
        {
            case NodeKind.Heading:
                RenderBlock(node, new BlockSpec(BlockKind.Heading, _tree[node].Data));
                break;
            case NodeKind.ListItem:
                RenderListItem(node);
                break;
            case NodeKind.TermEnd:
                text.EndBlock();
                break;
            case NodeKind.HorizontalRule:
                text.EndBlock();
                text.Drop(_tree[node].Start, _tree[node].End, DropReason.Markup);
                break;
            case NodeKind.Indent:
                RenderIndent(node);
                break;
            case NodeKind.Table:
                RenderTable(node);
                break;
            default:
                RenderChildren(node);
                break;
        }
    }

    /// <summary>Writes a node's children as a block of their own.</summary>
    private void RenderBlock(int node, BlockSpec block)
    {
        text.EndBlock();
        var before = text.Spec;
        text.Spec = block;
        RenderChildren(node);
        text.EndBlock();
        text.Spec = text.RowDepth > 0 ? before : BlockSpec.Paragraph;
    }

    private void RenderNewline(int node)
    {
        var (start, end) = (_tree[node].Start, _tree[node].End);
        var next = _tree[node].NextSibling;
        if (_indented && next != 0 && _tree[next].Kind == NodeKind.Indent)
        {
            text.LineBreak(start, end);
            return;
        }

        if (_indented)
        {
            _indented = false;
            text.EndBlock();
            text.Spec = BlockSpec.Paragraph;
        }

        if (_poem && next != 0 && _tree[next].Kind != NodeKind.Newline) text.LineBreak(start, end);
        else text.Newline(start, end);
    }

    private void RenderIndent(int node)
    {
        if (!_indented && text.RowDepth == 0)
        {
            text.EndBlock();
            text.Spec = new BlockSpec(BlockKind.Preformatted);
            _indented = true;
        }

        text.Drop(_tree[node].Start, _tree[node].End, DropReason.Whitespace);
    }
}
