namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>How an HTML tag is written in wikitext.</summary>
internal static class HtmlTagSyntax
{
    /// <summary>The number of the element whose tag starts here, or -1.</summary>
    public static int Recognize(ReadOnlySpan<char> text, out int nameEnd, out bool closing)
    {
        closing = text.Length > 1 && text[1] == '/';
        var start = closing ? 2 : 1;
        nameEnd = start;
        while (nameEnd < text.Length && char.IsAsciiLetterOrDigit(text[nameEnd])) nameEnd++;
        if (nameEnd == start || nameEnd == text.Length) return -1;
        return text[nameEnd] is '>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f' ? HtmlTag.Find(text[start..nameEnd]) : -1;
    }

    /// <summary>Meta data is allowed only where it describes the text around it.</summary>
    public static bool IsAllowed(int number, ReadOnlySpan<char> tag) =>
        HtmlTag.Of(number).Role != HtmlRole.Metadata || tag.Contains("itemprop", StringComparison.OrdinalIgnoreCase);
}
