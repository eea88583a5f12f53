using System.Text.RegularExpressions;
using Zhujingban.Corpus.Markup.Html;

namespace Zhujingban.Corpus.Markup;

/// <summary>Lines that pages put around documents: 打印本页, 上一篇：…, 责任编辑：…. Whole sentences, which most lines are, are none.</summary>
internal static class BoilerplateLines
{
    private const int LongestLine = 160;

    /// <summary>The time to build one of these grows with the square of its characters, that to ask them with their number.</summary>
    private const int PatternsOfRegex = 6;

    private static readonly Regex[] Lines = [.. HtmlNames.Lines("html-boilerplate-lines.txt").Chunk(PatternsOfRegex).Select(patterns =>
        new Regex(string.Join('|', patterns), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))];

    /// <summary>True for such a line, whatever its white space.</summary>
    public static bool Contain(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine || line.Contains('。')) return false;
        Span<char> squashed = stackalloc char[LongestLine];
        var length = 0;
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c)) squashed[length++] = c;
        }

        return ContainSquashed(squashed[..length]);
    }

    /// <summary>The same for a line without white space.</summary>
    public static bool ContainSquashed(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine || line.Contains('。')) return false;
        foreach (var lines in Lines)
        {
            if (lines.IsMatch(line)) return true;
        }

        return false;
    }
}
