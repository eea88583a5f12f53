using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>A term as typed.</summary>
/// <param name="Text">The term, without its quotation marks.</param>
/// <param name="IsQuoted">True for a phrase in quotation marks.</param>
internal readonly record struct TypedTerm(string Text, bool IsQuoted);

/// <summary>
/// Cuts a query into terms:
/// <code>
/// query  = { white space | phrase | term }
/// phrase = quote { any character but a quote } quote        quote = " ＂ “ ” „ ‟, at the start of a term only
/// term   = { document number | 第 number counter | any character but white space }
/// </code>
/// A quotation mark inside a term is a character of it, and so is one without its pair, which is noted.
/// </summary>
internal static class QueryLexer
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"＂“”„‟");

    /// <summary>The terms, in order.</summary>
    public static List<TypedTerm> Cut(string query, List<string> notes)
    {
        var numbers = FindNumbers(query);
        var terms = new List<TypedTerm>();
        for (var at = 0; at < query.Length;)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
                continue;
            }

            var closing = Quotes.Contains(query[at]) ? query.AsSpan(at + 1).IndexOfAny(Quotes) : -1;
            if (closing >= 0)
            {
                terms.Add(new TypedTerm(query.Substring(at + 1, closing), IsQuoted: true));
                at += closing + 2;
                continue;
            }

            if (Quotes.Contains(query[at])) notes.Add("a quotation mark without its pair is read as a character");
            var end = EndOfTerm(query, at, numbers);
            terms.Add(new TypedTerm(query[at..end], IsQuoted: false));
            at = end;
        }

        return terms;
    }

    private static int EndOfTerm(string query, int at, List<TextSpan> numbers)
    {
        for (; at < query.Length && !char.IsWhiteSpace(query[at]); at++)
        {
            foreach (var number in numbers)
            {
                if (number.Start == at) at = number.End - 1;
            }
        }

        return at;
    }

    /// <summary>Document numbers from their brackets on, and 第 12 条: white space inside one does not end the term.</summary>
    private static List<TextSpan> FindNumbers(string query)
    {
        var folded = TextFolding.Fold(query);
        var found = new List<TextSpan>();
        for (var at = 0; at < folded.Text.Length; at++)
        {
            var end = folded.Text[at] == '第'
                ? OrdinalNumbers.Match(folded.Text, at + 1, out _, out _)
                : DocumentNumbers.Match(folded.Text, at, out _, out _);
            if (end < 0) continue;
            var spans = folded.SourceSpans(new TextSpan(at, end));
            found.Add(new TextSpan(spans[0].Start, spans[^1].End));
        }

        return found;
    }
}
