using System.Buffers;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// The lines of a document as its marks have them: what has run together is cut before each mark of a container or an article, and
/// a heading that is broken over two lines is one line again.
/// </summary>
internal static class RegulationLines
{
    private const int LongestRest = 30;
    private const int LongHeading = 10;
    private const int LongestTitle = 120;

    private static readonly SearchValues<char> NoHeading = SearchValues.Create("。；：！？，;:!?,");

    /// <summary>Cuts and joins lines.</summary>
    public static List<TextSpan> Cut(string text, IReadOnlyList<TextSpan> lines, RegulationMarks marks)
    {
        var cut = new List<TextSpan>(lines.Count);
        var next = 0;
        foreach (var line in lines)
        {
            var start = line.Start;
            if (cut.Count == 0 && marks.Cuts.Count > 0 && TitleEnd(text, line, marks.Cuts[0]) is var title && title > start)
            {
                Add(text, new TextSpan(start, title), cut);
                start = title;
            }

            for (; next < marks.Cuts.Count && marks.Cuts[next] < line.End; next++)
            {
                Add(text, new TextSpan(start, marks.Cuts[next]), cut);
                start = marks.Cuts[next];
            }

            Add(text, new TextSpan(start, line.End), cut);
        }

        return marks.Marks.Count == 0 ? cut : JoinHeadings(text, cut, marks);
    }

    /// <summary>Where a title ends that has run together with its history: …法（1995年10月30日…通过）第一章.</summary>
    private static int TitleEnd(string text, TextSpan line, int first)
    {
        var limit = Math.Min(Math.Min(first, line.End), line.Start + LongestTitle);
        for (var at = line.Start + 1; at < limit; at++)
        {
            if (NoHeading.Contains(text[at])) break;
            if (!OfficialDocumentHeadParts.IsHistory(text.AsSpan(at, line.End - at))) continue;
            return OfficialDocumentGenres.IsComplete(text[line.Start..at]) ? at : line.Start;
        }

        return line.Start;
    }

    private static List<TextSpan> JoinHeadings(string text, List<TextSpan> lines, RegulationMarks marks)
    {
        var joined = new List<TextSpan>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var goesOn = i + 2 < lines.Count && marks.TryGet(lines[i].Start, out var mark) && NumberingKinds.IsContainer(mark.Kind)
                && marks.TryGet(lines[i + 2].Start, out _) && !marks.TryGet(lines[i + 1].Start, out _)
                && IsRest(text, new TextSpan(mark.Span.End, lines[i].End), lines[i + 1]);
            joined.Add(goesOn ? new TextSpan(lines[i].Start, lines[i + 1].End) : lines[i]);
            if (goesOn) i++;
        }

        return joined;
    }

    /// <summary>True for the second line of a heading: short, no sentence, behind a line that is long or waits for more.</summary>
    private static bool IsRest(string text, TextSpan heading, TextSpan rest)
    {
        var first = text.AsSpan(heading.Start, heading.Length).Trim();
        var second = text.AsSpan(rest.Start, rest.Length);
        if (second.Length > LongestRest || second.ContainsAny(NoHeading) || first.ContainsAny(NoHeading) || second[0] is '（' or '(') return false;
        return first.IsEmpty || first.Length >= LongHeading || first[^1] is '的' or '和' or '与' or '及' or '、' || second[0] is '的' or '和' or '与' or '及';
    }

    private static void Add(string text, TextSpan span, List<TextSpan> lines)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start < end) lines.Add(new TextSpan(start, end));
    }
}
