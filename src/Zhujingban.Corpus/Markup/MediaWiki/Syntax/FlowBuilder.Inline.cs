using Zhujingban.Corpus.Markup.MediaWiki.Site;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>What stands on a line: text, links, addresses, and the nodes that are made already.</summary>
internal sealed partial class FlowBuilder
{
    /// <summary>The closing bracket that the last search for the end of an external link found, and where it started.</summary>
    private (int From, int Close) _nextBracket;

    private void BuildInline(int from, int to, int until = int.MaxValue)
    {
        var depth = _depth;
        _nextBracket = (int.MaxValue, -1);
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
            var close = _open[_depth - 1].Close;
            Close(start);
            Open(_tree.Add(NodeKind.FileOption, end, end), close);
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

    /// <summary>The token that closes an external link whose bracket stands here; 0 when this is none.</summary>
    private int ExternalLinkEnd(int i, int to)
    {
        if (i + 1 >= to || _tokens[i + 1].Start != _tokens[i].End || Inside(NodeKind.LinkText) || Inside(NodeKind.LinkTarget)) return 0;
        var start = _tokens[i].End;
        var scheme = _tokens[i + 1].Kind == TokenKind.Scheme
            || (_tokens[i + 1].Kind == TokenKind.Text && _tree.Source.AsSpan(start).StartsWith("//"));
        if (!scheme) return 0;
        var behind = TokenBehindAddress(i + 1, to, out var end);
        if (behind <= i || end == (_tokens[i + 1].Kind == TokenKind.Scheme ? _tokens[i + 1].End : start + 2)) return 0;
        return NextBracket(i + 1, to);
    }

    /// <summary>The next closing bracket of the line that belongs to no link; 0 without one. Searches from left to right share their work.</summary>
    private int NextBracket(int from, int to)
    {
        if (from >= _nextBracket.From && (_nextBracket.Close < 0 || _nextBracket.Close >= from)) return Math.Max(_nextBracket.Close, 0);
        var i = from;
        while (i < to && _tokens[i].Kind is not (TokenKind.CloseBracket or TokenKind.Newline))
            i = _tokens[i].Kind == TokenKind.OpenBracket && _tokens[i].Match > i && _tokens.IsPair(i, TokenKind.OpenBracket) ? _tokens[i].Match + 2 : i + 1;
        var found = i < to && _tokens[i].Kind == TokenKind.CloseBracket && _tokens[i].Match < 0 ? i : -1;
        _nextBracket = (from, found);
        return Math.Max(found, 0);
    }

    private bool Inside(NodeKind kind) => _tree[_open[_depth - 1].Node].Kind == kind;

    private int OpenExternalLink(int i, int close)
    {
        var behind = TokenBehindAddress(i + 1, close, out var end);
        var node = _tree.Add(NodeKind.ExternalLink, _tokens[i].Start, _tokens[i].Start);
        _tree[node].Mark = end;
        Open(node, close);
        for (var token = i + 1; token < behind; token++)
        {
            if (_tokens[token].Node != 0 && _tokens[token].Kind != TokenKind.HtmlTag) Append(_tokens[token].Node);
        }

        _from = end;
        return behind;
    }

    /// <summary>An address in running text; inside other links it is text.</summary>
    private int BuildAddress(int i, int to)
    {
        var start = Math.Max(_from, _tokens[i].Start);
        var behind = TokenBehindAddress(i, to, out var end, bare: true);
        if (Inside(NodeKind.LinkText) || Inside(NodeKind.ExternalLink) || Inside(NodeKind.LinkTarget) || end <= _tokens[i].End)
        {
            AppendText(start, _tokens[i].End);
            return i + 1;
        }

        var node = _tree.Add(NodeKind.BareUrl, start, end);
        Open(node, -1);
        for (var token = i; token < behind || (token < to && _tokens[token].Start < end); token++)
        {
            var (from, until) = (_tokens[token].Start, Math.Min(_tokens[token].End, end));
            if (_tokens[token].Kind == TokenKind.Entity) Append(_tree.Add(NodeKind.Entity, from, until));
            else if (_tokens[token].Node != 0) Append(_tokens[token].Node);
            else AppendText(from, until);
        }

        Close(end);
        _from = end;
        return behind;
    }

    /// <summary>The first token with characters behind the address that starts at a token, and where the address ends.</summary>
    private int TokenBehindAddress(int i, int to, out int end, bool bare = false)
    {
        end = _tokens[i].Start;
        for (; i < to; i++)
        {
            ref var token = ref _tokens[i];
            if (token.Kind is TokenKind.Text)
            {
                var length = UrlSchemes.AddressLength(_tokens.TextOf(i));
                end = token.Start + length;
                if (length < token.Length) return i;
                continue;
            }

            var part = token.Kind is TokenKind.Scheme or TokenKind.Bangs or TokenKind.Transparent || (token.Kind == TokenKind.Pipe && _open[_depth - 1].Close != i && !Inside(NodeKind.FileOption))
                || (token.Kind == TokenKind.Entity && !EndsAddress(i)) || (!bare && token.Kind == TokenKind.Hidden && IsExpanded(token.Node));
            if (!part) return i;
            end = token.End;
        }

        return to;
    }

    private bool IsExpanded(int node) => _tree[node].Kind is NodeKind.Template or NodeKind.Parameter;

    private bool EndsAddress(int token) => Entities.Decode(_tokens.TextOf(token)) is "<" or ">" or "\u00A0";
}
