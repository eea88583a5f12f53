using System.Text;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Renditions;

/// <summary>The rendition of a whole page: a line a block or a row, cells parted by tabs; and where in it each line of the page stands.</summary>
internal sealed class Rendition
{
    private readonly RenderedPage _page;
    private readonly StringBuilder _rendered;
    private readonly int[] _shifts;
    private readonly List<RenditionLine> _lines = [];

    /// <param name="page">The page.</param>
    public Rendition(RenderedPage page)
    {
        _page = page;
        _rendered = new StringBuilder(page.Text.Length + page.Lines.Count);
        _shifts = new int[page.Lines.Count];
        Render();
        Text = _rendered.ToString();
    }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<RenditionLine> Lines => _lines;

    /// <summary>The range of the rendition that a range of a line of the page has.</summary>
    public TextSpan PlaceOf(int line, TextSpan range) => new(range.Start + _shifts[line], range.End + _shifts[line]);

    /// <summary>What lines of the page say, parted by spaces.</summary>
    public string TextOf(int first, int end) => end == first + 1
        ? TextOf(first) : string.Join(' ', Enumerable.Range(first, end - first).Select(line => TextOf(line)));

    private string TextOf(int line) => Text.AsSpan(_page.Lines[line].Start + _shifts[line], _page.Lines[line].Length).Trim().ToString();

    private void Render()
    {
        for (var i = 0; i < _page.Lines.Count;)
        {
            var line = _page.Lines[i];
            if (_rendered.Length > 0) _rendered.Append('\n');
            var start = _rendered.Length;
            var table = line.Place.Table;
            if (table >= 0 && !_page.Tables[table].IsLayout && line.Place.Row >= 0)
            {
                i = RenderRow(i, _page.Tables[table].Rows[line.Place.Row]);
                _lines.Add(new RenditionLine(new TextSpan(start, _rendered.Length), line, table));
            }
            else
            {
                RenderLine(i++);
                _lines.Add(new RenditionLine(new TextSpan(start, _rendered.Length), line, -1));
            }
        }
    }

    /// <summary>Writes a row: its cells parted by tabs, the lines of a cell by spaces.</summary>
    private int RenderRow(int first, List<RenderedCell> row)
    {
        var next = first;
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0) _rendered.Append('\t');
            for (var line = Math.Max(row[i].First, next); line < row[i].End; line++)
            {
                if (line > Math.Max(row[i].First, first)) _rendered.Append(' ');
                RenderLine(line);
                next = line + 1;
            }
        }

        return Math.Max(next, first + 1);
    }

    private void RenderLine(int index)
    {
        var line = _page.Lines[index];
        _shifts[index] = _rendered.Length - line.Start;
        _rendered.Append(_page.Text, line.Start, line.Length);
    }
}

/// <summary>A line of a rendition.</summary>
/// <param name="Span">Its range of the rendition.</param>
/// <param name="Line">Its first line of the page.</param>
/// <param name="Table">The table it is a row of, or -1.</param>
internal readonly record struct RenditionLine(TextSpan Span, RenderedLine Line, int Table);
