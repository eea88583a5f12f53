using System.Buffers;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// Tells what a link leads to. Pandoc marks the links inside a wiki by the title <c>wikilink</c>; mirrors point to
/// <c>../Page/X.md</c>.
/// </summary>
internal static class MarkdownLinks
{
    private const string PageFolder = "/Page/";

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    private static readonly string[] CategoryPrefixes = ["Category:", "分类:", "分類:"];

    /// <summary>The kind and target of a link.</summary>
    /// <param name="address">The address as written.</param>
    /// <param name="title">The link's own title, or null.</param>
    public static (string Kind, string Target) Classify(string address, string? title)
    {
        if (title == "wikilink") return ("page", PageTitle(address));
        var isAbsolute = address.StartsWith("//", StringComparison.Ordinal) || SchemeLength(address) > 0;
        if (isAbsolute) return ("external", address);
        if (address.StartsWith('#')) return ("section", Decode(address[1..]));
        return ("page", PageTitle(address));
    }

    /// <summary>The category that a link puts its page in, or null: a wiki link to a category whose title is all that is shown.</summary>
    public static string? CategoryOf(string kind, string target, string shown)
    {
        if (kind != "page" || shown != target) return null;
        foreach (var prefix in CategoryPrefixes)
        {
            if (target.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return target[prefix.Length..].Trim();
        }

        return null;
    }

    /// <summary>The title of the page that an address of a wiki, or of a mirror's folder, names.</summary>
    private static string PageTitle(string address)
    {
        var path = address;
        var wiki = path.IndexOf("/wiki/", StringComparison.Ordinal);
        if (SchemeLength(path) > 0 && wiki >= 0)
        {
            path = path[(wiki + "/wiki/".Length)..];
        }
        else if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            path = path[..^".md".Length];
            var folder = path.IndexOf(PageFolder, StringComparison.Ordinal);
            if (folder >= 0) path = path[(folder + PageFolder.Length)..];
        }

        return Decode(path).Replace('_', ' ');
    }

    private static string Decode(string address) => address.Contains('%') ? Uri.UnescapeDataString(address) : address;

    /// <summary>The length of a scheme such as <c>https:</c> or <c>mailto:</c>, or 0.</summary>
    private static int SchemeLength(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 1 || address.AsSpan(0, colon).ContainsAnyExcept(SchemeCharacters)) return 0;
        var behind = address.AsSpan(colon + 1);
        return behind.StartsWith("//") || address[..colon].ToLowerInvariant() is "mailto" or "tel" or "news" ? colon + 1 : 0;
    }
}
