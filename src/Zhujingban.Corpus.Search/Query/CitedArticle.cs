using Zhujingban.Corpus.Search.Analysis;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Finds an article as it is cited: <c>《公司法》第十二条</c>, also <c>《刑法》第120条之一第二款第（三）项</c>.</summary>
/// <param name="Title">The title, between its marks.</param>
/// <param name="Article">The article's number: 第十二条.</param>
/// <param name="End">The place behind; what is cited below the article is part of the citation.</param>
internal readonly record struct CitedArticle(Range Title, Range Article, int End)
{
    private const char Opening = '《';
    private const char Closing = '》';

    /// <summary>Reads a citation at a place of a folded text; null when there is none.</summary>
    public static CitedArticle? Match(ReadOnlySpan<char> folded, int at)
    {
        if (at >= folded.Length || folded[at] != Opening) return null;
        var closing = ClosingOf(folded, at);
        if (closing < 0) return null;
        var start = DocumentNumbers.SkipSpace(folded, closing + 1);
        var end = Ordinal(folded, start, "条");
        if (end < 0) return null;
        if (end < folded.Length && folded[end] == '之' && ChineseNumerals.Read(folded[(end + 1)..], out _) is > 0 and var branch) end += 1 + branch;
        var article = start..end;
        for (var below = end; below >= 0; below = Ordinal(folded, DocumentNumbers.SkipSpace(folded, below), "款项目")) end = below;
        return new CitedArticle((at + 1)..closing, article, end);
    }

    /// <summary>The mark that closes a title; titles hold titles.</summary>
    private static int ClosingOf(ReadOnlySpan<char> folded, int at)
    {
        for (var depth = 0; at < folded.Length; at++)
        {
            if (folded[at] == Opening) depth++;
            if (folded[at] == Closing && --depth == 0) return at;
        }

        return -1;
    }

    /// <summary>The place behind 第十二条, 第（三）项; -1 when no such stands there.</summary>
    private static int Ordinal(ReadOnlySpan<char> folded, int at, string counters)
    {
        if (at >= folded.Length || folded[at] != '第') return -1;
        at = DocumentNumbers.SkipSpace(folded, at + 1);
        var isBracketed = at < folded.Length && folded[at] == '(';
        if (isBracketed) at++;
        var length = ChineseNumerals.Read(folded[at..], out _);
        if (length == 0) return -1;
        at += length;
        if (isBracketed && (at >= folded.Length || folded[at++] != ')')) return -1;
        at = DocumentNumbers.SkipSpace(folded, at);
        return at < folded.Length && counters.Contains(folded[at]) ? at + 1 : -1;
    }
}
