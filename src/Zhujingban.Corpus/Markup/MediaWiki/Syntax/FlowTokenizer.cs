using System.Buffers;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>Cuts a flow into tokens: the nodes that the preprocessor found, and between them text and the marks of all later passes.</summary>
/// <param name="tree">The tree that the flow belongs to.</param>
/// <param name="tokens">Where the tokens go.</param>
internal sealed class FlowTokenizer(WikiTree tree, TokenList tokens)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("<[]|'\n&_:!");
    private readonly string _source = tree.Source;
    private int _end;

    /// <summary>The next hidden node, or 0.</summary>
    private int _hidden;

    /// <summary>True when something in the flow may open a table.</summary>
    public bool MayHoldTable { get; private set; }

    public void Run(int flow)
    {
        tokens.Clear();
        MayHoldTable = false;
        var at = tree[flow].Start;
        _end = tree[flow].End;
        _hidden = tree[flow].FirstChild;
        while (at < _end)
        {
            var until = _hidden == 0 ? _end : tree[_hidden].Start;
            at = at < until ? TakeText(at, until) : TakeHidden();
        }
    }

    private int TakeHidden()
    {
        var node = _hidden;
        _hidden = tree[node].NextSibling;
        ref var hidden = ref tree[node];
        if (hidden.Kind is NodeKind.Comment or NodeKind.Transclusion) tokens.Add(TokenKind.Transparent, hidden.Start, hidden.End, node);
        else if (IsPipeTemplate(ref hidden)) AddPipe(hidden.Start, hidden.End, node);
        else tokens.Add(TokenKind.Hidden, hidden.Start, hidden.End, node);
        return hidden.End;
    }

    /// <summary><c>{{!}}</c> is a pipe wherever a pipe means something.</summary>
    private bool IsPipeTemplate(ref WikiNode node) =>
        node.Kind == NodeKind.Template && node.End - node.Start == 5 && _source[node.Start + 2] == '!';

    private void AddPipe(int start, int end, int node)
    {
        MayHoldTable |= start > 0 && _source[start - 1] == '{';
        tokens.Add(TokenKind.Pipe, start, end, node);
    }

    private int TakeText(int at, int until)
    {
        while (at < until)
        {
            var step = _source.AsSpan(at, until - at).IndexOfAny(Marks);
            if (step < 0)
            {
                tokens.AddText(at, until);
                return until;
            }

            tokens.AddText(at, at + step);
            at = TakeMark(at + step, until);
            until = _hidden == 0 ? _end : tree[_hidden].Start;
        }

        return at;
    }

    private int TakeMark(int at, int until)
    {
        switch (_source[at])
        {
            case '\n':
                tokens.Add(TokenKind.Newline, at, at + 1);
                return at + 1;
            case '[':
                tokens.Add(TokenKind.OpenBracket, at, at + 1);
                return at + 1;
            case ']':
                tokens.Add(TokenKind.CloseBracket, at, at + 1);
                return at + 1;
            case '|':
                AddPipe(at, at + 1, 0);
                return at + 1;
            case '<':
                return TakeHtmlTag(at);
            case '&':
                return AddOrText(TokenKind.Entity, at, Entities.Length(_source.AsSpan(at, until - at)));
            case ':':
                return TakeColon(at, until);
            case '_':
                return AddOrText(TokenKind.Switch, at, BehaviorSwitches.Length(_source.AsSpan(at, until - at)));
            default:
                return TakeRun(_source[at], at, until);
        }
    }

    private int AddOrText(TokenKind kind, int at, int length)
    {
        if (length > 0) tokens.Add(kind, at, at + length);
        else tokens.AddText(at, at + 1);
        return at + Math.Max(length, 1);
    }

    private int TakeRun(char c, int at, int until)
    {
        var length = _source.AsSpan(at, until - at).IndexOfAnyExcept(c);
        if (length < 0) length = until - at;
        if (length == 1) tokens.AddText(at, at + 1);
        else if (c == '\'') tokens.Add(TokenKind.Quotes, at, at + length);
        else TakeBangs(at, length);
        return at + length;
    }

    private void TakeBangs(int at, int length)
    {
        for (var i = 0; i + 1 < length; i += 2) tokens.Add(TokenKind.Bangs, at + i, at + i + 2);
        if (length % 2 != 0) tokens.AddText(at + length - 1, at + length);
    }

    /// <summary>A colon may end a scheme: then the scheme is cut off the text before it.</summary>
    private int TakeColon(int at, int until)
    {
        if (tokens.Count > 0 && tokens[tokens.Count - 1].Kind == TokenKind.Text)
        {
            ref var text = ref tokens[tokens.Count - 1];
            var scheme = UrlSchemes.LengthBefore(_source, text.Start, at, until, out var end);
            if (scheme > 0)
            {
                text.End -= scheme;
                end += UrlSchemes.BracketedHostLength(_source.AsSpan(end, until - end));
                if (text.Length == 0) tokens[tokens.Count - 1] = new Token { Kind = TokenKind.Scheme, Start = at - scheme, End = end, Match = -1 };
                else tokens.Add(TokenKind.Scheme, at - scheme, end);
                return end;
            }
        }

        tokens.AddText(at, at + 1);
        return at + 1;
    }

    /// <summary>A tag reaches over hidden nodes to the first <c>&gt;</c>, but not over another <c>&lt;</c>.</summary>
    private int TakeHtmlTag(int at)
    {
        var number = HtmlTagSyntax.Recognize(_source.AsSpan(at, _end - at), out var nameEnd, out var closing);
        var tagEnd = number < 0 ? -1 : FindTagEnd(at + nameEnd, out _);
        if (tagEnd < 0 || !HtmlTagSyntax.IsAllowed(number, _source.AsSpan(at, tagEnd - at)))
        {
            tokens.AddText(at, at + 1);
            return at + 1;
        }

        var node = tree.Add(NodeKind.HtmlTag, at, tagEnd);
        tree[node].Data = (ushort)number;
        tree[node].Mark = at + nameEnd;
        tree[node].Flags = closing ? NodeFlags.Closing
            : HtmlTag.Of(number).Void || _source[tagEnd - 2] == '/' ? NodeFlags.SelfClosing : NodeFlags.None;
        var inside = default(ChildList);
        while (_hidden != 0 && tree[_hidden].Start < tagEnd)
        {
            var next = tree[_hidden].NextSibling;
            tree.Append(ref inside, _hidden);
            _hidden = next;
        }

        tree[node].FirstChild = inside.First;
        tokens.Add(TokenKind.HtmlTag, at, tagEnd, node);
        return tagEnd;
    }

    private int FindTagEnd(int at, out int hidden)
    {
        hidden = _hidden;
        while (at < _end)
        {
            var until = hidden == 0 ? _end : tree[hidden].Start;
            var step = _source.AsSpan(at, until - at).IndexOfAny('<', '>');
            if (step >= 0) return _source[at + step] == '>' ? at + step + 1 : -1;
            if (hidden == 0) return -1;
            at = tree[hidden].End;
            hidden = tree[hidden].NextSibling;
        }

        return -1;
    }
}
