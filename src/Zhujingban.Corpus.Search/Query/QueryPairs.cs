namespace Zhujingban.Corpus.Search.Query;

/// <summary>
/// Says which marks of a query belong together: quotation marks at the start of terms, and parentheses outside phrases and references. A
/// backslash in a phrase takes its meaning from a quotation mark or backslash behind it.
/// </summary>
internal sealed class QueryPairs
{
    private readonly string _query;
    private readonly bool _isCut;
    private readonly Dictionary<int, int> _parentheses = [];

    /// <summary>Pairs the parentheses of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="isCut">True when there was more of it: what is open at its end is closed there.</param>
    /// <param name="references">Where its references start and end.</param>
    /// <param name="notes">Takes what has no pair.</param>
    public QueryPairs(string query, bool isCut, IReadOnlyDictionary<int, int> references, QueryNotes notes)
    {
        (_query, _isCut) = (query, isCut);
        var open = new Stack<int>();
        var hasOddOne = false;
        var startsTerm = true;
        for (var at = 0; at < _query.Length; at++)
        {
            var c = QueryCharacters.Narrow(_query[at]);
            var skipped = startsTerm && QueryCharacters.IsQuote(_query[at]) && ClosingQuote(at) is >= 0 and var closing ? closing
                : references.TryGetValue(at, out var behind) ? behind - 1 : at;
            startsTerm = skipped == at ? char.IsWhiteSpace(c) || c is '(' or '-' or ':' : QueryCharacters.IsQuote(_query[at]);
            if (skipped > at) at = skipped;
            else if (c == '(') open.Push(at);
            else if (c == ')' && open.Count > 0) _parentheses[open.Pop()] = at;
            else if (c == ')') hasOddOne = true;
        }

        if (hasOddOne || (open.Count > 0 && !_isCut)) notes.Add("a parenthesis without its pair is read as a character");
        foreach (var unclosed in open.Where(_ => _isCut)) _parentheses[unclosed] = _query.Length;
    }

    /// <summary>Finds the parenthesis that closes one.</summary>
    public bool TryClose(int opening, out int closing) => _parentheses.TryGetValue(opening, out closing);

    /// <summary>The quotation mark that closes a phrase; -1 when none does.</summary>
    public int ClosingQuote(int opening)
    {
        for (var at = opening + 1; at < _query.Length; at += IsEscape(_query, at) ? 2 : 1)
        {
            if (QueryCharacters.IsQuote(_query[at])) return at;
        }

        // In "C:\" the backslash is one that nobody meant to take the quotation mark's meaning away.
        var any = QueryCharacters.NextQuote(_query, opening + 1);
        return any < 0 && _isCut ? _query.Length : any;
    }

    /// <summary>What stands between quotation marks, as it is meant.</summary>
    public static string Unescape(string phrase)
    {
        if (!phrase.AsSpan().ContainsAny('\\', '＼')) return phrase;
        var meant = new System.Text.StringBuilder(phrase.Length);
        for (var at = 0; at < phrase.Length; at++)
        {
            if (IsEscape(phrase, at)) at++;
            meant.Append(phrase[at]);
        }

        return meant.ToString();
    }

    /// <summary>A text as it is written between quotation marks.</summary>
    public static string Escape(string text)
    {
        var written = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsEscaped(c)) written.Append('\\');
            written.Append(c);
        }

        return written.ToString();
    }

    private static bool IsEscape(string text, int at) => IsBackslash(text[at]) && at + 1 < text.Length && IsEscaped(text[at + 1]);

    private static bool IsEscaped(char c) => QueryCharacters.IsQuote(c) || IsBackslash(c);

    private static bool IsBackslash(char c) => c is '\\' or '＼';
}
