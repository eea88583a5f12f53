using System.Buffers;
using System.Runtime.InteropServices;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Chooses the part of a text that shows the most of what was sought.</summary>
internal static class Snippet
{
    /// <summary>About how many code units are shown.</summary>
    public const int Length = 120;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；!?;\n\r");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，、：,:）)》”」 \t　");

    /// <summary>The part with the most different matches, then the most matches, then the first; a short text is shown whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">Its matches, in any order.</param>
    public static TextSpan Choose(string text, List<Mark> marks)
    {
        if (text.Length <= Length) return new TextSpan(0, text.Length);
        marks.Sort((left, right) => left.Span.CompareTo(right.Span));
        var densest = marks.Count == 0 ? new TextSpan(0, 0) : Densest(CollectionsMarshal.AsSpan(marks));
        return Widen(text, densest);
    }

    private static TextSpan Densest(ReadOnlySpan<Mark> marks)
    {
        var patterns = 0;
        foreach (var mark in marks) patterns = Math.Max(patterns, mark.Pattern + 1);
        var counts = new int[patterns];
        var best = TextSpan.At(marks[0].Span.Start, Math.Min(Length, marks[0].Span.Length));
        var (different, end) = (0, 0);
        var most = (Different: 0, All: 0);
        for (var start = 0; start < marks.Length; start++)
        {
            for (; end < marks.Length && marks[end].Span.End - marks[start].Span.Start <= Length; end++)
            {
                if (counts[marks[end].Pattern]++ == 0) different++;
            }

            if (end <= start)
            {
                end = start + 1;
                continue;
            }

            if ((different, end - start).CompareTo(most) > 0)
            {
                most = (different, end - start);
                best = new TextSpan(marks[start].Span.Start, Math.Max(marks[start].Span.End, marks[end - 1].Span.End));
            }

            if (--counts[marks[start].Pattern] == 0) different--;
        }

        return best;
    }

    /// <summary>Shows as much before as behind, from the start of a sentence to the end of one where that is within reach.</summary>
    private static TextSpan Widen(string text, TextSpan shown)
    {
        var spare = Length - shown.Length;
        var earliest = Math.Max(0, Math.Min(shown.Start - (spare / 2), text.Length - Length));
        var start = earliest == 0 ? 0 : FirstBehind(text, earliest, shown.Start);
        var latest = Math.Min(text.Length, start + Length);
        var end = latest == text.Length ? latest : LastBehind(text, Math.Max(shown.End, start + 1), latest);
        return new TextSpan(IsInsidePair(text, start) ? start - 1 : start, IsInsidePair(text, end) ? end + 1 : end);
    }

    private static int FirstBehind(string text, int from, int to)
    {
        var reach = text.AsSpan(from - 1, to - from + 1);
        var found = reach.IndexOfAny(SentenceEnds);
        if (found < 0) found = reach.IndexOfAny(ClauseEnds);
        if (found < 0) return from;
        for (found++; found < reach.Length && (SentenceEnds.Contains(reach[found]) || char.IsWhiteSpace(reach[found])); found++) ;
        return from - 1 + found;
    }

    private static int LastBehind(string text, int from, int to)
    {
        var reach = text.AsSpan(from - 1, to - from + 1);
        var found = reach.LastIndexOfAny(SentenceEnds);
        if (found < 0) found = reach.LastIndexOfAny(ClauseEnds);
        return found < 0 ? to : from + found;
    }

    private static bool IsInsidePair(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}
