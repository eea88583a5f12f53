using System.Text.RegularExpressions;
using Zhujingban.Corpus.Markup.Html;

namespace Zhujingban.Corpus.Markup;

/// <summary>Lines that pages put around documents: 打印本页, 上一篇：…, 责任编辑：…. Whole sentences, which most lines are, are none.</summary>
internal static class BoilerplateLines
{
    private const int LongestLine = 160;

    private static readonly Regex Lines = new(string.Join('|', HtmlNames.Lines("html-boilerplate-lines.txt")), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

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

        return Lines.IsMatch(squashed[..length]);
    }
}
