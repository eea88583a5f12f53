using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>HTML tags: what they do to the blocks around them. Elements need not match; a table takes care of itself.</summary>
internal sealed partial class FlowRenderer
{
    private void RenderHtmlTag(int node)
    {
        var tag = HtmlTag.Of(_tree[node].Data);
        var (start, end) = (_tree[node].Start, _tree[node].End);
        var closing = _tree[node].Flags == NodeFlags.Closing;
        switch (tag.Role)
        {
            case HtmlRole.LineBreak:
                text.LineBreak(start, end);
                break;
            case HtmlRole.Block:
                text.EndBlock();
                break;
            case HtmlRole.Heading:
                text.EndBlock();
                if (text.RowDepth == 0) text.Spec = closing ? BlockSpec.Paragraph : new BlockSpec(BlockKind.Heading, tag.Name[1] - '0');
                break;
            case HtmlRole.OrderedList or HtmlRole.List:
                if (closing) CloseHtmlList();
                else if (_tree[node].Flags == NodeFlags.None) OpenHtmlList(tag.Role == HtmlRole.OrderedList);
                break;
            case HtmlRole.Item:
                if (closing) CloseHtmlItem();
                else OpenHtmlItem();
                break;
            case HtmlRole.Code:
                text.CodeDepth = Math.Max(0, text.CodeDepth + (closing ? -1 : _tree[node].Flags == NodeFlags.None ? 1 : 0));
                break;
            default:
                if (tag.Role >= HtmlRole.Table && tag.Role <= HtmlRole.HeaderCell) RenderTableTag(node, tag.Role, closing);
                break;
        }

        if (tag.Role != HtmlRole.LineBreak) text.Drop(start, end, DropReason.Markup);
    }

    private void RenderTableTag(int node, HtmlRole role, bool closing)
    {
        switch (role)
        {
            case HtmlRole.Table when closing:
                if (_tables.Count > _floor) CloseTable(_tree[node].End);
                break;
            case HtmlRole.Table:
                OpenTable(_tree[node].Start);
                break;
            case var _ when _tables.Count == 0:
                break;
            case HtmlRole.Row when closing:
                CloseRow();
                break;
            case HtmlRole.Row:
                OpenRow();
                break;
            case HtmlRole.Caption when closing:
                CloseCaption();
                break;
            case HtmlRole.Caption:
                OpenCaption();
                break;
            case HtmlRole.Cell or HtmlRole.HeaderCell when closing:
                CloseCell();
                break;
            default:
                OpenCell(node, role == HtmlRole.HeaderCell);
                break;
        }
    }
}
