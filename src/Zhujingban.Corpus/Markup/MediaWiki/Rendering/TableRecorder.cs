using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Markup.MediaWiki.Templates;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>
/// Records the tables of a page while their text is written. A cell's text holds that of the tables inside it, so only so many levels
/// are recorded: what stands deeper is text of the innermost recorded cell, and the records stay in proportion to the page.
/// </summary>
/// <param name="text">The page's text as it is written; nothing of it changes any more.</param>
internal sealed class TableRecorder(PooledList<char> text)
{
    private const int Deepest = 8;
    private static readonly Table Unfinished = new(null, [], []);

    /// <summary>The tables in the order of their starts.</summary>
    private readonly List<Table> _tables = [];

    /// <summary>A table for each level, used again and again; the first <see cref="_depth"/> are open.</summary>
    private readonly List<OpenTable> _levels = [];
    private readonly NameTable _shortTexts = new();
    private int _depth;

    /// <summary>How many open tables are too deep to be recorded.</summary>
    private int _deeper;

    /// <summary>True while an open table may have a cell or caption that nothing is written in yet.</summary>
    private bool _fresh;

    /// <summary>The number of the innermost open table; -1 when none is open.</summary>
    public int Current => _depth == 0 ? -1 : _levels[_depth - 1].Number;

    /// <summary>The table that is being written, where it is one that is recorded.</summary>
    private OpenTable? Innermost => _deeper == 0 && _depth > 0 ? _levels[_depth - 1] : null;

    public void Open(int start)
    {
        if (_depth == Deepest)
        {
            _deeper++;
            return;
        }

        if (_depth == _levels.Count) _levels.Add(new OpenTable());
        _levels[_depth++].Begin(_tables.Count, start);
        _tables.Add(Unfinished);
    }

    public void Close(int end)
    {
        if (_deeper > 0)
        {
            _deeper--;
        }
        else if (_depth > 0)
        {
            var table = _levels[--_depth];
            _tables[table.Number] = new Table(table.Caption.Start < 0 ? null : Of(table.Caption.Start, table.Caption.End), RowsOf(table), [new TextSpan(table.Start, end)]);
        }
    }

    public void OpenRow()
    {
        if (Innermost is { } table) table.RowIsOpen = false;
    }

    public void OpenCell(bool header, int rowspan, int colspan)
    {
        if (Innermost is not { } table) return;
        if (!table.RowIsOpen) table.Rows++;
        table.Cells.Add(new Cell(table.Rows - 1, -1, -1, header, rowspan, colspan));
        (table.RowIsOpen, table.InCell, _fresh) = (true, true, true);
    }

    public void CloseCell(int length)
    {
        if (Innermost is not { InCell: true } table) return;
        table.InCell = false;
        if (table.Cells[^1] is { Start: >= 0 } cell) table.Cells[^1] = cell with { End = length };
    }

    public void OpenCaption()
    {
        if (Innermost is not { } table) return;
        (table.InCaption, table.Caption, _fresh) = (true, new TextSpan(-1, -1), true);
    }

    public void CloseCaption(int length)
    {
        if (Innermost is not { InCaption: true } table) return;
        table.InCaption = false;
        if (table.Caption.Start >= 0) table.Caption = new TextSpan(table.Caption.Start, length);
    }

    /// <summary>Text is about to be written: the cells it is the first of begin here.</summary>
    public void ContentAt(int length)
    {
        if (!_fresh) return;
        _fresh = false;
        for (var level = 0; level < _depth; level++)
        {
            var table = _levels[level];
            if (table.InCaption && table.Caption.Start < 0) table.Caption = new TextSpan(length, length);
            if (table.InCell && table.Cells[^1] is { Start: < 0 } cell) table.Cells[^1] = cell with { Start = length };
        }
    }

    /// <summary>The tables; those that are open end here, with what is written in their cells and captions so far.</summary>
    public IReadOnlyList<Table> Finish(int end)
    {
        while (_depth > 0)
        {
            CloseCell(text.Count);
            CloseCaption(text.Count);
            Close(end);
        }

        return _tables;
    }

    private IReadOnlyList<TableCell>[] RowsOf(OpenTable table)
    {
        var (rows, from) = (new IReadOnlyList<TableCell>[table.Rows], 0);
        for (var row = 0; row < rows.Length; row++)
        {
            var to = from;
            while (to < table.Cells.Count && table.Cells[to].Row == row) to++;
            var cells = new TableCell[to - from];
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = table.Cells[from + i];
                cells[i] = new TableCell(Of(cell.Start, cell.End), cell.Header, cell.Rowspan, cell.Colspan);
            }

            rows[row] = cells;
            from = to;
        }

        return rows;
    }

    private string Of(int start, int end) => start >= end ? "" : _shortTexts.Get(text.Items[start..end]);

    /// <summary>A cell; nothing is written in it where its start is -1.</summary>
    private readonly record struct Cell(int Row, int Start, int End, bool Header, int Rowspan, int Colspan);

    private sealed class OpenTable
    {
        public int Number { get; private set; }

        public int Start { get; private set; }

        public TextSpan Caption { get; set; }

        public bool InCaption { get; set; }

        /// <summary>The number of rows with a cell so far.</summary>
        public int Rows { get; set; }

        /// <summary>True when the next cell stands in the last of them.</summary>
        public bool RowIsOpen { get; set; }

        public bool InCell { get; set; }

        public List<Cell> Cells { get; } = [];

        public void Begin(int number, int start)
        {
            (Number, Start, Caption, InCaption, Rows, RowIsOpen, InCell) = (number, start, new TextSpan(-1, -1), false, 0, false, false);
            Cells.Clear();
        }
    }
}
