using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>External links and addresses in running text.</summary>
internal sealed partial class FlowBuilder
{
    /// <summary>The token that closes an external link whose bracket stands here; 0 when this is none.</summary>
    private int ExternalLinkEnd(int i, int to)
    {
        if (i + 1 >= to || _tokens[i + 1].Start != _tokens[i].End) return 0;
        var start = _tokens[i].End;
        var scheme = _tokens[i + 1].Kind == TokenKind.Scheme
            || (_tokens[i + 1].Kind == TokenKind.Text && _tree.Source.AsSpan(start).StartsWith("//"));
        if (!scheme) return 0;
        if (InsideLink())
        {
            _givenUp.NestedLink(new TextSpan(_tokens[i].Start, _tokens[i].End));
            return 0;
        }

        var behind = TokenBehindAddress(i + 1, to, out var end);
        var address = new TextSpan(_tokens[i].Start, end);
        if (behind <= i || (end == (_tokens[i + 1].Kind == TokenKind.Scheme ? _tokens[i + 1].End : start + 2) && _tree.Source[end - 1] != ']'))
        {
            _givenUp.EmptyAddress(address);
            return 0;
        }

        var close = NextBracket(i + 1, to);
        if (close == 0) _givenUp.ExternalLink(address);
        return close;
    }

    /// <summary>
    /// The next closing bracket of the line that belongs to no link; 0 without one. Searches from left to right inside the same node
    /// share their work.
    /// </summary>
    private int NextBracket(int from, int to)
    {
        ref var known = ref _open[_depth - 1].Bracket;
        if (from >= known.From && from <= known.Stop) return known.Found;
        var i = from;
        while (i < to && _tokens[i].Kind is not (TokenKind.CloseBracket or TokenKind.Newline))
            i = _tokens[i].Kind == TokenKind.OpenBracket && _tokens[i].Match > i && _tokens.IsPair(i, TokenKind.OpenBracket) ? _tokens[i].Match + 2 : i + 1;
        var found = i < to && _tokens[i].Kind == TokenKind.CloseBracket && _tokens[i].Match < 0 ? i : 0;
        known = (from, i, found);
        return found;
    }

    /// <summary>True where addresses are text: a link, inside or external, holds no external link.</summary>
    private bool InsideLink() => _tree[_open[_depth - 1].Node].Kind is NodeKind.LinkText or NodeKind.LinkTarget or NodeKind.ExternalLink;

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
        while (_from < _tokens[close].Start && _tree.Source[_from] is ' ' or '\t') _from++;
        return behind;
    }

    /// <summary>An address in running text; inside other links it is text.</summary>
    private int BuildAddress(int i, int to)
    {
        var start = Math.Max(_from, _tokens[i].Start);
        var (behind, end) = (i, _tokens[i].End);
        if (!InsideLink())
        {
            behind = TokenBehindAddress(i, to, out end, bare: true);
            TrimAddress(start, ref behind, ref end);
        }

        if (end <= _tokens[i].End && _tree.Source[end - 1] != ']')
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

    /// <summary>Gives the punctuation that an address ends with back to the text.</summary>
    private void TrimAddress(int start, ref int behind, ref int end)
    {
        var last = behind < _tokens.Count && _tokens[behind].Start < end ? behind : behind - 1;
        if (_tokens[last].Kind is not (TokenKind.Text or TokenKind.Bangs) || end <= start) return;
        var kept = Math.Max(_tokens[last].Start, start + UrlSchemes.LengthWithoutPunctuation(_tree.Source.AsSpan(start, end - start)));
        if (kept >= end) return;
        (behind, end) = (last, kept);
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
