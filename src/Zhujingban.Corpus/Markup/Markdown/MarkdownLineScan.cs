using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// Goes through a source line by line, before Markdig: finds fenced code, hides pandoc's div fences, and takes the meaning
/// from block marks that nest or repeat beyond what Markdig reads in linear time. Inline marks are <see cref="MarkdownInlineScan"/>'s.
/// </summary>
internal sealed partial class MarkdownLineScan(MarkdownPreparation preparation)
{
    /// <summary>The most link definitions, footnotes and underlined headings: Markdig's time grows with the square of each.</summary>
    private const int MaximumDefinitions = 20_000;

    private readonly string _source = preparation.Source;
    private readonly MarkdownBlockMarks _marks = new(preparation);
    private readonly MarkdownInlineScan _inlines = new(preparation);
    private readonly LongTables _tables = new(preparation);
    private readonly GridTables _grid = new(preparation);
    private readonly List<TextSpan> _fences = [];
    private int _definitions;
    private int _underlines;
    private (char Mark, int Count, int Start) _fence;
    private bool _afterTable;

    /// <summary>The ranges of fenced code, in order, with their fences.</summary>
    public IReadOnlyList<TextSpan> Fences => _fences;

    public void Scan()
    {
        for (var at = 0; at < _source.Length;)
        {
            var length = _source.AsSpan(at).IndexOfAny('\n', '\r');
            var end = length < 0 ? _source.Length : at + length;
            ScanLine(new TextSpan(at, end));
            at = end + (_source.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        }

        if (_fence.Count > 0) _fences.Add(new TextSpan(_fence.Start, _source.Length));
        EndStretch(_source.Length);
    }

    private void ScanLine(TextSpan line)
    {
        var (content, marks) = _marks.Skip(line);
        if (content == line.End || marks > 0) EndStretch(line.Start);
        if (content == line.End) return;
        if (!ScanFence(line, content) && _fence.Count == 0 && marks == 0)
        {
            if (IsDivFence(line, content))
            {
                preparation.Hide(TrimEnd(content, line.End), DropReason.Markup);
                return;
            }

            if (_grid.IsBorder(line, content))
            {
                EndStretch(line.Start);
                preparation.Hide(TrimEnd(content, line.End), DropReason.Markup);
                return;
            }

            if (_tables.TakeLine(line, content)) _inlines.EndStretch(line.Start);
            ScanCaption(line, content);
            ScanSimpleTable(line);
        }

        LimitDefinitions(line, content);
        var first = _source[content];
        if (first == '#') StartHeading(line, content);
        _inlines.ScanLine(new TextSpan(content, line.End), isHeading: first == '#', isCode: _fence.Count > 0);
        if (first == '#') EndStretch(line.End);
    }

    private void EndStretch(int lineStart)
    {
        _inlines.EndStretch(lineStart);
        _tables.End(lineStart);
    }

    private void StartHeading(TextSpan line, int content)
    {
        EndStretch(line.Start);
        var marks = _source.AsSpan(content..line.End).IndexOfAnyExcept('#');
        var text = _source.AsSpan(content..line.End).IndexOfAnyExcept("# \t");
        if (text <= marks) return;
        var space = TextSpan.At(content + marks, text - marks);
        if (_source.AsSpan(space.Start, space.Length).Contains('\t')) preparation.ExpandTabs(space);
    }

    private bool ScanFence(TextSpan line, int content)
    {
        var mark = _source[content];
        if (mark is not ('`' or '~')) return false;
        var count = 1;
        while (content + count < line.End && _source[content + count] == mark) count++;
        var rest = _source.AsSpan((content + count)..line.End);
        if (_fence.Count == 0 && count >= 3 && !(mark == '`' && rest.Contains('`')))
        {
            _fence = (mark, count, line.Start);
            return true;
        }

        if (_fence.Count == 0 || mark != _fence.Mark || count < _fence.Count || !rest.IsWhiteSpace()) return false;
        _fences.Add(new TextSpan(_fence.Start, line.End));
        _fence = default;
        return true;
    }

    private bool IsDivFence(TextSpan line, int content)
    {
        if (content - line.Start > 3 || !_source.AsSpan(content..line.End).StartsWith(":::")) return false;
        EndStretch(line.Start);
        return true;
    }

    /// <summary>Pandoc's caption of a table, <c>: Caption</c> below it: without its mark it is a paragraph, not a definition.</summary>
    private void ScanCaption(TextSpan line, int content)
    {
        var first = _source[content];
        if (_afterTable && TableCaption().IsMatch(_source.AsSpan(content..Math.Min(line.End, content + 20))))
        {
            var mark = _source.IndexOf(':', content) + 1;
            preparation.Hide(new TextSpan(content, mark), DropReason.Markup);
        }

        _afterTable = first is '|' or '+' || _source.AsSpan(content..line.End).Contains('|');
    }

    /// <summary>Pandoc's simple tables (columns under dashed rules) are not understood; their lines are kept.</summary>
    private void ScanSimpleTable(TextSpan line)
    {
        var text = _source.AsSpan(line.Start, line.Length).Trim();
        if (!text.StartsWith("--") || text.ContainsAnyExcept('-', ' ') || !text.EndsWith("--") || !text.Contains(' ')) return;
        preparation.Diagnostics.Add(new Diagnostic("unsupported-table", DiagnosticSeverity.Warning,
            "A table of columns under dashed rules is read line by line.", line));
    }

    private void LimitDefinitions(TextSpan line, int content)
    {
        var first = _source[content];
        if (first == '[' && _source.AsSpan(content..Math.Min(line.End, content + 1000)).Contains("]:", StringComparison.Ordinal))
        {
            if (++_definitions > MaximumDefinitions) preparation.Neutralize(TextSpan.At(content, 1));
        }
        else if (_inlines.InStretch && (first is '=' or '-') && !_source.AsSpan(content..line.End).TrimEnd(' ').ContainsAnyExcept(first))
        {
            if (++_underlines > MaximumDefinitions) preparation.Neutralize(new TextSpan(content, line.End));
        }
    }

    private TextSpan TrimEnd(int start, int end)
    {
        while (end > start && _source[end - 1] is ' ' or '\t') end--;
        return new TextSpan(start, end);
    }

    [GeneratedRegex(@"^(?:Table)?:\s")]
    private static partial Regex TableCaption();
}
