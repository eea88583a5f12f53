using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds what a page has over the document where the line breaks behind it were lost: 首页 > 政策文件 > 正文, 浏览次数：86787, 字号：[大 中 小]. Behind it the document begins
/// on the same line.
/// </summary>
internal static class PageFronts
{
    private const int Longest = 300;
    private const int LongestTitle = 80;
    private const int MostParts = 16;

    private static readonly Regex Parts = Union("page-front-parts.txt");
    private static readonly Regex Labels = Union("page-front-labels.txt");

    /// <summary>
    /// How many characters of a line are the page's, with the white space behind them; 0 where it begins with nothing that is the page's alone, or where
    /// no head of a document follows: 浏览次数：12356次，同比增长5%。 is a sentence.
    /// </summary>
    public static int Length(string text, TextSpan span)
    {
        var length = FrontLength(text.AsSpan(span.Start, Math.Min(span.Length, Longest)));
        return length > 0 && length < span.Length && BeginsDocument(text, span with { Start = span.Start + length }) ? length : 0;
    }

    private static int FrontLength(ReadOnlySpan<char> line)
    {
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

    /// <summary>True for a title, whole or with its office and 关于, and for a label.</summary>
    private static bool BeginsDocument(string text, TextSpan rest)
    {
        var line = text.AsSpan(rest.Start, Math.Min(rest.Length, LongestTitle));
        if (OfficialDocumentHeadParts.ReadLabel(line, out _) > 0 || OfficialDocumentTitles.FindEnd(text, rest) > 0) return true;
        if (line.IndexOf("关于") is > 0 and var about && Organs.Split(line[..about].ToString()).Count > 0) return true;
        var first = line.IndexOf("第一");
        var title = first > 0 ? line[..first] : rest.Length < LongestTitle ? line : default;
        return !title.IsEmpty && !title.ContainsAny("，。；：") && OfficialDocumentGenres.IsComplete(title.ToString().TrimEnd());
    }

    private static int LengthOf(Regex parts, ReadOnlySpan<char> rest)
    {
        var found = parts.EnumerateMatches(rest);
        return found.MoveNext() && found.Current.Index == 0 ? found.Current.Length : 0;
    }

    /// <summary>The line is short: what is repeated in these patterns is bounded by it.</summary>
    private static Regex Union(string list) => new("^(?:" + string.Join('|', WordList.Load(list)) + ")", RegexOptions.CultureInvariant);
}
