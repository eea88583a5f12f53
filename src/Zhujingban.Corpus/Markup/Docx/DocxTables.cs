using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Docx;

/// <summary>The tables around the place that the reader has come to, with the rows and cells that are open.</summary>
/// <param name="page">The page that the tables are of.</param>
/// <param name="writer">What writes it.</param>
internal sealed class DocxTables(RenderedPage page, PageWriter writer)
{
    private const int MostSpan = 1000;

    private readonly Stack<(RenderedPlace Outside, RenderedCell? Cell, DocxTableGrid? Grid)> _open = new();

    /// <summary>True inside a table.</summary>
    public bool AreOpen => _open.Count > 0;

    /// <summary>Enters a table (<c>tbl</c>), a row (<c>tr</c>) or a cell (<c>tc</c>).</summary>
    public void Enter(string name)
    {
        writer.EndLine();
        var place = writer.Place;
        RenderedCell? cell = null;
        var grid = _open.TryPeek(out var outer) ? outer.Grid : null;
        var inside = place;
        if (name == "tbl")
        {
            page.Tables.Add(new RenderedTable(place.Table));
            grid = new DocxTableGrid(page.Tables[^1]);
            inside = place with { Table = page.Tables.Count - 1, Row = -1, Cell = -1 };
        }
        else if (name == "tr" && place.Table >= 0)
        {
            page.Tables[place.Table].Rows.Add([]);
            grid?.BeginRow();
            inside = place with { Row = page.Tables[place.Table].Rows.Count - 1, Cell = -1 };
        }
        else if (name == "tc" && place.Row >= 0)
        {
            var row = page.Tables[place.Table].Rows[place.Row];
            row.Add(cell = new RenderedCell(false, 1, 1, page.Lines.Count));
            grid?.BeginCell();
            inside = place with { Cell = row.Count - 1 };
        }

        _open.Push((place, cell, grid));
        writer.Place = inside;
    }

    /// <summary>Leaves what was entered last.</summary>
    public void Leave()
    {
        writer.EndLine();
        var (outside, cell, grid) = _open.Pop();
        writer.Place = outside;
        if (cell is null) return;
        cell.End = page.Lines.Count;
        grid?.EndCell(cell);
    }

    /// <summary>A cell over several columns or rows.</summary>
    /// <param name="name">The element that says so: <c>gridSpan</c>, <c>vMerge</c>, <c>hMerge</c> or <c>gridBefore</c>.</param>
    /// <param name="value">Its value, or null.</param>
    public void SpanCell(string name, string? value)
    {
        if (!_open.TryPeek(out var frame) || frame.Grid is not { } grid) return;
        var columns = int.TryParse(value, out var number) ? Math.Clamp(number, 1, MostSpan) : 0;
        if (name == "gridBefore") grid.Skip(columns);
        else if (frame.Cell is not { } cell) return;
        else if (name == "gridSpan") cell.Colspan = Math.Max(1, columns);
        else if (name == "vMerge") grid.MergeDown(cell, begins: value == "restart");
        else grid.MergeAcross(cell, begins: value == "restart");
    }
}
