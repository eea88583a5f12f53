namespace Zhujingban.Corpus.Markup.MediaWiki.Site;

/// <summary>Pages that only lead to another: <c>#REDIRECT [[…]]</c>, <c>#重定向 [[…]]</c>.</summary>
internal static class Redirects
{
    private static readonly string[] Words = [.. EmbeddedTable.Read("mediawiki-redirects.tsv").SelectMany(row => row)];

    /// <summary>Where the link of a redirect starts; -1 when the page is none.</summary>
    public static int LinkStart(string source)
    {
        var text = source.AsSpan().TrimStart();
        if (text.IsEmpty || text[0] != '#') return -1;
        foreach (var word in Words)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = text[word.Length..].TrimStart();
            if (rest.StartsWith(":")) rest = rest[1..].TrimStart();
            if (rest.StartsWith("[[")) return source.Length - rest.Length;
        }

        return -1;
    }
}
