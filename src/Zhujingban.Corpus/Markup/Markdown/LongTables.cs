using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>The rows of a long pipe table that are parsed by themselves.</summary>
/// <param name="Header">Its heading row and the rule below, line breaks included.</param>
/// <param name="Parts">The rows behind those that are left in their place, in parts that Markdig reads fast.</param>
internal sealed record LongTable(TextSpan Header, IReadOnlyList<TextSpan> Parts);

/// <summary>
/// Finds long pipe tables. Markdig's time grows with the square of a table's cells, so only the first rows stay where they
/// are; the others are taken out and read part by part, each under the table's heading.
/// </summary>
internal sealed class LongTables(MarkdownPreparation preparation)
{
    /// <summary>The most cells of a part, unless its heading alone is wider.</summary>
    private const int MaximumCells = 400;

    private readonly string _source = preparation.Source;
    private readonly List<TextSpan> _parts = [];
    private TextSpan _firstLine;
    private TextSpan _header;
    private int _partStart;
    private int _cells;
    private int _limit;
    private int _lines;

    /// <summary>Takes a line of a stretch at the top level. True when a part ends before it.</summary>
    public bool TakeLine(TextSpan line, int content)
    {
        var cells = _source.AsSpan(content..line.End).Count('|');
        if (_lines == 0)
        {
            _firstLine = cells > 0 && content - line.Start <= 3 ? line : default;
        }
        else if (_lines == 1 && !_firstLine.IsEmpty && IsRule(_source.AsSpan(content..line.End)))
        {
            _limit = Math.Max(MaximumCells, 4 * cells);
            _header = new TextSpan(_firstLine.Start, LineEnd(line.End));
        }

        _lines++;
        _cells += cells + 1;
        if (_header.IsEmpty || _cells <= _limit) return false;
        if (_partStart > 0) _parts.Add(new TextSpan(_partStart, line.Start));
        _partStart = line.Start;
        _cells = cells + 1;
        return true;
    }

    /// <summary>Ends the stretch before a line.</summary>
    public void End(int lineStart)
    {
        if (_lines == 0) return;
        if (_partStart > 0)
        {
            _parts.Add(new TextSpan(_partStart, lineStart));
            preparation.TakeOut(new LongTable(_header, [.. _parts]));
            _parts.Clear();
        }

        _header = default;
        _partStart = _cells = _lines = 0;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.Contains('-') && line.Contains('|') && !line.ContainsAnyExcept("|-: \t");

    private int LineEnd(int at) => Math.Min(_source.Length, at + (_source.AsSpan(at).StartsWith("\r\n") ? 2 : 1));
}
