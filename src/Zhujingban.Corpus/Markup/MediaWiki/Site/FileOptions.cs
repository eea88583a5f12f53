using System.Buffers;
using System.Collections.Frozen;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Site;

/// <summary>What an option of a file link is.</summary>
internal enum FileOption : byte
{
    /// <summary>No option: a caption.</summary>
    None,

    /// <summary>It sets the file apart from the text.</summary>
    Figure,

    /// <summary>It shapes the file in its place.</summary>
    Inline,

    /// <summary>It has a value behind an equals sign.</summary>
    Valued,

    /// <summary>A link's target: only a title or an address.</summary>
    Link,
}

/// <summary>The options of file links in English and Chinese.</summary>
internal static class FileOptions
{
    private const int Longest = 24;

    private static readonly SearchValues<char> SizeCharacters = SearchValues.Create("0123456789x×");

    private static readonly FrozenDictionary<string, FileOption>.AlternateLookup<ReadOnlySpan<char>> Names = EmbeddedTable.Read("mediawiki-file-options.tsv")
        .SelectMany(row => row.Skip(1).Select(name => (Name: name, Option: Enum.Parse<FileOption>(row[0]))))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Option, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What an option as written is.</summary>
    public static FileOption Find(ReadOnlySpan<char> option)
    {
        option = option.Trim();
        if (option.Length == 0) return FileOption.Inline;
        var equals = option[..Math.Min(option.Length, Longest + 1)].IndexOf('=');
        if (equals > 0 && Names.TryGetValue(option[..(equals + 1)], out var valued))
            return valued == FileOption.Link ? LinkOption(option[(equals + 1)..]) : valued;
        if (option.Length > Longest) return FileOption.None;
        if (Names.TryGetValue(option, out var plain)) return plain;
        return IsSize(option) ? FileOption.Inline : FileOption.None;
    }

    private static FileOption LinkOption(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.StartsWith("[[")) value = value.Trim("[]");
        return value.Length == 0 || UrlSchemes.StartsWithScheme(value) || !value.ContainsAny('<', '>') ? FileOption.Inline : FileOption.None;
    }

    /// <summary>A width, a height or both: <c>200px</c>, <c>x100px</c>, <c>200x100px</c>, <c>200像素</c>.</summary>
    private static bool IsSize(ReadOnlySpan<char> option)
    {
        var unit = option.EndsWith("px", StringComparison.OrdinalIgnoreCase) || option.EndsWith("像素", StringComparison.Ordinal);
        if (!unit) return false;
        var number = option[..^2].TrimEnd();
        if (number.EndsWith("px")) number = number[..^2];
        return number.Length > 0 && !number.ContainsAnyExcept(SizeCharacters);
    }
}
