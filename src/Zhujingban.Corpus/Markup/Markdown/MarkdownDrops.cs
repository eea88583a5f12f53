using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>Gives a reason to all of a source that no run of the text comes from.</summary>
internal static class MarkdownDrops
{
    private static readonly SearchValues<char> WhiteSpace =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(char.IsWhiteSpace)]);

    /// <summary>The drops that, with the runs of <paramref name="text"/>, tile the source; null when runs overlap.</summary>
    /// <param name="source">The source.</param>
    /// <param name="text">Its text.</param>
    /// <param name="reasons">The ranges that are known to be left out for a reason of their own, in any order; of two that
    /// overlap, the first counts.</param>
    public static IReadOnlyList<Drop>? Between(string source, MappedText text, List<Drop> reasons)
    {
        reasons.Sort((left, right) => left.Span.CompareTo(right.Span));
        var gaps = Gaps(source.Length, text);
        if (gaps is null) return null;
        var drops = new List<Drop>();
        var next = 0;
        foreach (var gap in gaps)
        {
            var at = gap.Start;
            while (next < reasons.Count && reasons[next].Span.End <= at) next++;
            for (var i = next; i < reasons.Count && reasons[i].Span.Start < gap.End; i++)
            {
                var inside = new TextSpan(Math.Max(at, reasons[i].Span.Start), Math.Min(gap.End, reasons[i].Span.End));
                if (inside.IsEmpty) continue;
                AddMarkup(drops, source, new TextSpan(at, inside.Start));
                Add(drops, reasons[i].Reason, inside);
                at = inside.End;
                if (reasons[i].Span.End <= gap.End) next = i + 1;
            }

            AddMarkup(drops, source, new TextSpan(at, gap.End));
        }

        return drops;
    }

    /// <summary>Adds an item without content: of those inside each other, the outermost is what is left out.</summary>
    public static void AddEmpty(List<Drop> reasons, TextSpan item)
    {
        while (reasons.Count > 0 && reasons[^1] is { Reason: DropReason.Empty } inner && item.Contains(inner.Span))
            reasons.RemoveAt(reasons.Count - 1);
        reasons.Add(new Drop(DropReason.Empty, item));
    }

    private static List<TextSpan>? Gaps(int length, MappedText text)
    {
        var runs = text.Runs.Where(run => !run.Source.IsEmpty).Select(run => run.Source).ToArray();
        for (var i = 1; i < runs.Length; i++)
        {
            if (runs[i - 1].Start <= runs[i].Start) continue;
            Array.Sort(runs);
            break;
        }

        var gaps = new List<TextSpan>(runs.Length + 1);
        var at = 0;
        foreach (var run in runs)
        {
            if (run.Start < at) return null;
            if (run.Start > at) gaps.Add(new TextSpan(at, run.Start));
            at = run.End;
        }

        if (at > length) return null;
        if (at < length) gaps.Add(new TextSpan(at, length));
        return gaps;
    }

    /// <summary>Drops a range as markup, its edges and whatever holds a line break as white space.</summary>
    private static void AddMarkup(List<Drop> drops, string source, TextSpan span)
    {
        var start = span.Start;
        for (var at = span.Start; at < span.End;)
        {
            var next = source.AsSpan(at..span.End).IndexOfAny(WhiteSpace);
            if (next < 0) break;
            at += next;
            var length = source.AsSpan(at..span.End).IndexOfAnyExcept(WhiteSpace);
            var end = length < 0 ? span.End : at + length;
            if (at == span.Start || end == span.End || source.AsSpan(at..end).ContainsAny('\n', '\r'))
            {
                Add(drops, DropReason.Markup, new TextSpan(start, at));
                Add(drops, DropReason.Whitespace, new TextSpan(at, end));
                start = end;
            }

            at = end;
        }

        Add(drops, DropReason.Markup, new TextSpan(start, span.End));
    }

    private static void Add(List<Drop> drops, DropReason reason, TextSpan span)
    {
        if (span.IsEmpty) return;
        if (drops.Count > 0 && drops[^1] is var last && last.Reason == reason && last.Span.End == span.Start)
            drops[^1] = last with { Span = new TextSpan(last.Span.Start, span.End) };
        else
            drops.Add(new Drop(reason, span));
    }
}
