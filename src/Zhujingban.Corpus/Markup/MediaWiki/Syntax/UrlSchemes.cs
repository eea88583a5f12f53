using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>The schemes that make an address, and the characters that an address may hold.</summary>
internal static class UrlSchemes
{
    private const int LongestHost = 48;

    /// <summary>The characters that end an address, besides other white space.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(
        "[]<>\"\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\n\u000b\u000c\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f \u007f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
        + "\u202f\u205f\u3000\ufffd");

    /// <summary>Each scheme, and true when slashes follow its colon.</summary>
    private static readonly FrozenDictionary<string, bool> Slashed = EmbeddedTable.Read("mediawiki-url-schemes.tsv")
        .ToFrozenDictionary(row => row[0], row => row.Length > 1 && row[1] == "//", StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Schemes =
        Slashed.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Slashed.Keys.Max(scheme => scheme.Length);

    /// <summary>The length of the scheme, without its colon, that stands before a colon; 0 when there is none.</summary>
    /// <param name="source">The source.</param>
    /// <param name="from">Where the text before the colon starts.</param>
    /// <param name="colon">The colon.</param>
    /// <param name="until">Where the text behind it ends.</param>
    /// <param name="end">Behind the colon and its slashes.</param>
    public static int LengthBefore(string source, int from, int colon, int until, out int end)
    {
        var start = colon;
        while (start > from && colon - start < Longest && (char.IsAsciiLetterOrDigit(source[start - 1]) || source[start - 1] is '+' or '-')) start--;
        end = colon + 1;
        for (; start < colon; start++)
        {
            if (start > 0 && IsWord(source[start - 1])) continue;
            if (!Schemes.TryGetValue(source.AsSpan(start, colon - start), out var slashes)) continue;
            var hasSlashes = colon + 2 < until && source[colon + 1] == '/' && source[colon + 2] == '/';
            if (slashes && !hasSlashes) continue;
            if (slashes) end = colon + 3;
            return colon - start;
        }

        return 0;
    }

    /// <summary>True when a text starts with a scheme, or with the slashes of one that is left open.</summary>
    public static bool StartsWithScheme(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("//")) return true;
        var colon = text[..Math.Min(text.Length, Longest + 1)].IndexOf(':');
        return colon > 0 && Schemes.TryGetValue(text[..colon], out var slashes) && (!slashes || text[(colon + 1)..].StartsWith("//"));
    }

    /// <summary>The number of characters at the start of a text that an address may hold.</summary>
    public static int AddressLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(Ends);
        return end < 0 ? text.Length : end;
    }

    /// <summary>The length of the IPv6 address in brackets at the start of a text; 0 when there is none.</summary>
    public static int BracketedHostLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 4 || text[0] != '[') return 0;
        var end = 1;
        while (end < Math.Min(text.Length, LongestHost) && (char.IsAsciiHexDigit(text[end]) || text[end] is ':' or '.')) end++;
        return end > 1 && end < text.Length && text[end] == ']' ? end + 1 : 0;
    }

    /// <summary>
    /// The length of an address in running text without the punctuation that ends it: a closing parenthesis too, unless the address
    /// opens one; a semicolon may belong to a character reference.
    /// </summary>
    public static int LengthWithoutPunctuation(ReadOnlySpan<char> address)
    {
        var parenthesis = address.Contains('(');
        var length = address.Length;
        while (length > 0 && (address[length - 1] is ',' or ';' or '.' or ':' or '!' or '?' || (address[length - 1] == ')' && !parenthesis))) length--;
        var reference = length < address.Length && address[length] == ';' ? address[..length].LastIndexOf('&') : -1;
        return reference >= 0 && Entities.Length(address[reference..]) == length - reference + 1 ? length + 1 : length;
    }

    private static bool IsWord(char c) => c == '_' || char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
