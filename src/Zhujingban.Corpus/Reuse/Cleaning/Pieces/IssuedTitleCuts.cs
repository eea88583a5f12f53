using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Cuts lines around the title of what a notice issues or attaches, where it stands over its first unit or its purpose, whatever has run together with it:
/// …，造成损失的某省管理办法一、总体要求. The title is known by what the notice says of it: 关于印发…的通知, 现将《…》印发, 《…》已经…通过, 附件：….
/// </summary>
internal static partial class IssuedTitleCuts
{
    private const int ShortestName = 6;
    private const int LongestName = 60;
    private const int MostNames = 32;
    private const int Reach = 20;
    private const int MostPlaces = 10_000;
    private const int LongestHistory = 120;

    /// <summary>No notice issues more, and what stands so often is no title.</summary>
    private const int MostCuts = 64;

    /// <summary>So far before a title it is looked whether a sentence speaks of it.</summary>
    private const int LongestClause = 12;

    private static readonly string[] Citing = [.. WordList.Load("citing-words.txt"), "执行", "落实", "实施", "适用", "起草", "制定", "修订", "遵守", "参照", "学习", "宣传", "印发"];

    /// <summary>The lines, cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines behind the heads.</param>
    /// <param name="title">The notice's title, or null.</param>
    public static List<TextSpan> Cut(string text, List<TextSpan> lines, string? title)
    {
        var names = NamesIn(text, title);
        if (names.Count == 0) return lines;
        var cuts = 0;
        var places = names.SelectMany(name => PlacesOf(text, name)).OrderBy(place => place.Start).ThenByDescending(place => place.End).ToList();
        if (places.Count == 0) return lines;
        var cut = new List<TextSpan>(lines.Count + (2 * places.Count));
        var next = 0;
        foreach (var line in lines)
        {
            var start = line.Start;
            for (; next < places.Count && places[next].Start < line.End && cuts < MostCuts; next++)
            {
                var place = places[next];
                if (place.Start < start || place.End > line.End || !IsApart(text, line, place)) continue;
                Add(text, cut, new TextSpan(start, place.Start));
                cut.Add(place);
                start = place.End;
                cuts++;
            }

            Add(text, cut, new TextSpan(start, line.End));
        }

        return cut;
    }

    private static HashSet<string> NamesIn(string text, string? title)
    {
        var names = new HashSet<string>();
        if (title is not null) Take(Issuing().Matches(title));
        Take(Issued().Matches(text));
        return names;

        void Take(MatchCollection found)
        {
            foreach (Match match in found)
            {
                var name = match.Groups["name"].Value;
                if (names.Count < MostNames && name.Length is >= ShortestName and <= LongestName && OfficialDocumentGenres.IsComplete(name)) names.Add(name);
            }
        }
    }

    private static IEnumerable<TextSpan> PlacesOf(string text, string name)
    {
        var count = 0;
        for (var at = text.IndexOf(name[0]); at >= 0 && count < MostPlaces; at = at < text.Length ? text.IndexOf(name[0], at) : -1)
        {
            var length = LetterSpacing.LengthAt(text.AsSpan(at), name);
            if (length > 0)
            {
                yield return TextSpan.At(at, length);
                count++;
            }

            at += Math.Max(1, length);
        }
    }

    /// <summary>
    /// True for a title that no sentence speaks of: its first unit or its purpose follows, or a sentence or an item ends before it at the end of a line. What stands
    /// before it is no mark, and no word that cites it; one that begins with no place may go on to the left: 某省…管理办法.
    /// </summary>
    private static bool IsApart(string text, TextSpan line, TextSpan place)
    {
        var behind = text.AsSpan(place.End, line.End - place.End).TrimStart();
        if (place.Start == line.Start) return !behind.IsEmpty && Opens(behind);
        var before = text[place.Start - 1];
        var isBehindSentence = Sentences.IsEnd(before) || before is '；' || OfficialDocumentHeadParts.EndsWithDate(text.AsSpan(line.Start, place.Start - line.Start));
        if (!isBehindSentence && (char.IsPunctuation(before) || char.IsSymbol(before) || !ProtectedWords.StartsWithPlace(text.AsSpan(place.Start)) || IsCited(text, line, place.Start))) return false;
        if (!behind.IsEmpty) return Opens(behind);
        return isBehindSentence || Top().IsMatch(text.AsSpan(place.End, Math.Min(Reach, text.Length - place.End)));
    }

    /// <summary>True for a first unit, also behind when it was passed (（…通过）), or a purpose, but not for the reference in 依照…办法第一条的规定.</summary>
    private static bool Opens(ReadOnlySpan<char> behind)
    {
        if (OfficialDocumentHeadParts.IsPurpose(behind)) return true;
        if (behind[0] is '（' or '(' && behind[..Math.Min(behind.Length, LongestHistory)].IndexOfAny('）', ')') is > 0 and var close && OfficialDocumentHeadParts.IsHistory(behind[..(close + 1)])) behind = behind[(close + 1)..].TrimStart();
        return First().IsMatch(behind) && !(NumberingMarkReader.TryReadOrdinal(behind, 0, out var mark) && OrdinalReferences.Follows(behind[mark.Span.End..]));
    }

    private static bool IsCited(string text, TextSpan line, int at)
    {
        var start = Math.Max(line.Start, at - LongestClause);
        return Citing.AnyIn(text.AsSpan(start, at - start));
    }

    private static void Add(string text, List<TextSpan> cut, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start < end) cut.Add(new TextSpan(start, end));
    }

    [GeneratedRegex("(?:印发|转发|批转|公布|发布)《?(?<name>[^《》]{6,60}?)》?的(?:通知|公告|令|决定|函)", RegexOptions.CultureInvariant)]
    private static partial Regex Issuing();

    [GeneratedRegex(
        @"现将《(?<name>[^《》\n]{6,60})》|《(?<name>[^《》\n]{6,60})》(?=(?:已|业)?经[^。《》]{0,40}?(?:通过|批准|同意|审核))"
        + @"|附件[：:]\s*(?:[0-9]{1,2}[.．、]\s*)?(?<name>[^\s：:，。；《》]{6,60})(?=\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Issued();

    [GeneratedRegex("^(?:第一[编章节条]|一、|（一）|\\(一\\)|1[.．、]|１[.．、])", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex(@"^\s*(?:第一[编章节条]|一、)", RegexOptions.CultureInvariant)]
    private static partial Regex Top();
}
