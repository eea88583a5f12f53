using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>
/// Records the tables of a page while their text is written. A cell's text holds that of the tables inside it, so only so many levels
/// are recorded: what stands deeper is text of the innermost recorded cell, and the records stay in proportion to the page.
/// </summary>
internal sealed class TableRecorder
{
    private const int Deepest = 8;

    private readonly List<Recorded> _tables = [];
    private readonly Stack<Recorded> _open = new();

    /// <summary>The tables with a cell or caption that nothing is written in yet.</summary>
    private readonly List<Recorded> _fresh = [];
    private string _text = "";

    /// <summary>How many open tables are too deep to be recorded.</summary>
    private int _deeper;

    /// <summary>The number of the innermost open table; -1 when none is open.</summary>
    public int Current => _open.TryPeek(out var table) ? table.Number : -1;

    /// <summary>The table that is being written, where it is one that is recorded.</summary>
    private Recorded? Innermost => _deeper == 0 && _open.TryPeek(out var table) ? table : null;

    public void Open(int start)
    {
        if (_open.Count == Deepest)
        {
            _deeper++;
            return;
        }

        var table = new Recorded { Number = _tables.Count, Start = start };
        _tables.Add(table);
        _open.Push(table);
    }

    public void Close(int end)
    {
        if (_deeper > 0) _deeper--;
        else if (_open.TryPop(out var table)) table.End = end;
    }

    public void OpenRow()
    {
        if (Innermost is { } table) table.Rows.Add([]);
    }

    public void OpenCell(bool header, int rowspan, int colspan)
    {
        if (Innermost is not { } table) return;
        if (table.Rows.Count == 0) OpenRow();
        table.Rows[^1].Add(new Cell(-1, -1, header, rowspan, colspan));
        table.InCell = true;
        _fresh.Add(table);
    }

    public void CloseCell(int length)
    {
        if (Innermost is not { InCell: true } table) return;
        table.InCell = false;
        var cell = table.Rows[^1][^1];
        table.Rows[^1][^1] = cell with { End = cell.Start < 0 ? -1 : length };
    }

    public void OpenCaption()
    {
        if (Innermost is not { } table) return;
        (table.InCaption, table.Caption) = (true, new TextSpan(-1, -1));
        _fresh.Add(table);
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
        foreach (var table in _fresh)
        {
            if (table.InCaption && table.Caption.Start < 0) table.Caption = new TextSpan(length, length);
            if (table.InCell && table.Rows[^1][^1] is { Start: < 0 } cell) table.Rows[^1][^1] = cell with { Start = length };
        }

        _fresh.Clear();
    }

    /// <summary>The tables, their cells' texts taken from the page's text.</summary>
    public IReadOnlyList<Table> Build(string text, int end)
    {
        while (_open.Count > 0) Close(end);
        _text = text;
        return [.. _tables.Select(Build)];
    }

    private Table Build(Recorded table) => new(
        table.Caption.Start < 0 ? null : Of(table.Caption.Start, table.Caption.End),
        [.. table.Rows.Where(row => row.Count > 0).Select(row => (IReadOnlyList<TableCell>)
            [.. row.Select(cell => new TableCell(Of(cell.Start, cell.End), cell.Header, cell.Rowspan, cell.Colspan))])],
        [new TextSpan(table.Start, table.End)]);

    private string Of(int start, int end) => start < 0 ? "" : _text[start..Math.Max(start, Math.Min(end, _text.Length))];

    private readonly record struct Cell(int Start, int End, bool Header, int Rowspan, int Colspan);

    private sealed class Recorded
    {
        public int Number { get; init; }

        public int Start { get; init; }

        public int End { get; set; }

        public bool InCell { get; set; }

        public bool InCaption { get; set; }

        public TextSpan Caption { get; set; } = new(-1, -1);

        public List<List<Cell>> Rows { get; } = [];
    }
}
