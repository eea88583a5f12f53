using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Docx;

/// <summary>
/// The columns of a table that is being read. WordprocessingML writes a cell over several rows as one cell in each of them that goes on;
/// a reader sees one cell, which takes as many rows.
/// </summary>
/// <param name="table">The table.</param>
internal sealed class DocxTableGrid(RenderedTable table)
{
    /// <summary>The cells that may go on in the next row, by their first columns.</summary>
    private readonly Dictionary<int, RenderedCell> _open = [];
    private int _column;
    private RenderedCell? _before;
    private bool _isMerged;
    private bool _goesOn;

    /// <summary>Begins a row.</summary>
    public void BeginRow() => (_column, _before) = (0, null);

    /// <summary>Leaves columns empty at the start of the row.</summary>
    public void Skip(int columns) => _column += columns;

    /// <summary>Begins a cell.</summary>
    public void BeginCell() => (_isMerged, _goesOn) = (false, false);

    /// <summary>Takes note that a cell is merged with the one above or below it.</summary>
    public void MergeDown(RenderedCell cell, bool begins)
    {
        _isMerged = true;
        if (begins || !_open.TryGetValue(_column, out var above))
        {
            _open[_column] = cell;
        }
        else
        {
            _goesOn = true;
            above.Rowspan++;
        }
    }

    /// <summary>Takes note that a cell is merged with the one before it, as older files write it.</summary>
    public void MergeAcross(RenderedCell cell, bool begins)
    {
        if (begins || _before is not { } before) return;
        _goesOn = true;
        before.Colspan += cell.Colspan;
    }

    /// <summary>Ends a cell; one that only goes on is none of the row, unless it holds lines after all.</summary>
    public void EndCell(RenderedCell cell)
    {
        if (!_isMerged) _open.Remove(_column);
        _column += cell.Colspan;
        if (_goesOn && cell.End == cell.First) table.Rows[^1].Remove(cell);
        else _before = cell;
    }
}
