using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Tells the notice's title in a text that begins in the middle of it, where no title is known yet to compare it with.</summary>
internal static class TitlesInMidText
{
    private const int MostLines = 3;
    private const int LongestTitle = 120;
    private const int LongestMinutes = 60;
    private const int ShortestTitle = 6;
    private const int LongestOrgan = 12;
    private const int LongestAddressees = 80;

    /// <summary>A section may have many lines.</summary>
    private const int MostLinesOfSection = 100;

    private const string Minutes = "纪要";

    private static readonly SearchValues<char> NoTitle = SearchValues.Create("。；：，！？");

    /// <summary>True for a title that an office issues, over the preamble.</summary>
    public static bool StandsOverPreamble(string text, TextSpan title)
    {
        var below = title.End;
        while (below < text.Length && char.IsWhiteSpace(text[below])) below++;
        return below > title.End && OfficialDocumentTitles.IssuerOf(OfficialDocumentHeadParts.Unbroken(text.AsSpan(title.Start, title.Length))) is not null
            && OfficialDocumentHeadParts.IsPurpose(text.AsSpan(below));
    }

    /// <summary>True for the first line of a title that ends with one of the next ones.</summary>
    public static bool IsWrapped(string text, IReadOnlyList<TextSpan> lines, int line)
    {
        for (var last = line + 1; last < lines.Count && last - line < MostLines && lines[last].End - lines[line].Start <= LongestTitle; last++)
        {
            var joined = OfficialDocumentHeadParts.Unbroken(text.AsSpan(lines[line].Start, lines[last].End - lines[line].Start));
            if (OfficialDocumentTitles.FindEnd(joined, new TextSpan(0, joined.Length)) >= 0) return true;
        }

        return false;
    }

    /// <summary>True for a title of whatever kind (…对…提案的答复) over its document's number, a line each.</summary>
    public static bool StandsOverNumber(string text, IReadOnlyList<TextSpan> lines, int line) =>
        line + 1 < lines.Count && OfficialDocumentNumbers.Read(text.AsSpan(lines[line + 1].Start, lines[line + 1].Length)) == lines[line + 1].Length
            && lines[line].Length <= LongestTitle && OfficialDocumentGenres.IsComplete(lines[line].Of(text));

    /// <summary>True for a title of whatever kind with its document's number right behind it on one line, where the line ends there or a colon closes the addressees.</summary>
    public static bool StandsBeforeNumber(string text, IReadOnlyList<TextSpan> lines, int line) => StandsBeforeNumber(text.AsSpan(lines[line].Start, lines[line].Length)) && !StandsInList(text, lines, line);

    private static bool StandsBeforeNumber(ReadOnlySpan<char> line)
    {
        for (var open = 0; open < Math.Min(line.Length, LongestTitle); open++)
        {
            if (line[open] is not ('〔' or '[' or '［' or '【' or '（' or '(')) continue;
            for (var start = open - 1; start >= ShortestTitle && open - start <= LongestOrgan; start--)
            {
                if (OfficialDocumentNumbers.Read(line[start..]) is not (> 0 and var length) || !OfficialDocumentGenres.IsComplete(line[..start].ToString())) continue;
                var behind = line[(start + length)..].TrimStart();
                if (!line[..start].ContainsAny(NoTitle) && (behind.IsEmpty || behind[..Math.Min(behind.Length, LongestAddressees)].IndexOf('：') > 0)) return true;
            }
        }

        return false;
    }

    /// <summary>True where the number of a section above a line and that of one below it follow each other: what stands between is one of the texts that the notice names.</summary>
    private static bool StandsInList(string text, IReadOnlyList<TextSpan> lines, int line)
    {
        var above = Enumerable.Range(1, Math.Min(line, MostLinesOfSection)).Select(step => SectionAt(text, lines[line - step])).FirstOrDefault(mark => mark.Value > 0);
        var below = Enumerable.Range(1, Math.Min(lines.Count - 1 - line, MostLinesOfSection)).Select(step => SectionAt(text, lines[line + step])).FirstOrDefault(mark => mark.Value > 0);
        return above.Value > 0 && below.Kind == above.Kind && below.Value == above.Value + 1;
    }

    private static (NumberingKind Kind, int Value) SectionAt(string text, TextSpan line) =>
        PieceMarks.TryRead(text.AsSpan(0, line.End), line.Start, out var mark) && mark.Kind is NumberingKind.First or NumberingKind.Article ? (mark.Kind, mark.Value) : default;

    /// <summary>The lines as long as titles that stand more than once.</summary>
    public static HashSet<string> LinesAgain(string text, IReadOnlyList<TextSpan> lines)
    {
        var (known, again) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in lines)
        {
            if (line.Length is >= ShortestTitle and <= LongestTitle && !known.Add(line.Of(text))) again.Add(line.Of(text));
        }

        return again;
    }

    /// <summary>True for a 纪要标志 that stands alone on its line (GB/T 9704-2012 10.3).</summary>
    public static bool IsOfMinutes(ReadOnlySpan<char> line) => line.Length <= LongestMinutes && line.EndsWith(Minutes);
}
