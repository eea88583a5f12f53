using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>Headings, list items and tables.</summary>
internal sealed partial class FlowBuilder
{
    private const int DeepestHeading = 6;

    /// <summary>Makes a heading of a line that starts and ends with equals signs; false when it does not.</summary>
    private bool BuildHeading(int lead, int to)
    {
        var last = to - 1;
        while (last > lead && (_tokens[last].Kind == TokenKind.Transparent || _tokens.IsBlank(last))) last--;
        var start = Math.Max(_from, _tokens[lead].Start);
        var end = _tokens[last].Start + _tokens.TextOf(last).TrimEnd().Length;
        var level = _tokens[last].Kind == TokenKind.Text ? HeadingLevel(lead, last, start, end) : 0;
        if (level == 0)
        {
            _givenUp.Heading(new TextSpan(start, start + 1));
            return false;
        }

        var node = _tree.Add(NodeKind.Heading, start, end);
        _tree[node].Data = (ushort)level;
        Open(node, -1);
        _from = start + level;
        BuildInline(lead, last + 1, end - level);
        Close(end);
        _from = end;
        BuildInline(last, to);
        return true;
    }

    private int HeadingLevel(int lead, int last, int start, int end)
    {
        var text = _tree.Source.AsSpan(start, _tokens[lead].End - start);
        if (lead == last)
        {
            text = text[..(end - start)];
            var leading = text.IndexOfAnyExcept('=');
            if (leading < 0) return Math.Min((text.Length - 1) / 2, DeepestHeading);
            return Math.Min(Math.Min(leading, text.Length - 1 - text.LastIndexOfAnyExcept('=')), DeepestHeading);
        }

        var opening = text.IndexOfAnyExcept('=');
        if (opening < 0) opening = text.Length;
        var tail = _tree.Source.AsSpan(_tokens[last].Start, end - _tokens[last].Start);
        return Math.Min(Math.Min(opening, tail.Length - 1 - tail.LastIndexOfAnyExcept('=')), DeepestHeading);
    }

    private void BuildListItem(int lead, int to, int start)
    {
        var marks = _tree.Source.AsSpan(start, _tokens[lead].End - start).IndexOfAnyExcept("*#:;");
        if (marks < 0) marks = _tokens[lead].End - start;
        var node = _tree.Add(NodeKind.ListItem, start, start);
        _tree[node].Mark = _from = start + marks;
        Open(node, -1);
        var colon = _tree.Source[start + marks - 1] == ';' ? FindTermEnd(lead, to) : -1;
        if (colon >= 0)
        {
            var token = lead;
            while (_tokens[token].End <= colon) token++;
            BuildInline(lead, token + 1, colon);
            Append(_tree.Add(NodeKind.TermEnd, colon, colon + 1));
            _from = colon + 1;
            lead = token;
        }

        BuildInline(lead, to);
        Close(to > 0 ? Math.Max(_tokens[to - 1].End, _tree[node].Mark) : _tree[node].Mark);
    }

    /// <summary>The first colon of a line that stands in no link, address or element; -1 without one.</summary>
    private int FindTermEnd(int lead, int to)
    {
        var (level, bold, italics, address) = (0, false, false, 0);
        for (var i = lead; i < to; i++)
        {
            ref var token = ref _tokens[i];
            if (token.Kind == TokenKind.Quotes)
            {
                var marks = token.Length - Math.Max(token.Match, 0);
                (bold, italics) = (bold ^ marks != 2, italics ^ marks != 3);
            }
            else if (token.Kind == TokenKind.HtmlTag) level = LevelBehind(level, token.Node);
            else if (token.Kind == TokenKind.OpenBracket && token.Match > i && _tokens.IsPair(i, TokenKind.OpenBracket)) i = token.Match + 1;
            else if (token.Kind == TokenKind.OpenBracket && ExternalLinkEnd(i, to) is > 0 and var close) i = close;
            else if (token.Kind == TokenKind.Scheme) i = TokenBehindAddress(i, to, out address) - 1;
            else if (token.Kind == TokenKind.Text && level == 0 && !bold && !italics && ColonIn(i, address) is >= 0 and var colon) return colon;
        }

        return -1;
    }

    private int LevelBehind(int level, int node) => _tree[node].Flags switch
    {
        NodeFlags.None => level + 1,
        NodeFlags.Closing => Math.Max(level - 1, 0),
        _ => level,
    };

    private int ColonIn(int token, int from)
    {
        var start = Math.Max(Math.Max(_from, from), _tokens[token].Start);
        if (start >= _tokens[token].End) return -1;
        var colon = _tree.Source.AsSpan(start, _tokens[token].End - start).IndexOf(':');
        return colon < 0 ? -1 : start + colon;
    }

    /// <summary>Opens and closes the nodes of a table; gives the first token that is content again.</summary>
    private int TakeMark(TableMark mark)
    {
        switch (mark.Kind)
        {
            case TableMarkKind.Open:
                OpenTablePart(NodeKind.Table, mark);
                _tree[_open[_depth - 1].Node].Data = (ushort)Math.Min(mark.Indent, ushort.MaxValue);
                break;
            case TableMarkKind.Close:
                CloseTo(NodeKind.Table, mark.Start);
                Close(mark.End);
                break;
            case TableMarkKind.Caption:
                CloseTo(NodeKind.Table, mark.Start);
                OpenTablePart(NodeKind.TableCaption, mark);
                break;
            case TableMarkKind.Row:
                CloseTo(NodeKind.Table, mark.Start);
                OpenTablePart(NodeKind.TableRow, mark);
                break;
            default:
                OpenCell(mark);
                break;
        }

        _from = mark.End;
        var token = mark.Token;
        while (token < _tokens.Count && _tokens[token].End <= mark.End) token++;
        return token;
    }

    private void OpenCell(TableMark mark)
    {
        CloseTo(NodeKind.Table, mark.Start, NodeKind.TableRow);
        if (_tree[_open[_depth - 1].Node].Kind == NodeKind.Table) Open(_tree.Add(NodeKind.TableRow, mark.Start, mark.Start), -1);
        if (_tree[_open[_depth - 1].Node] is { Kind: NodeKind.TableRow, Mark: < 0 }) _tree[_open[_depth - 1].Node].Mark = _tree[_open[_depth - 1].Node].Start;
        OpenTablePart(mark.Kind == TableMarkKind.Header ? NodeKind.TableHeader : NodeKind.TableCell, mark);
        if (mark.SameLine) _tree[_open[_depth - 1].Node].Flags |= NodeFlags.SameLine;
    }

    private void OpenTablePart(NodeKind kind, TableMark mark)
    {
        var node = _tree.Add(kind, mark.Start, mark.End);
        _tree[node].Mark = mark.End;
        Open(node, -1);
    }

    /// <summary>Closes everything inside the innermost table, or row of it.</summary>
    private void CloseTo(NodeKind table, int end, NodeKind row = NodeKind.Table)
    {
        while (_tree[_open[_depth - 1].Node].Kind is var kind && kind != table && kind != row) Close(end);
    }
}
