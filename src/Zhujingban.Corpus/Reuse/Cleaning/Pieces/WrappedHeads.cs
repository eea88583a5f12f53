using System.Text;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Reads heads whose lines were wrapped: a line break that parts nothing is passed over inside a title, a number or a date (〔2⏎009〕138号), as it is inside
/// a sentence.
/// </summary>
internal static class WrappedHeads
{
    /// <summary>So many characters are unwrapped; no head is as long.</summary>
    private const int Longest = 2000;

    private static readonly RegulationMarks None = RegulationMarks.Read("", []);

    /// <summary>The head at the beginning of lines, wrapped or not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines from the head on; a line break inside one of them parts nothing.</param>
    /// <param name="mayBeArticles">True where articles among the lines end the head.</param>
    public static OfficialDocumentHead Read(string text, IReadOnlyList<TextSpan> lines, bool mayBeArticles)
    {
        if (IsWrapped(text, lines))
        {
            var (unwrapped, parts, places) = Unwrap(text, lines);
            var head = ReadWhole(unwrapped, parts, mayBeArticles);
            if (head.Parts.Count > 0 && head.Parts[^1].Span.End < unwrapped.Length)
                return head with { Parts = [.. head.Parts.Select(part => part with { Span = new TextSpan(places[part.Span.Start], places[part.Span.End - 1] + 1) })], End = places[head.End] };
        }

        return ReadWhole(text, lines, mayBeArticles);
    }

    private static OfficialDocumentHead ReadWhole(string text, IReadOnlyList<TextSpan> lines, bool mayBeArticles) =>
        new OfficialDocumentHeadReader(text, lines, mayBeArticles ? RegulationMarks.Read(text, lines) : None).Read();

    private static bool IsWrapped(string text, IReadOnlyList<TextSpan> lines)
    {
        foreach (var line in lines)
        {
            if (text.AsSpan(line.Start, Math.Min(line.Length, Longest)).Contains('\n')) return true;
        }

        return false;
    }

    /// <summary>The text of the lines without the breaks inside them, its lines, and the place in the text of each of its characters.</summary>
    private static (string Text, List<TextSpan> Lines, List<int> Places) Unwrap(string text, IReadOnlyList<TextSpan> lines)
    {
        var (unwrapped, parts, places) = (new StringBuilder(), new List<TextSpan>(), new List<int>());
        foreach (var line in lines)
        {
            if (unwrapped.Length >= Longest) break;
            var start = unwrapped.Length;
            for (var at = line.Start; at < line.End && unwrapped.Length < Longest; at++)
            {
                if (char.IsWhiteSpace(text[at]) && IsBreak(text, ref at, line.End)) continue;
                unwrapped.Append(text[at]);
                places.Add(at);
            }

            parts.Add(new TextSpan(start, unwrapped.Length));
            unwrapped.Append('\n');
            places.Add(line.End);
        }

        return (unwrapped.ToString(), parts, places);
    }

    /// <summary>Goes to the last of the white space at a place, if a line break is part of it.</summary>
    private static bool IsBreak(string text, ref int at, int end)
    {
        var behind = at;
        while (behind < end && char.IsWhiteSpace(text[behind])) behind++;
        if (text.AsSpan(at, behind - at).Contains('\n') is var isBreak && isBreak) at = behind - 1;
        return isBreak;
    }
}
