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

    /// <summary>Longer than any title, with what tells where it ends.</summary>
    private const int LongestTitle = 400;
    private const int BeginningLength = 12;

    private static readonly string[] Openings = WordList.Load("issuer-openings.txt");

    /// <summary>True when a line of the page holds a title that does not stand behind it, or begins with a date or with a signature and its date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line.</param>
    /// <param name="isOfPage">Tells what is the page's.</param>
    public static bool Stands(string text, TextSpan line, Func<TextSpan, bool> isOfPage) =>
        BeginsWithDate(text.AsSpan(line.Start, line.Length)) || BeginsWithFoot(text.AsSpan(line.Start, line.Length))
        || (TitleIn(text, line) is { } title && !StandsBehind(text, title))
        || (TitleStart(text, line, isOfPage) is var start && start > line.Start && !IsNamed(text, line with { Start = start }));

    /// <summary>
    /// Where the title begins that a line of the page runs together with: behind its words, with the name of an issuer. The title may go on on the next line,
    /// or begin again before it ends. For a line without such a title it is the start of the line.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line.</param>
    /// <param name="isOfPage">Tells what is the page's.</param>
    public static int TitleStart(string text, TextSpan line, Func<TextSpan, bool> isOfPage)
    {
        var hasAbout = text.AsSpan(line.Start, Math.Min(line.Length, LongestPath)).IndexOf(About) >= 0;
        if (hasAbout && Find(Words(), LongestPath) is > 0 and var whole) return line.Start + whole;
        if (line.IsEmpty || line.Length > LongestPath || NextLine(text, line.End) is not { IsEmpty: false } next || BeginsTitle(next)) return line.Start;
        // The line break may stand inside the word.
        var mayHaveAbout = hasAbout || next.IndexOf(About) >= 0 || (text[line.End - 1] == About[0] && next[0] == About[1]);
        return mayHaveAbout ? line.Start + Find(string.Concat(Words(), next), line.Length) : line.Start;

        string Words() => text.Substring(line.Start, Math.Min(line.Length, LongestPath + LongestTitle));

        int Find(string joined, int length)
        {
            var about = joined.AsSpan(0, Math.Min(joined.Length, LongestPath)).IndexOf(About);
            if (about < 0 || Links().IsMatch(joined.AsSpan(0, about))) return 0;
            for (var at = 1; at < Math.Min(about, length); at++)
            {
                if (!BeginsIssuer(joined.AsSpan(at)) || Organs.Split(joined[at..about]).Count == 0 || !isOfPage(TextSpan.At(line.Start, at))) continue;
                // 来源：福建省教育厅 is whole, whatever the next line is about.
                if (about >= length && Organs.Split(joined[at..length]).Count > 0) return 0;
                return IsTitle(joined, at) ? at : 0;
            }

            return 0;
        }
    }

    private static bool BeginsIssuer(ReadOnlySpan<char> words) => ProtectedWords.StartsWithPlace(words) || Openings.AnyStarts(words);

    /// <summary>True for a line that goes on with no title of the line before it: it has one of its own.</summary>
    private static bool BeginsTitle(ReadOnlySpan<char> line) => line.StartsWith(About) || BeginsIssuer(line);

    /// <summary>True where a title begins at a place that ends as titles do, or right before it begins again.</summary>
    private static bool IsTitle(string words, int at)
    {
        if (OfficialDocumentTitles.FindEnd(words, new TextSpan(at, words.Length)) > 0) return true;
        var behind = at + BeginningLength;
        var again = behind < words.Length ? words.IndexOf(words.Substring(at, BeginningLength), behind, StringComparison.Ordinal) : -1;
        return again > 0 && OfficialDocumentTitles.FindEnd(words, new TextSpan(at, again)) == again;
    }

    /// <summary>The line behind a line's end; empty behind what is no whole line.</summary>
    private static ReadOnlySpan<char> NextLine(string text, int end)
    {
        if (end >= text.Length || text[end] is not ('\r' or '\n')) return default;
        var start = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        var rest = text.AsSpan(start, Math.Min(LongestTitle, text.Length - start));
        return rest.IndexOfAny('\r', '\n') is >= 0 and var length ? rest[..length].Trim() : rest.Trim();
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

    /// <summary>True for a title that the page's path names and the text says again. A few letters of a title that goes on on the next line stand in the text anyway.</summary>
    private static bool IsNamed(string text, TextSpan title) => title.Length >= BeginningLength && StandsBehind(text, title);

    private static bool StandsBehind(string text, TextSpan title) =>
        text.AsSpan(title.End, Math.Min(HeadLength, text.Length - title.End)).IndexOf(title.Of(text)) >= 0;

    /// <summary>上一篇：…, which is another document.</summary>
    [GeneratedRegex(@"^\W*[上下前后]一[篇条页个则]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPages();

    /// <summary>上一篇：… and 相关链接：…, behind which other documents are named.</summary>
    [GeneratedRegex("[上下前后]一[篇条页个则]|相关|链接|推荐|延伸|解读", RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}
