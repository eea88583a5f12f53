using System.Collections.Frozen;

namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>What the catalogue knows of a template.</summary>
/// <param name="Role">What it is to a reader.</param>
/// <param name="Pattern">How its text is made; empty when it has none.</param>
internal sealed record TemplateEntry(TemplateRole Role, PatternPart[] Pattern)
{
    public static TemplateEntry Unknown { get; } = new(TemplateRole.Unknown, []);
}

/// <summary>
/// The templates of zh.wikipedia as data: <c>mediawiki-templates.tsv</c> has a line a template with its role, its names and its
/// pattern. A name may end or start with <c>*</c>; an exact name counts before the longest beginning, that before the longest end.
/// </summary>
internal static class TemplateCatalogue
{
    private static readonly Dictionary<string, TemplateEntry> Exact = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The beginnings by their first character, and the ends by their last, longest first.</summary>
    private static readonly Dictionary<char, List<(string Text, TemplateEntry Entry)>> Beginnings = [];
    private static readonly Dictionary<char, List<(string Text, TemplateEntry Entry)>> Ends = [];
    private static readonly FrozenDictionary<string, TemplateEntry>.AlternateLookup<ReadOnlySpan<char>> ByName = Load();

    /// <summary>The entry of a template; <see cref="TemplateEntry.Unknown"/> when there is none.</summary>
    public static TemplateEntry Find(ReadOnlySpan<char> name)
    {
        if (name.Length == 0) return TemplateEntry.Unknown;
        if (ByName.TryGetValue(name, out var entry)) return entry;
        if (Beginnings.TryGetValue(char.ToLowerInvariant(name[0]), out var beginnings))
        {
            foreach (var (text, found) in beginnings)
            {
                if (name.Length > text.Length && name.StartsWith(text, StringComparison.OrdinalIgnoreCase)) return found;
            }
        }

        if (!Ends.TryGetValue(char.ToLowerInvariant(name[^1]), out var ends)) return TemplateEntry.Unknown;
        foreach (var (text, found) in ends)
        {
            if (name.Length > text.Length && name.EndsWith(text, StringComparison.OrdinalIgnoreCase)) return found;
        }

        return TemplateEntry.Unknown;
    }

    private static FrozenDictionary<string, TemplateEntry>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        foreach (var country in Places.Countries) Exact[country.Code] = new TemplateEntry(TemplateRole.Inline, TemplatePattern.Parse(country.Name));
        foreach (var row in EmbeddedTable.Read("mediawiki-templates.tsv"))
        {
            var role = Enum.Parse<TemplateRole>(row[0]);
            var entry = new TemplateEntry(role, TemplatePattern.Parse(row.Length > 2 ? row[2] : ""));
            foreach (var name in row[1].Split('|', StringSplitOptions.TrimEntries)) Add(name, entry);
        }

        foreach (var parts in Beginnings.Values.Concat(Ends.Values)) parts.Sort((a, b) => b.Text.Length.CompareTo(a.Text.Length));
        return Exact.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static void Add(string name, TemplateEntry entry)
    {
        if (name.Length > 1 && name[^1] == '*') Add(Beginnings, name[0], name[..^1], entry);
        else if (name.Length > 1 && name[0] == '*') Add(Ends, name[^1], name[1..], entry);
        else Exact[name] = entry;
    }

    private static void Add(Dictionary<char, List<(string Text, TemplateEntry Entry)>> parts, char key, string text, TemplateEntry entry)
    {
        key = char.ToLowerInvariant(key);
        if (!parts.TryGetValue(key, out var list)) parts[key] = list = [];
        list.Add((text, entry));
    }
}
