using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds what a notice says on a line of the page: where a line break was lost, its title stands behind the path to the page, and its date before who
/// keeps the site. A path that names the page (首页 > 关于…的通知) says what the text says again.
/// </summary>
internal static partial class NoticeInPageLine
{
    private const string About = "关于";

    /// <summary>So far behind the path the notice's own title stands, if it does.</summary>
    private const int HeadLength = 2000;

    private const int LongestSignature = 60;
    private const int LongestPath = 200;

    private static readonly string[] Openings = WordList.Load("issuer-openings.txt");

    /// <summary>True when a line of the page holds a title that does not stand behind it, or begins with a date or with a signature and its date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line.</param>
    public static bool Stands(string text, TextSpan line) =>
        BeginsWithDate(text.AsSpan(line.Start, line.Length)) || BeginsWithFoot(text.AsSpan(line.Start, line.Length)) || (TitleIn(text, line) is { } title && !StandsBehind(text, title));

    /// <summary>
    /// Where the title begins that a line of the page runs together with: behind its words, with the name of an issuer. For a line without such a title it
    /// is the start of the line.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line.</param>
    /// <param name="isOfPage">Tells what is the page's.</param>
    public static int TitleStart(string text, TextSpan line, Func<TextSpan, bool> isOfPage)
    {
        var characters = text.AsSpan(line.Start, Math.Min(line.Length, LongestPath));
        var about = characters.IndexOf(About);
        if (about < 0 || Links().IsMatch(characters[..about])) return line.Start;
        for (var at = 1; at < about; at++)
        {
            if (!ProtectedWords.StartsWithPlace(characters[at..]) && !Openings.AnyStarts(characters[at..])) continue;
            if (Organs.Split(characters[at..about].ToString()).Count == 0 || !isOfPage(TextSpan.At(line.Start, at))) continue;
            return OfficialDocumentTitles.FindEnd(text, line with { Start = line.Start + at }) > 0 ? line.Start + at : line.Start;
        }

        return line.Start;
    }

    /// <summary>True for a date as a foot has it; 2013-07-10 10:23 is when the page was made.</summary>
    private static bool BeginsWithDate(ReadOnlySpan<char> line) =>
        ChineseDates.Read(line, out _) is > 0 and var length && line[..length].Contains('年') && (length == line.Length || !char.IsWhiteSpace(line[length]));

    /// <summary>True for a signature with its date right behind it.</summary>
    private static bool BeginsWithFoot(ReadOnlySpan<char> line)
    {
        for (var date = 1; date < line.Length && date <= LongestSignature; date++)
        {
            if (ChineseNumerals.IsNumeral(line[date])) return BeginsWithDate(line[date..]) && Organs.Split(line[..date].Trim().ToString()).Count > 0;
        }

        return false;
    }

    /// <summary>The title that a line leads to, from 关于 on; null for none.</summary>
    private static TextSpan? TitleIn(string text, TextSpan line)
    {
        var characters = text.AsSpan(line.Start, line.Length);
        if (OtherPages().IsMatch(characters)) return null;
        var start = characters.LastIndexOfAny(">＞»】]") + 1;
        var about = start > 0 ? characters[start..].IndexOf(About) : -1;
        if (about <= 0) return null;
        var end = OfficialDocumentTitles.FindEnd(text, line with { Start = line.Start + start });
        return end > line.Start + start + about ? new TextSpan(line.Start + start + about, end) : null;
    }

    private static bool StandsBehind(string text, TextSpan title) =>
        text.AsSpan(title.End, Math.Min(HeadLength, text.Length - title.End)).IndexOf(title.Of(text)) >= 0;

    /// <summary>上一篇：…, which is another document.</summary>
    [GeneratedRegex(@"^\W*[上下前后]一[篇条页个则]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPages();

    /// <summary>上一篇：… and 相关链接：…, behind which other documents are named.</summary>
    [GeneratedRegex("[上下前后]一[篇条页个则]|相关|链接|推荐|延伸|解读", RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}
