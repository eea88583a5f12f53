namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>
/// The second pass: makes the nodes of a flow from its tokens, tables first, then lines, then what stands on a line. Open
/// nodes are kept on a stack of its own, so depth costs no call stack.
/// </summary>
internal sealed partial class FlowBuilder : IDisposable
{
    private const int LongestFirstLine = 4096;
    private readonly WikiTree _tree;
    private readonly GivenUp _givenUp;
    private readonly TokenList _tokens;
    private readonly FlowTokenizer _tokenizer;
    private readonly TableScanner _tables;
    private readonly LinkPairing _links;
    private readonly QuoteBalance _quotes;
    private OpenNode[] _open = new OpenNode[32];
    private int _depth;
    private bool _indents;

    /// <summary>Where the next token's unread characters start.</summary>
    private int _from;

    public FlowBuilder(WikiTree tree, GivenUp givenUp)
    {
        _tree = tree;
        _givenUp = givenUp;
        _tokens = new TokenList(tree.Source);
        _tokenizer = new FlowTokenizer(tree, _tokens);
        _tables = new TableScanner(_tokens, givenUp);
        _links = new LinkPairing(tree, _tokens, givenUp);
        _quotes = new QuoteBalance(_tokens, givenUp);
    }

    private struct OpenNode
    {
        public int Node;
        public ChildList Children;

        /// <summary>The token that closes it, or -1.</summary>
        public int Close;

        /// <summary>The last search for the end of an external link: its first token, the token it stopped at, and the bracket or 0.</summary>
        public (int From, int Stop, int Found) Bracket;
    }

    /// <summary>Replaces the children of a flow, which are the nodes of the first pass, by all of its nodes.</summary>
    public void Run(int flow)
    {
        _tokenizer.Run(flow);
        (_depth, _from, _indents) = (0, _tree[flow].Start, _tree[flow].Kind is NodeKind.Page or NodeKind.ExtensionBody);
        Open(flow, -1);
        if (_tokens.Count == 1 && _tokens[0].Kind == TokenKind.Text && !StartsLikeLine(_tokens[0].Start, _tokens[0].End)) AppendText(_tokens[0].Start, _tokens[0].End);
        else if (_tokens.Count > 0) Build(flow);
        while (_depth > 0) Close(_tree[flow].End);
    }

    public void Dispose()
    {
        _tables.Dispose();
        _tokens.Dispose();
    }

    private void Build(int flow)
    {
        var marks = _tokenizer.MayHoldTable ? _tables.Run() : [];
        _links.Run();
        _quotes.Run();
        if (_tree[flow] is { Kind: NodeKind.ExtensionBody } body && ExtensionTag.Of(body.Data).Body == ExtensionBodyKind.Gallery)
        {
            BuildGallery();
            return;
        }

        var from = 0;
        var startsLine = _tree[flow].Kind == NodeKind.Page || HoldsLines(flow);
        foreach (var mark in marks)
        {
            BuildLines(from, mark.Token, startsLine);
            from = TakeMark(mark);
            startsLine = mark.Kind is TableMarkKind.Open or TableMarkKind.Row;
        }

        BuildLines(from, _tokens.Count, startsLine);
    }

    /// <summary>A value of one line is a phrase, whatever it starts with.</summary>
    private bool HoldsLines(int flow)
    {
        var text = _tree.TextOf(flow);
        if (text.Length == 0 || text[0] == '\n') return true;
        return StartsLikeLine(_tree[flow].Start, _tree[flow].End) && text[..Math.Min(text.Length, LongestFirstLine)].TrimEnd().Contains('\n');
    }

    private bool StartsLikeLine(int start, int end) => start < end && _tree.Source[start] is '*' or '#' or ':' or ';' or '=' or '-' or ' ';

    private void BuildLines(int from, int to, bool startsLine)
    {
        while (from < to)
        {
            var end = Math.Min(_tokens.LineEnd(from, to), to);
            if (startsLine) BuildLine(from, end);
            else BuildInline(from, end);
            if (end < to)
            {
                Append(NodeKind.Newline, end);
                end++;
            }

            from = end;
            startsLine = true;
        }
    }

    private void BuildLine(int from, int to)
    {
        var lead = from;
        while (lead < to && _tokens[lead].Kind == TokenKind.Transparent) lead++;
        if (IsOnlyComments(from, to))
        {
            BuildBlankedLine(from, to);
            return;
        }

        if (lead == to || _tokens[lead].Kind != TokenKind.Text || Math.Max(_from, _tokens[lead].Start) >= _tokens[lead].End)
        {
            BuildInline(from, to);
            return;
        }

        BuildInline(from, lead);
        var start = Math.Max(_from, _tokens[lead].Start);
        var first = _tree.Source[start];
        if (first == '=' && BuildHeading(lead, to)) return;
        if (first is '*' or '#' or ':' or ';') BuildListItem(lead, to, start);
        else if (first == '-') BuildRule(lead, to, start);
        else if (first == ' ' && _indents) BuildIndented(lead, to, start);
        else BuildInline(lead, to);
    }

    private void BuildIndented(int lead, int to, int start)
    {
        if (to - lead > 1 || !_tokens.IsBlank(lead))
        {
            Append(_tree.Add(NodeKind.Indent, start, start + 1));
            _from = start + 1;
        }

        BuildInline(lead, to);
    }

    private void BuildRule(int lead, int to, int start)
    {
        var dashes = _tree.Source.AsSpan(start, _tokens[lead].End - start).IndexOfAnyExcept('-');
        if (dashes < 0) dashes = _tokens[lead].End - start;
        if (dashes >= 4)
        {
            Append(_tree.Add(NodeKind.HorizontalRule, start, start + dashes));
            _from = start + dashes;
        }

        BuildInline(lead, to);
    }

    private bool IsOnlyComments(int from, int to)
    {
        var comments = false;
        for (; from < to; from++)
        {
            if (_tokens[from].Kind == TokenKind.Transparent && _tree[_tokens[from].Node].Kind == NodeKind.Comment) comments = true;
            else if (!_tokens.IsBlank(from)) return false;
        }

        return comments;
    }

    /// <summary>A line of comments alone is as if it were not there: its line break goes with it.</summary>
    private void BuildBlankedLine(int from, int to)
    {
        for (; from < to; from++)
        {
            if (_tokens[from].Kind == TokenKind.Transparent) Append(_tokens[from].Node);
            else Append(_tree.Add(NodeKind.BlankedLine, Math.Max(_from, _tokens[from].Start), _tokens[from].End));
        }

        if (to < _tokens.Count && _tokens[to].Kind == TokenKind.Newline) _tokens[to].Match = 0;
    }

    private void Append(NodeKind kind, int token) => Append(_tree.Add(
        kind == NodeKind.Newline && _tokens[token].Match == 0 ? NodeKind.BlankedLine : kind, _tokens[token].Start, _tokens[token].End));

    private void Append(int node) => _tree.Append(ref _open[_depth - 1].Children, node);

    private void AppendText(int start, int end) => _tree.AppendText(ref _open[_depth - 1].Children, start, end);

    private void Open(int node, int close)
    {
        if (_depth == _open.Length) Array.Resize(ref _open, _depth * 2);
        _open[_depth++] = new OpenNode { Node = node, Close = close };
    }

    /// <summary>Ends the innermost open node; the flow itself keeps its span.</summary>
    private void Close(int end)
    {
        ref var open = ref _open[--_depth];
        _tree[open.Node].FirstChild = open.Children.First;
        if (_depth == 0) return;
        _tree[open.Node].End = end;
        Append(open.Node);
    }
}
