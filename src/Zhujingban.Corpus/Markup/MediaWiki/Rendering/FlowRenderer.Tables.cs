using System.Runtime.InteropServices;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Tables of wikitext and of HTML: rows are blocks, cells are separated by tabs.</summary>
internal sealed partial class FlowRenderer
{
    private readonly List<OpenTableState> _tables = [];

    /// <summary>The number of tables that an HTML tag does not close: they end with their own markup.</summary>
    private int _floor;

    private struct OpenTableState
    {
        public bool Row;
        public bool Cell;
        public bool Caption;

        /// <summary>The number of cells of the row so far.</summary>
        public int Cells;
    }

    private ref OpenTableState Innermost => ref CollectionsMarshal.AsSpan(_tables)[^1];

    private void RenderTable(int node)
    {
        if (IsTooDeep(node)) return;
        context.Depth++;
        var (depth, floor) = (_tables.Count, _floor);
        OpenTable(_tree[node].Start);
        _floor = _tables.Count;
        for (var child = _tree[node].FirstChild; child != 0; child = _tree[child].NextSibling)
        {
            if (_tree[child].Kind == NodeKind.TableRow) RenderRow(child);
            else if (_tree[child].Kind == NodeKind.TableCaption) RenderCaption(child);
            else Render(child);
        }

        while (_tables.Count > depth) CloseTable(_tree[node].End);
        _floor = floor;
        context.Depth--;
    }

    private void RenderCaption(int node)
    {
        OpenCaption();
        RenderChildren(node);
        CloseCaption();
    }

    private void RenderRow(int node)
    {
        var depth = _tables.Count;
        OpenRow();
        for (var child = _tree[node].FirstChild; child != 0; child = _tree[child].NextSibling)
        {
            if (_tree[child].Kind is not (NodeKind.TableCell or NodeKind.TableHeader))
            {
                Render(child);
                continue;
            }

            OpenCell(child, _tree[child].Kind == NodeKind.TableHeader);
            text.DropTo(_tree[child].Mark, DropReason.Markup);
            RenderCellContent(child);
            while (_tables.Count > depth) CloseTable(_tree[child].End);
            CloseCell();
        }

        CloseRow();
    }

    /// <summary>A template that brings a cell's attributes and text along ends the attributes before it.</summary>
    private void RenderCellContent(int cell)
    {
        var first = _tree[cell].FirstChild;
        var second = first == 0 ? 0 : _tree[first].NextSibling;
        var attributes = second != 0 && _tree[first].Kind == NodeKind.Text && _tree[second].Kind == NodeKind.Template && _tree.TextOf(first).Contains('=')
            && context.Call(second).Entry.Role == TemplateRole.Cell;
        if (attributes) text.DropTo(_tree[second].Start, DropReason.Markup);
        RenderChildren(cell, attributes ? second : first);
    }

    private void OpenTable(int start)
    {
        text.EndBlock();
        _recorder?.Open(start);
        _tables.Add(default);
    }

    private void CloseTable(int end)
    {
        if (_tables.Count == 0) return;
        CloseCaption();
        CloseRow();
        text.EndBlock();
        _tables.RemoveAt(_tables.Count - 1);
        _recorder?.Close(end);
    }

    private void OpenRow()
    {
        CloseCaption();
        CloseRow();
        text.BeginRow(_recorder?.Current ?? -1);
        _recorder?.OpenRow();
        (Innermost.Row, Innermost.Cells) = (true, 0);
    }

    private void CloseRow()
    {
        if (_tables.Count == 0 || !Innermost.Row) return;
        CloseCell();
        text.EndRow();
        Innermost.Row = false;
    }

    private void OpenCell(int node, bool header)
    {
        CloseCaption();
        if (!Innermost.Row) OpenRow();
        CloseCell();
        if (Innermost.Cells > 0) text.NextCell();
        var attributes = new TagAttributes(_tree.Source, _tree[node].Start, _tree[node].Mark >= 0 && _tree[node].Kind != NodeKind.HtmlTag ? _tree[node].Mark : _tree[node].End);
        _recorder?.OpenCell(header, attributes.Number("rowspan"), attributes.Number("colspan"));
        Innermost.Cell = true;
        Innermost.Cells++;
    }

    private void CloseCell()
    {
        if (_tables.Count == 0 || !Innermost.Cell) return;
        text.EndBlock();
        _recorder?.CloseCell(text.Length);
        Innermost.Cell = false;
    }

    private void OpenCaption()
    {
        CloseRow();
        text.EndBlock();
        if (text.RowDepth == 0) text.Spec = new BlockSpec(BlockKind.Caption, Table: _recorder?.Current ?? -1);
        _recorder?.OpenCaption();
        Innermost.Caption = true;
    }

    private void CloseCaption()
    {
        if (_tables.Count == 0 || !Innermost.Caption) return;
        text.EndBlock();
        if (text.RowDepth == 0) text.Spec = BlockSpec.Paragraph;
        _recorder?.CloseCaption(text.Length);
        Innermost.Caption = false;
    }
}
