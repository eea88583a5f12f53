using System.Collections.Frozen;

namespace Zhujingban.Corpus.Markup.MediaWiki.Site;

/// <summary>The names of namespaces: those of zh.wikipedia in both scripts, and English.</summary>
internal static class Namespaces
{
    private const int Longest = 40;

    private static readonly FrozenDictionary<string, Namespace>.AlternateLookup<ReadOnlySpan<char>> Names = EmbeddedTable.Read("mediawiki-namespaces.tsv")
        .SelectMany(row => row.Skip(1).Select(name => (Name: name, Namespace: Enum.Parse<Namespace>(row[0]))))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Namespace, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The namespace of a name, in any case, with spaces or underscores; <see cref="Namespace.Main"/> when there is none.</summary>
    public static Namespace Find(ReadOnlySpan<char> name)
    {
        name = name.Trim(" _:");
        if (name.Length is 0 or > Longest) return Namespace.Main;
        if (!name.Contains('_')) return Names.TryGetValue(name, out var found) ? found : Namespace.Main;
        Span<char> spaced = stackalloc char[Longest];
        name.Replace(spaced, '_', ' ');
        return Names.TryGetValue(spaced[..name.Length], out var value) ? value : Namespace.Main;
    }

    /// <summary>Splits a title into its namespace and the rest.</summary>
    public static (Namespace Namespace, string Title) Split(string title)
    {
        var colon = title.IndexOf(':');
        var found = colon > 0 ? Find(title.AsSpan(0, colon)) : Namespace.Main;
        return found == Namespace.Main ? (found, title) : (found, title[(colon + 1)..].Trim());
    }
}
