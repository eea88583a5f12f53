using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// Finds pandoc's grid tables. Their columns are aligned as a terminal shows them, a wide character over two columns, while
/// Markdig counts characters and would cut cells in the wrong places: so their borders are hidden and their rows read as lines.
/// </summary>
internal sealed class GridTables(MarkdownPreparation preparation)
{
    private readonly string _source = preparation.Source;
    private int _end = -1;
    private bool _hasRows;

    /// <summary>True for a border of a grid table.</summary>
    /// <param name="line">The line.</param>
    /// <param name="content">Where its content begins.</param>
    public bool IsBorder(TextSpan line, int content)
    {
        if (!IsBorder(_source.AsSpan(content..line.End).TrimEnd())) return false;
        if (content >= _end) ReadAhead(line.Start);
        return _hasRows;
    }

    private static bool IsBorder(ReadOnlySpan<char> line) => line is ['+', '-' or '=' or ':', .., '+'] && !line.ContainsAnyExcept("+-=:");

    private void ReadAhead(int start)
    {
        var endsInBorder = _hasRows = false;
        for (_end = start; _end < _source.Length;)
        {
            var length = _source.AsSpan(_end).IndexOfAny('\n', '\r');
            var line = _source.AsSpan(_end, length < 0 ? _source.Length - _end : length);
            if (line.TrimStart() is not ['+' or '|', ..]) break;
            endsInBorder = IsBorder(line.Trim());
            _hasRows |= !endsInBorder;
            _end += line.Length;
            _end += _source.AsSpan(_end).StartsWith("\r\n") ? 2 : 1;
        }

        _end = Math.Min(_end, _source.Length);
        _hasRows &= endsInBorder;
        if (!_hasRows) return;
        preparation.Diagnostics.Add(new Diagnostic(
            "unsupported-table", DiagnosticSeverity.Warning, "A grid table is read line by line.", new TextSpan(start, _end)));
    }
}
