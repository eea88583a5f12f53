using System.Collections.Frozen;

namespace Zhujingban.Corpus.Markup.MediaWiki.Site;

/// <summary>The prefixes that lead to other wikis.</summary>
internal static class Interwiki
{
    private static readonly FrozenDictionary<string, bool> Prefixes = EmbeddedTable.Read("mediawiki-interwiki.tsv")
        .SelectMany(row => row[1].Split(' ').Select(prefix => (Prefix: prefix, Language: row[0] == "language")))
        .ToFrozenDictionary(pair => pair.Prefix, pair => pair.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a title on another wiki.</summary>
    public static bool IsPrefixed(string title) => Find(title, out _);

    /// <summary>True for a title on a Wikipedia of another language: such a link stands beside the page, not in it.</summary>
    public static bool IsLanguage(string title) => Find(title, out var language) && language;

    private static bool Find(string title, out bool language)
    {
        language = false;
        var colon = title.IndexOf(':');
        return colon > 0 && Prefixes.TryGetValue(title[..colon].Trim(), out language);
    }
}
