using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>
/// Finds the markup of tables in a flow, line by line. Tables come before links, lists and headings: what looks like
/// a cell's start inside a link splits the link.
/// </summary>
internal sealed class TableScanner(TokenList tokens, GivenUp givenUp) : IDisposable
{
    private readonly PooledList<TableMark> _marks = new(64);

    /// <summary>Where the tables that are open begin.</summary>
    private readonly Stack<int> _open = new();

    public ReadOnlySpan<TableMark> Run()
    {
        _marks.Clear();
        _open.Clear();
        for (var i = 0; i < tokens.Count;)
        {
            var end = i;
            while (end < tokens.Count && tokens[end].Kind != TokenKind.Newline) end++;
            TakeLine(i, end);
            i = end + 1;
        }

        foreach (var mark in _marks.Items) tokens[mark.Token].Boundary = true;
        while (_open.TryPop(out var start)) givenUp.Table(TextSpan.At(start, 2));
        return _marks.Items;
    }

    public void Dispose() => _marks.Dispose();

    private void TakeLine(int from, int to)
    {
        while (from < to && (tokens[from].Kind == TokenKind.Transparent || tokens.IsBlank(from))) from++;
        if (from == to) return;
        var lead = tokens[from].Kind;
        if (lead == TokenKind.Text) TakeTextLine(from, to);
        else if (lead == TokenKind.Pipe && _open.Count > 0) TakePipeLine(from, to);
        else if (lead == TokenKind.Bangs && _open.Count > 0) TakeCells(from, to, TableMarkKind.Header, tokens[from].Start, from + 1, tokens[from].End);
    }

    private void TakeTextLine(int from, int to)
    {
        var text = tokens.TextOf(from).TrimStart();
        var start = tokens[from].End - text.Length;
        if (text[0] == '!' && _open.Count > 0)
        {
            TakeCells(from, to, TableMarkKind.Header, start, from, start + 1);
        }
        else if (text[^1] == '{' && from + 1 < to && tokens[from + 1].Kind == TokenKind.Pipe)
        {
            var colons = text.IndexOfAnyExcept(':');
            if (!text[colons..^1].IsWhiteSpace()) return;
            _marks.Add(new TableMark(TableMarkKind.Open, from, start, LineEnd(to), colons));
            _open.Push(start + colons);
        }
    }

    private void TakePipeLine(int from, int to)
    {
        var start = tokens[from].Start;
        var next = from + 1 < to && tokens[from + 1].Kind == TokenKind.Text && tokens[from + 1].Start == tokens[from].End
            ? tokens.Source[tokens[from + 1].Start] : '\0';
        switch (next)
        {
            case '}':
                _marks.Add(new TableMark(TableMarkKind.Close, from, start, tokens[from].End + 1));
                _open.Pop();
                break;
            case '-':
                _marks.Add(new TableMark(TableMarkKind.Row, from, start, LineEnd(to)));
                break;
            case '+':
                AddCell(TableMarkKind.Caption, from, start, from + 1, to, tokens[from].End + 1, false);
                break;
            default:
                TakeCells(from, to, TableMarkKind.Cell, start, from + 1, tokens[from].End);
                break;
        }
    }

    /// <summary>The cells of a line: <c>||</c> starts a further one, in a line of heading cells <c>!!</c> too.</summary>
    private void TakeCells(int from, int to, TableMarkKind kind, int start, int content, int contentStart)
    {
        var (mark, sameLine) = (from, false);
        for (var i = content; i < to; i++)
        {
            var pipes = tokens.IsPair(i, TokenKind.Pipe);
            if (!pipes && !(kind == TableMarkKind.Header && tokens[i].Kind == TokenKind.Bangs)) continue;
            AddCell(kind, mark, start, content, i, contentStart, sameLine);
            (mark, start, sameLine) = (i, tokens[i].Start, true);
            if (pipes) i++;
            (content, contentStart) = (i + 1, tokens[i].End);
        }

        AddCell(kind, mark, start, content, to, contentStart, sameLine);
    }

    /// <summary>Adds a cell; what stands before its first pipe are attributes, unless a link or a variant stands there too.</summary>
    private void AddCell(TableMarkKind kind, int mark, int start, int from, int to, int contentStart, bool sameLine)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens.IsPair(i, TokenKind.OpenBracket)) break;
            if (tokens[i].Kind == TokenKind.Hidden && IsVariant(i)) break;
            if (tokens[i].Kind != TokenKind.Pipe) continue;
            contentStart = tokens[i].End;
            break;
        }

        _marks.Add(new TableMark(kind, mark, start, contentStart, 0, sameLine));
    }

    private bool IsVariant(int token) => tokens.TextOf(token).StartsWith("-{");

    private int LineEnd(int to) => to == 0 ? 0 : tokens[to - 1].End;
}
