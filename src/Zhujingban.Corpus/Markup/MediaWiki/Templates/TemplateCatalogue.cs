using System.Collections.Frozen;

namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>What the catalogue knows of a template.</summary>
/// <param name="Role">What it is to a reader.</param>
/// <param name="Pattern">How its text is made; empty when it has none.</param>
internal sealed record TemplateEntry(TemplateRole Role, IReadOnlyList<PatternPart> Pattern)
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
    private static readonly List<(string Text, TemplateEntry Entry)> Beginnings = [];
    private static readonly List<(string Text, TemplateEntry Entry)> Ends = [];
    private static readonly FrozenDictionary<string, TemplateEntry>.AlternateLookup<ReadOnlySpan<char>> ByName = Load();

    /// <summary>The entry of a template; <see cref="TemplateEntry.Unknown"/> when there is none.</summary>
    public static TemplateEntry Find(ReadOnlySpan<char> name)
    {
        if (ByName.TryGetValue(name, out var entry)) return entry;
        foreach (var (text, found) in Beginnings)
        {
            if (name.Length > text.Length && name.StartsWith(text, StringComparison.OrdinalIgnoreCase)) return found;
        }

        foreach (var (text, found) in Ends)
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

        Beginnings.Sort((a, b) => b.Text.Length.CompareTo(a.Text.Length));
        Ends.Sort((a, b) => b.Text.Length.CompareTo(a.Text.Length));
        return Exact.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static void Add(string name, TemplateEntry entry)
    {
        if (name.Length > 1 && name[^1] == '*') Beginnings.Add((name[..^1], entry));
        else if (name.Length > 1 && name[0] == '*') Ends.Add((name[1..], entry));
        else Exact[name] = entry;
    }
}
