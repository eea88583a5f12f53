using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning.Publishing;

/// <summary>Which units of a notice are rows of a table of its source, and what stands in their cells.</summary>
internal sealed class TableUnits
{
    private const char CellSeparator = '\t';

    private readonly Row?[] _rows;

    public TableUnits(CleanedNotice notice)
    {
        _rows = new Row?[notice.Units.Count];
        var document = notice.Document;
        var rows = document.Blocks.Where(block => block.Kind == BlockKind.TableRow)
            .Select(block => (Block: block, Spans: document.Text.SourceSpans(block.Span))).Where(row => row.Spans.Count > 0)
            .OrderBy(row => row.Spans[0].Start).ToList();
        var starts = rows.ConvertAll(row => row.Spans[0].Start);
        for (var i = 0; i < _rows.Length; i++)
        {
            if (starts.Count == 0 || notice.Units[i].Spans.Count == 0) continue;
            var at = starts.BinarySearch(notice.Units[i].Spans[0].Start);
            if (at < 0) at = ~at - 1;
            if (at < 0) continue;
            var written = rows[at].Spans.SelectMany(span => span.Of(document.Source.Text));
            if (!LettersOf(written).SequenceEqual(LettersOf(notice.Units[i].Text))) continue;
            var cells = rows[at].Block.Span.Of(document.Text.Text).Split(CellSeparator);
            _rows[i] = new Row(rows[at].Block.Table, [.. cells.Select(cell => cell.Trim())]);
        }
    }

    /// <summary>The cells of a unit that is a whole row; null for any other.</summary>
    public IReadOnlyList<string>? CellsOf(int unit) => _rows[unit]?.Cells;

    /// <summary>True for a row that goes on with the table of the unit before it.</summary>
    public bool GoesOn(int unit) => unit > 0 && _rows[unit] is { } row && _rows[unit - 1]?.Table == row.Table;

    /// <summary>How many cells the widest row has, of the table that begins with a unit.</summary>
    public int WidthAt(int unit)
    {
        var width = _rows[unit]!.Cells.Count;
        while (++unit < _rows.Length && GoesOn(unit)) width = Math.Max(width, _rows[unit]!.Cells.Count);
        return width;
    }

    private static IEnumerable<char> LettersOf(IEnumerable<char> text) => text.Where(c => !char.IsWhiteSpace(c));

    private sealed record Row(int Table, IReadOnlyList<string> Cells);
}
