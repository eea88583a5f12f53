using System.Buffers;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>What a link's target may be.</summary>
internal static class LinkTitle
{
    private const int Longest = 255;

    /// <summary>The longest target with its section, as written. What is in a target is looked at as a whole, so what is nested in targets must end somewhere.</summary>
    private const int LongestTarget = 2048;

    private static readonly SearchValues<char> NotInTitle = SearchValues.Create("<>[]{}|\n");

    /// <summary>True when a text without illegal characters names a page, a section or something on another wiki.</summary>
    public static bool IsTarget(ReadOnlySpan<char> target)
    {
        if (target.Length > LongestTarget) return false;
        if (target.ContainsAny('%', '&') && !IsDecodedTarget(target)) return false;
        var title = target.Trim(" _\u00a0\u3000");
        if (title.Length == 0 || UrlSchemes.StartsWithScheme(title)) return false;
        if (title[0] == ':') title = title[1..].TrimStart(" _");
        if (title.Length == 0 || title[0] == ':') return false;
        if (title[0] == '#') return true;
        var section = title.IndexOf('#');
        if (section >= 0) title = title[..section];
        if (title.Contains("~~~", StringComparison.Ordinal) || IsRelativePath(title)) return false;
        var colon = title.IndexOf(':');
        return colon != title.Length - 1 || Site.Namespaces.Find(title[..colon]) == Site.Namespace.Main;
    }

    /// <summary>A trimmed target as its page's title: escapes and references read, underscores as spaces.</summary>
    public static string Decode(string target)
    {
        if (!target.AsSpan().ContainsAny('%', '&', '_')) return target;
        var text = target.Contains('%') ? DecodePercent(target) : target;
        text = Entities.DecodeAll(text);
        return text.Replace('_', ' ').Trim();
    }

    /// <summary>A text with its <c>%41</c> escapes read.</summary>
    public static string DecodePercent(string text)
    {
        var decoded = Uri.UnescapeDataString(text);
        return decoded.Contains('\uFFFD') && !text.Contains('\uFFFD') ? text : decoded;
    }

    /// <summary>Escapes and references may hide what a title cannot hold, or another escape.</summary>
    private static bool IsDecodedTarget(ReadOnlySpan<char> target)
    {
        var text = target.ToString();
        var unescaped = text.Contains('%') ? DecodePercent(text) : text;
        var decoded = Entities.DecodeAll(unescaped);
        if (decoded.AsSpan().ContainsAny(NotInTitle)) return false;
        for (var i = decoded.IndexOf('%'); i >= 0; i = decoded.IndexOf('%', i + 1))
        {
            if (i + 2 < decoded.Length && char.IsAsciiHexDigit(decoded[i + 1]) && char.IsAsciiHexDigit(decoded[i + 2])) return false;
        }

        for (var i = decoded.IndexOf('&'); i >= 0; i = decoded.IndexOf('&', i + 1))
        {
            if (Entities.Length(decoded.AsSpan(i)) > 0) return false;
        }

        return true;
    }

    private static bool IsRelativePath(ReadOnlySpan<char> title) =>
        title.Length > Longest || title is "." or ".." || title.StartsWith("./") || title.StartsWith("../")
        || title.IndexOf("/./", StringComparison.Ordinal) >= 0 || title.IndexOf("/../", StringComparison.Ordinal) >= 0
        || title.EndsWith("/.") || title.EndsWith("/..");
}
