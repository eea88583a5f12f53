using Zhujingban.Corpus.Markup.MediaWiki.Site;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>What stands on a line: text, links, addresses, and the nodes that are made already.</summary>
internal sealed partial class FlowBuilder
{
    private void BuildInline(int from, int to, int until = int.MaxValue)
    {
        var depth = _depth;
        _open[_depth - 1].Bracket = default;
        for (var i = from; i < to;) i = BuildToken(i, to, until);
        while (_depth > depth) Close(to > from ? Math.Min(_tokens[to - 1].End, until) : _from);
    }

    private int BuildToken(int i, int to, int until)
    {
        var (start, end) = (Math.Max(_from, _tokens[i].Start), Math.Min(_tokens[i].End, until));
        if (_open[_depth - 1].Close == i) return CloseBracketNode(i);
        if (start >= end && _tokens[i].Kind is TokenKind.Text or TokenKind.Entity or TokenKind.Scheme or TokenKind.Pipe or TokenKind.Bangs) return i + 1;
        switch (_tokens[i].Kind)
        {
            case TokenKind.Hidden or TokenKind.Transparent or TokenKind.HtmlTag:
                Append(_tokens[i].Node);
                return i + 1;
            case TokenKind.Newline:
                Append(NodeKind.Newline, i);
                return i + 1;
            case TokenKind.Entity:
                Append(_tree.Add(NodeKind.Entity, start, end));
                return i + 1;
            case TokenKind.Switch:
                Append(_tree.Add(NodeKind.Switch, start, end));
                return i + 1;
            case TokenKind.Quotes:
                return BuildQuotes(i, start, end);
            case TokenKind.OpenBracket:
                return BuildBracket(i, to);
            case TokenKind.Pipe:
                return BuildPipe(i, start, end);
            case TokenKind.Scheme:
                return BuildAddress(i, to);
            default:
                AppendText(start, end);
                return i + 1;
        }
    }

    private int BuildQuotes(int i, int start, int end)
    {
        var literal = Math.Max(_tokens[i].Match, 0);
        AppendText(start, start + literal);
        if (start + literal < end) Append(_tree.Add(NodeKind.Quotes, start + literal, end));
        return i + 1;
    }

    private int BuildBracket(int i, int to)
    {
        if (_tokens[i].Match > i && _tokens.IsPair(i, TokenKind.OpenBracket)) return OpenLink(i);
        if (ExternalLinkEnd(i, to) is > 0 and var close) return OpenExternalLink(i, close);
        AppendText(_tokens[i].Start, _tokens[i].End);
        return i + 1;
    }

    private int OpenLink(int i)
    {
        var (close, pipe) = (_tokens[i].Match, _tokens[i + 1].Match);
        var start = _tokens[i].Start;
        var target = _tokens[i + 1].End;
        Open(_tree.Add(IsFile(target) ? NodeKind.File : NodeKind.Link, start, start), -1);
        Open(_tree.Add(NodeKind.LinkTarget, target, target), pipe < 0 ? close : pipe);
        return i + 2;
    }

    private bool IsFile(int target)
    {
        var text = _tree.Source.AsSpan(target);
        var colon = text[..Math.Min(text.Length, 64)].IndexOf(':');
        return colon > 0 && Namespaces.Find(text[..colon]) == Namespace.File && !text.TrimStart().StartsWith(":");
    }

    /// <summary>Ends the node that this token closes: a link's part at a pipe, a link at its brackets.</summary>
    private int CloseBracketNode(int i)
    {
        var kind = _tree[_open[_depth - 1].Node].Kind;
        if (kind == NodeKind.ExternalLink)
        {
            Close(_tokens[i].End);
            return i + 1;
        }

        Close(_tokens[i].Start);
        if (_tokens[i].Kind == TokenKind.Pipe)
        {
            OpenLinkPart(_tokens[i].End, i);
            return i + 1;
        }

        Close(_tokens[i + 1].End);
        return i + 2;
    }

    private void OpenLinkPart(int start, int pipe)
    {
        var file = _tree[_open[_depth - 1].Node].Kind == NodeKind.File;
        var link = pipe;
        while (_tokens[link].Start > _tree[_open[_depth - 1].Node].Start) link--;
        Open(_tree.Add(file ? NodeKind.FileOption : NodeKind.LinkText, start, start), _tokens[link].Match);
    }

    /// <summary>A pipe between a file's options ends one and starts the next; elsewhere it is text.</summary>
    private int BuildPipe(int i, int start, int end)
    {
        if (_tree[_open[_depth - 1].Node].Kind == NodeKind.FileOption)
        {
            var (close, bracket) = (_open[_depth - 1].Close, _open[_depth - 1].Bracket);
            Close(start);
            Open(_tree.Add(NodeKind.FileOption, end, end), close);
            _open[_depth - 1].Bracket = bracket;
        }
        else if (_tokens[i].Node != 0)
        {
            Append(_tokens[i].Node);
        }
        else
        {
            AppendText(start, end);
        }

        return i + 1;
    }
}
