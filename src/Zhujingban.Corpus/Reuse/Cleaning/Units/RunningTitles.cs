using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// The lines that were left out as the page's and say a title of the notice again, as printed pages do over each page: they are told as repeats of it, so that
/// a person sees what they were.
/// </summary>
internal static class RunningTitles
{
    /// <summary>The units, with these lines among the repeats of their titles, and what belongs to no unit then.</summary>
    /// <param name="document">The document, with the lines of its page.</param>
    /// <param name="units">Its units.</param>
    /// <param name="rest">What belongs to none of them.</param>
    public static (IReadOnlyList<CleanUnit> Units, IReadOnlyList<TextSpan> Boilerplate) Restore(Document document, IReadOnlyList<CleanUnit> units, IReadOnlyList<TextSpan> rest)
    {
        var titles = new Dictionary<string, int>();
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Kind == CleanUnitKind.Title) titles.TryAdd(Squashed(units[i].Text), i);
        }

        var repeats = new List<(int Title, TextSpan Line)>();
        foreach (var line in LinesIn(document, rest))
        {
            if (titles.TryGetValue(Squashed(line.Of(document.Source.Text)), out var title)) repeats.Add((title, line));
        }

        if (repeats.Count == 0) return (units, rest);
        var of = repeats.ToLookup(repeat => repeat.Title, repeat => repeat.Line);
        var used = TextSpans.Complement(rest, document.Source.Text.Length).Concat(repeats.Select(repeat => repeat.Line));
        return ([.. units.Select((unit, i) => of.Contains(i) ? WithRepeats(unit, of[i]) : unit)], TextSpans.Complement(TextSpans.Flatten(used), document.Source.Text.Length));
    }

    /// <summary>The lines of a document that lie in ranges of its source: ranges of the source.</summary>
    private static IEnumerable<TextSpan> LinesIn(Document document, IReadOnlyList<TextSpan> ranges)
    {
        var range = 0;
        foreach (var block in document.Blocks)
        {
            if (block.Span.IsEmpty || document.Text.SourceSpans(block.Span) is not [var line]) continue;
            while (range < ranges.Count && ranges[range].End <= line.Start) range++;
            if (range < ranges.Count && ranges[range].Start <= line.Start && line.End <= ranges[range].End) yield return line;
        }
    }

    private static CleanUnit WithRepeats(CleanUnit title, IEnumerable<TextSpan> lines) => title with
    {
        Duplicates = [.. title.Duplicates.Concat(lines.Select(line => new UnitDuplicate([line], title.Spans, 1, LikenessReasons.SentenceEqual))).OrderBy(duplicate => duplicate.Spans[0].Start)],
    };

    private static string Squashed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
