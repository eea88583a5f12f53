using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the titles of regulations that stand behind other text, on a line of their own or run together with it: what has the name of one and stands over 第一条 or 第一章,
/// or over what it was made for (为了…，制定本规定。), wherever it stands.
/// </summary>
internal static partial class RegulationTitles
{
    private const int MostTitles = 16;

    /// <summary>Takes such titles down.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">The lines behind the heads, cut before articles.</param>
    public static void Learn(string text, OfficialDocumentLines lines)
    {
        var known = new HashSet<string>();
        for (var i = 1; i < lines.Lines.Count && known.Count < MostTitles; i++)
        {
            if (!BeginsRegulation(text, lines.Lines[i])) continue;
            var above = WithoutDate(text, lines.Lines[i - 1]);
            var hasPurpose = OfficialDocumentHeadParts.IsPurpose(text.AsSpan(above.Start, above.Length));
            if (i > 1 && (above.IsEmpty || hasPurpose)) above = lines.Lines[i - 2];
            if (OrdinalCuts.TitleAtEnd(text, above) is { } title && known.Add(title) && StandsOnlyOver(text, title, hasPurpose)) lines.AddIssued(title);
        }
    }

    private static bool BeginsRegulation(string text, TextSpan line) =>
        NumberingMarkReader.TryReadOrdinal(text.AsSpan(line.Start, line.Length), line.Start, out var mark) && mark.Value == 1 && mark.Branch == 0;

    /// <summary>A line without 发布日期：… at its end.</summary>
    private static TextSpan WithoutDate(string text, TextSpan line)
    {
        var found = LabelledDate().EnumerateMatches(text.AsSpan(line.Start, line.Length));
        return found.MoveNext() ? line with { End = line.Start + found.Current.Index } : line;
    }

    /// <summary>
    /// False where a sentence begins with the title: …办法由某局解释. Of a title that stands over its purpose, also where it stands over anything else: there a
    /// list names it.
    /// </summary>
    private static bool StandsOnlyOver(string text, string title, bool hasPurpose)
    {
        for (var at = text.IndexOf(title, StringComparison.Ordinal); at >= 0; at = text.IndexOf(title, at + title.Length, StringComparison.Ordinal))
        {
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]) && !Sentences.IsEnd(text[at - 1])) continue;
            var behind = text.AsSpan(at + title.Length);
            if (!Behind().IsMatch(behind) || (hasPurpose && !IsOver(behind.TrimStart()))) return false;
        }

        return true;
    }

    /// <summary>True for what a regulation has behind its title.</summary>
    private static bool IsOver(ReadOnlySpan<char> behind) => behind.IsEmpty || OfficialDocumentHeadParts.IsPurpose(behind)
        || NumberingMarkReader.TryReadOrdinal(behind, 0, out _) || Behind().IsMatch(behind);

    [GeneratedRegex(@"(?:发布|公布|成文|施行|实施|生效)日期[：:][^\n]{0,20}$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex LabelledDate();

    [GeneratedRegex(@"^(?:$|\s|第[一1１]|[（(]|(?:发布|公布|成文|施行|实施|生效)日期)", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
