using System.Text.RegularExpressions;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds what a page has over the document where the line breaks behind it were lost: 首页 > 政策文件 > 正文, 浏览次数：86787, 字号：[大 中 小]. Behind it the document begins
/// on the same line.
/// </summary>
internal static class PageFronts
{
    private const int Longest = 300;
    private const int MostParts = 16;

    private static readonly Regex Parts = Union("page-front-parts.txt");
    private static readonly Regex Labels = Union("page-front-labels.txt");

    /// <summary>How many characters of a line are the page's, with the white space behind them; 0 where it begins with nothing that is the page's alone.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, Longest)];
        var (length, isOfPage) = (0, false);
        for (var count = 0; count < MostParts; count++)
        {
            var part = LengthOf(Parts, line[length..]);
            isOfPage |= part > 0;
            if (part == 0) part = LengthOf(Labels, line[length..]);
            if (part == 0) break;
            length += part;
            while (length < line.Length && (char.IsWhiteSpace(line[length]) || line[length] is '|' or '｜')) length++;
        }

        return isOfPage ? length : 0;
    }

    private static int LengthOf(Regex parts, ReadOnlySpan<char> rest)
    {
        var found = parts.EnumerateMatches(rest);
        return found.MoveNext() && found.Current.Index == 0 ? found.Current.Length : 0;
    }

    /// <summary>What is repeated in these patterns is bounded.</summary>
    private static Regex Union(string list) => new("^(?:" + string.Join('|', WordList.Load(list)) + ")", RegexOptions.CultureInvariant);
}
