using System.Collections.Frozen;
using System.Globalization;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>Character references: <c>&amp;nbsp;</c>, <c>&amp;#160;</c>, <c>&amp;#xA0;</c>.</summary>
internal static class Entities
{
    private const int Longest = 40;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Named = EmbeddedTable.Read("html-entities.tsv")
        .ToFrozenDictionary(row => row[0], row => string.Concat(row[1].Split(' ').Select(hex => char.ConvertFromUtf32(int.Parse(hex, NumberStyles.HexNumber)))), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The length of the reference at the start of a text; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        return end > 1 && Decode(text[..(end + 1)]) is not null ? end + 1 : 0;
    }

    /// <summary>What a whole reference stands for, or null.</summary>
    public static string? Decode(ReadOnlySpan<char> reference)
    {
        if (reference.Length < 3 || reference[0] != '&' || reference[^1] != ';') return null;
        var name = reference[1..^1];
        if (name[0] != '#') return Named.TryGetValue(name, out var value) ? value : null;
        var hex = name.Length > 1 && name[1] is 'x' or 'X';
        var digits = name[(hex ? 2 : 1)..];
        var valid = hex
            ? int.TryParse(digits, NumberStyles.AllowHexSpecifier, null, out var code)
            : int.TryParse(digits, NumberStyles.None, null, out code);
        if (!valid || code is < 9 or (> 13 and < 32) or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF) return null;
        return char.ConvertFromUtf32(code);
    }

    /// <summary>A text with its references read.</summary>
    public static string DecodeAll(string text)
    {
        var at = text.IndexOf('&');
        if (at < 0) return text;
        var decoded = new System.Text.StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = at < text.Length ? text.IndexOf('&', at) : -1)
        {
            decoded.Append(text, from, at - from);
            var length = Length(text.AsSpan(at));
            if (length == 0) decoded.Append('&');
            else decoded.Append(Decode(text.AsSpan(at, length)));
            at = from = at + Math.Max(length, 1);
        }

        return decoded.Append(text, from, text.Length - from).ToString();
    }
}
