using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Zhujingban.Corpus.Documents;
using MarkdigTable = Markdig.Extensions.Tables.Table;
using MarkdigTableCell = Markdig.Extensions.Tables.TableCell;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>Writes tables, a row a block, its cells parted by tabs, and keeps their cells.</summary>
internal sealed class MarkdownTables(MarkdownPreparation preparation, MarkdownPlaces places, MarkdownWriter writer, MarkdownInlines inlines)
{
    private readonly string _source = preparation.Source;
    private readonly List<ReadTable> _tables = [];
    private MarkdigTable? _last;

    /// <summary>Writes a table. Gives a block for each row that shows something.</summary>
    public IReadOnlyList<Documents.Block> Read(MarkdigTable table)
    {
        _last = table;
        var read = new ReadTable([]) { Span = new TextSpan(Math.Max(0, table.Span.Start), Math.Min(_source.Length, table.Span.End + 1)) };
        _tables.Add(read);
        var blocks = new List<Documents.Block>();
        foreach (var row in table.OfType<TableRow>()) ReadRow(row, read, blocks);
        if (preparation.LongTables.TryGetValue(read.Span.Start, out var longTable))
        {
            foreach (var part in longTable.Parts) ReadPart(longTable.Header, part, read, blocks);
            read.Span = new TextSpan(read.Span.Start, longTable.Parts[^1].End);
        }

        return blocks;
    }

    private void ReadRow(TableRow row, ReadTable read, List<Documents.Block> blocks)
    {
        writer.BeginBlock();
        read.Rows.Add([.. row.OfType<MarkdigTableCell>().Select(cell => ReadCellOf(cell, row.IsHeader))]);
        if (writer.EndBlock() is { } span) blocks.Add(new Documents.Block(BlockKind.TableRow, span) { Table = _tables.Count - 1 });
    }

    /// <summary>Reads further rows of a table, parsed under its heading.</summary>
    private void ReadPart(TextSpan header, TextSpan part, ReadTable read, List<Documents.Block> blocks)
    {
        var text = preparation.Text.AsSpan();
        var tree = MarkdownSyntax.Parse(string.Concat(text[header.Start..header.End], text[part.Start..part.End]));
        if (tree is not [MarkdigTable table, ..])
        {
            writer.BeginBlock();
            writer.Copy(part);
            if (writer.EndBlock() is { } span) blocks.Add(new Documents.Block(BlockKind.TableRow, span) { Table = _tables.Count - 1 });
            return;
        }

        places.Shift = part.Start - header.Length;
        foreach (var row in table.OfType<TableRow>().Skip(1)) ReadRow(row, read, blocks);
        places.Shift = 0;
    }

    /// <summary>The caption that a paragraph directly below a table is, or null: <c>: Caption</c>, <c>Table: Caption</c>.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="previous">The block before it, or null.</param>
    /// <param name="span">What is written of it.</param>
    public Documents.Block? CaptionOf(LeafBlock paragraph, Markdig.Syntax.Block? previous, TextSpan span)
    {
        var start = _source.AsSpan(paragraph.Span.Start);
        if (_last is null || previous != _last || !(start.StartsWith(":") || start.StartsWith("Table:"))) return null;
        _tables[^1].Caption = span;
        return new Documents.Block(BlockKind.Caption, span) { Table = _tables.Count - 1 };
    }

    /// <summary>The tables, with their cells' texts out of the document's.</summary>
    public IReadOnlyList<Documents.Table> Records(string text) => [.. _tables.Select(table => new Documents.Table(
        table.Caption?.Of(text),
        [.. table.Rows.Select(row => (IReadOnlyList<Documents.TableCell>)[.. row.Select(cell =>
            new Documents.TableCell(cell.Span.Of(text).Trim(), cell.Header, cell.Rowspan, cell.Colspan))])],
        [table.Span]))];

    /// <summary>The leaf blocks below a container, in order, whatever stands between.</summary>
    public static IEnumerable<LeafBlock> LeavesOf(ContainerBlock container)
    {
        var stack = new Stack<(ContainerBlock Container, int Next)>();
        stack.Push((container, 0));
        while (stack.TryPop(out var frame))
        {
            if (frame.Next == frame.Container.Count) continue;
            stack.Push(frame with { Next = frame.Next + 1 });
            if (frame.Container[frame.Next] is ContainerBlock inside) stack.Push((inside, 0));
            else if (frame.Container[frame.Next] is LeafBlock leaf) yield return leaf;
        }
    }

    private ReadCell ReadCellOf(MarkdigTableCell cell, bool isHeader)
    {
        var start = writer.Length;
        writer.Separate("\t");
        var isFirst = true;
        foreach (var leaf in LeavesOf(cell))
        {
            if (!isFirst) writer.Separate(writer.Length == start ? "\t" : " ");
            isFirst = false;
            inlines.Write(leaf.Inline, writer);
        }

        return new ReadCell(new TextSpan(start, writer.Length), isHeader, Math.Max(1, cell.RowSpan), Math.Max(1, cell.ColumnSpan));
    }

    private sealed record ReadTable(List<List<ReadCell>> Rows)
    {
        public TextSpan Span { get; set; }

        public TextSpan? Caption { get; set; }
    }

    private readonly record struct ReadCell(TextSpan Span, bool Header, int Rowspan, int Colspan);
}
