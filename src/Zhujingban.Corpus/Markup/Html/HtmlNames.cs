using System.Collections.Frozen;
using System.Reflection;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>
/// What pages call their parts: names of elements, roles, ids and classes. The lists are resources: <c>html-content-names.txt</c> holds
/// whole names, <c>html-boilerplate-names.txt</c> the words of names (<c>share_box</c> has two).
/// </summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Content = Load("html-content-names.txt");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Boilerplate = Load("html-boilerplate-names.txt");

    /// <summary>What the names of an element say of what it holds.</summary>
    public static RegionMark MarkOf(string name, HtmlAttributes attributes)
    {
        if (name is "article" or "main" or "ucapcontent") return RegionMark.Content;
        if (HtmlTags.Around.Contains(name)) return RegionMark.Boilerplate;
        switch (attributes.Role)
        {
            case "main" or "article": return RegionMark.Content;
            case "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "menu" or "menubar" or "toolbar": return RegionMark.Boilerplate;
        }

        if (attributes.Property == "articleBody") return RegionMark.Content;
        var (id, classes) = (attributes.Id, attributes.Classes);
        if (HasContentName(id) || HasContentName(classes)) return RegionMark.Content;
        return HasBoilerplateWord(id) || HasBoilerplateWord(classes) ? RegionMark.Boilerplate : RegionMark.None;
    }

    /// <summary>The lines of a list that is a resource, without comments.</summary>
    public static IEnumerable<string> Lines(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    private static bool HasContentName(string? names)
    {
        if (string.IsNullOrEmpty(names)) return false;
        foreach (var part in names.AsSpan().Split(' '))
        {
            if (Content.Contains(names.AsSpan(part))) return true;
        }

        return false;
    }

    /// <summary>True when one of the words that names are made of stands in the list: <c>shareBox</c>, <c>share-box2</c>.</summary>
    private static bool HasBoilerplateWord(string? names)
    {
        if (string.IsNullOrEmpty(names)) return false;
        var start = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            var isWord = i < names.Length && char.IsAsciiLetter(names[i]);
            var isHump = isWord && i > start && char.IsAsciiLetterUpper(names[i]) && char.IsAsciiLetterLower(names[i - 1]);
            if (isWord && !isHump) continue;
            if (i > start && Boilerplate.Contains(names.AsSpan(start, i - start))) return true;
            start = isHump ? i : i + 1;
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Load(string resource) =>
        Lines(resource).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
