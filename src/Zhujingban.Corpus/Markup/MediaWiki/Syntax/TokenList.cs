using System.Buffers;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>The tokens of the flow that is being read; one list serves a whole page.</summary>
internal sealed class TokenList(string source) : IDisposable
{
    private Token[] _tokens = ArrayPool<Token>.Shared.Rent(1024);

    public string Source { get; } = source;

    public int Count { get; private set; }

    public ref Token this[int token] => ref _tokens[token];

    public void Clear() => Count = 0;

    public void Add(TokenKind kind, int start, int end, int node = 0)
    {
        if (Count == _tokens.Length) Grow();
        _tokens[Count++] = new Token { Kind = kind, Start = start, End = end, Node = node, Match = -1 };
    }

    /// <summary>Adds characters that are themselves, to the last token where that is text and ends here.</summary>
    public void AddText(int start, int end)
    {
        if (start >= end) return;
        if (Count > 0 && _tokens[Count - 1].Kind == TokenKind.Text && _tokens[Count - 1].End == start) _tokens[Count - 1].End = end;
        else Add(TokenKind.Text, start, end);
    }

    public ReadOnlySpan<char> TextOf(int token) => Source.AsSpan(_tokens[token].Start, _tokens[token].Length);

    /// <summary>True when two brackets of one kind stand side by side at a token.</summary>
    public bool IsPair(int token, TokenKind kind) =>
        token + 1 < Count && _tokens[token].Kind == kind && _tokens[token + 1].Kind == kind && _tokens[token].End == _tokens[token + 1].Start;

    /// <summary>The first token of <c>[from, to)</c> that is a line break outside of links; <paramref name="to"/> without one.</summary>
    public int LineEnd(int from, int to)
    {
        while (from < to)
        {
            ref var token = ref _tokens[from];
            if (token.Kind == TokenKind.Newline) return from;
            from = token.Kind == TokenKind.OpenBracket && token.Match > from && IsPair(from, TokenKind.OpenBracket) ? token.Match + 2 : from + 1;
        }

        return to;
    }

    public bool IsBlank(int token) => _tokens[token].Kind == TokenKind.Text && TextOf(token).IsWhiteSpace();

    public void Dispose()
    {
        ArrayPool<Token>.Shared.Return(_tokens);
        _tokens = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<Token>.Shared.Rent(_tokens.Length * 2);
        Array.Copy(_tokens, larger, Count);
        ArrayPool<Token>.Shared.Return(_tokens);
        _tokens = larger;
    }
}
