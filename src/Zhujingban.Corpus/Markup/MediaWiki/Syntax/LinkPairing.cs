using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Site;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>
/// Pairs the double brackets of links. A link's text ends at the first <c>]]</c> and holds no other link; only a file's options
/// do. Brackets around something that cannot be a title stay text.
/// </summary>
internal sealed class LinkPairing(WikiTree tree, TokenList tokens, GivenUp givenUp)
{
    private static readonly SearchValues<char> NotInTitle = SearchValues.Create("\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\n\u000b\u000c\r"
        + "\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f<>[]{}|");

    private readonly List<(int Token, bool File)> _open = [];

    /// <summary>The last bracket of the run of closing brackets that was last looked at.</summary>
    private int _runEnd;

    public void Run()
    {
        _open.Clear();
        _runEnd = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Boundary) GiveUp(files: true);
            if (tokens.IsPair(i, TokenKind.OpenBracket))
            {
                GiveUp(files: false);
                _open.Add((i, IsFile(i + 2)));
                i++;
            }
            else if (_open.Count > 0 && tokens.IsPair(i, TokenKind.CloseBracket))
            {
                i = Close(_open[^1].Token, i);
                _open.RemoveAt(_open.Count - 1);
            }
        }

        GiveUp(files: true);
    }

    /// <summary>Takes the innermost brackets that are open as text, up to those of a file or all of them.</summary>
    private void GiveUp(bool files)
    {
        for (; _open.Count > 0 && (files || !_open[^1].File); _open.RemoveAt(_open.Count - 1))
            givenUp.Link(new TextSpan(tokens[_open[^1].Token].Start, tokens[_open[^1].Token + 1].End));
    }

    /// <summary>Pairs the brackets if they make a link; gives the last token that is done with.</summary>
    private int Close(int open, int close)
    {
        var pipe = -1;
        var bracket = false;
        for (var i = open + 2; i < close && pipe < 0; i++)
        {
            if (tokens[i].Kind == TokenKind.Pipe) pipe = i;
            else if (!MayStandInTarget(i)) return GiveUp(open, close);
        }

        var end = pipe < 0 ? tokens[close].Start : tokens[pipe].Start;
        if (!LinkTitle.IsTarget(tree.Source.AsSpan(tokens[open + 1].End, end - tokens[open + 1].End))) return GiveUp(open, close);
        for (var i = pipe + 1; pipe >= 0 && i < close && !bracket; i++) bracket = tokens[i].Kind == TokenKind.OpenBracket;
        if (bracket && RunBehind(close) % 2 == 1) close++;
        tokens[open].Match = close;
        tokens[close].Match = open;
        tokens[open + 1].Match = pipe;
        return close + 1;
    }

    private int GiveUp(int open, int close)
    {
        givenUp.LinkTarget(new TextSpan(tokens[open].Start, tokens[close + 1].End));
        return close + 1;
    }

    /// <summary>The number of brackets that follow each other here: of an odd number the first belongs to the text.</summary>
    private int RunBehind(int close)
    {
        if (close > _runEnd) _runEnd = close;
        while (tokens.IsPair(_runEnd, TokenKind.CloseBracket)) _runEnd++;
        return _runEnd - close + 1;
    }

    private bool MayStandInTarget(int token) => tokens[token].Kind switch
    {
        TokenKind.Text => !tokens.TextOf(token).ContainsAny(NotInTitle),
        TokenKind.Hidden => tree[tokens[token].Node].Kind != NodeKind.Extension,
        TokenKind.Newline or TokenKind.HtmlTag or TokenKind.OpenBracket or TokenKind.CloseBracket => false,
        _ => true,
    };

    private bool IsFile(int token)
    {
        if (token >= tokens.Count || tokens[token].Kind != TokenKind.Text) return false;
        var text = tokens.TextOf(token);
        var colon = text.IndexOf(':');
        return colon > 0 && Namespaces.Find(text[..colon]) == Namespace.File;
    }
}
