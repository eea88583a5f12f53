using System.Buffers;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>The characters that mean something in a query, in half and full width.</summary>
internal static class QueryCharacters
{
    private const char FullWidthFirst = '！';
    private const char FullWidthLast = '～';
    private const char MinusSign = '\u2212';

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"＂“”„‟");

    /// <summary>True for a quotation mark, opening or closing.</summary>
    public static bool IsQuote(char c) => Quotes.Contains(c);

    /// <summary>Where the next quotation mark stands from a place on; -1 when there is none.</summary>
    public static int NextQuote(string query, int at)
    {
        var next = query.AsSpan(at).IndexOfAny(Quotes);
        return next < 0 ? -1 : at + next;
    }

    /// <summary>A character in half width.</summary>
    public static char Narrow(char c) => c switch
    {
        >= FullWidthFirst and <= FullWidthLast => (char)(c - FullWidthFirst + '!'),
        MinusSign => '-',
        _ => c,
    };

    /// <summary>A text in half width.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++) narrow[i] = Narrow(wide[i]);
    });
}
