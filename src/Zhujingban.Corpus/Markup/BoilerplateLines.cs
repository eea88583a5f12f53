using System.Text.RegularExpressions;
using Zhujingban.Corpus.Markup.Html;
using Zhujingban.Corpus.Structure;

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
        if (line.Length > LongestLine || line.Contains('。') || BeginsWithMark(line)) return false;
        Span<char> squashed = stackalloc char[LongestLine];
        var length = 0;
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c)) squashed[length++] = c;
        }

        return ContainSquashed(squashed[..length]);
    }

    /// <summary>True for an item or a heading, which says of sites what its document does: （一）按规定使用网站标识码； But (010)66551234 is a telephone's number.</summary>
    public static bool BeginsWithMark(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return PieceMarks.TryRead(line, 0, out var mark) && !(mark.Span.End < line.Length && char.IsDigit(line[mark.Span.End]));
    }

    /// <summary>The same as <see cref="Contain"/> for a line without white space, which begins with no mark.</summary>
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
