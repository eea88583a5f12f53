using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Tells what was left out in mid-sentence, because it stands twice on end, as repeats of the units that have it.</summary>
internal static class OverlapRepeats
{
    /// <summary>The units with these repeats, and what belongs to no unit then.</summary>
    /// <param name="units">The units.</param>
    /// <param name="overlaps">What was left out.</param>
    /// <param name="length">The length of the source in UTF-16 code units.</param>
    public static (IReadOnlyList<CleanUnit> Units, IReadOnlyList<TextSpan> Boilerplate) Restore(IReadOnlyList<CleanUnit> units, IReadOnlyList<OverlapInSentence> overlaps, int length)
    {
        if (overlaps.Count == 0) return (units, Rest(units, length));
        var owners = new int[length];
        Array.Fill(owners, -1);
        for (var unit = 0; unit < units.Count; unit++)
        {
            foreach (var span in units[unit].Spans.Concat(units[unit].Duplicates.SelectMany(duplicate => duplicate.Spans))) owners.AsSpan(span.Start, span.Length).Fill(unit);
        }

        var repeats = new List<UnitDuplicate>?[units.Count];
        foreach (var overlap in overlaps)
        {
            for (var (from, to) = (0, 1); to <= overlap.Of.Length; to++)
            {
                if (to < overlap.Of.Length && OwnerOf(overlap, to) == OwnerOf(overlap, from)) continue;
                if (OwnerOf(overlap, from) is >= 0 and var owner)
                    (repeats[owner] ??= []).Add(new UnitDuplicate(SpansOf(overlap.Again[from..to]), InUnit(units[owner], overlap.Of[from..to]), 1, LikenessReasons.SentenceEqual));
                from = to;
            }
        }

        IReadOnlyList<CleanUnit> restored = [.. units.Select((unit, i) => repeats[i] is { } more ? WithRepeats(unit, more) : unit)];
        return (restored, Rest(restored, length));

        int OwnerOf(OverlapInSentence overlap, int letter) => overlap.Of[letter] < 0 || overlap.Again[letter] < 0 ? -1 : owners[overlap.Of[letter]];
    }

    private static CleanUnit WithRepeats(CleanUnit unit, List<UnitDuplicate> more) =>
        unit with { Duplicates = [.. unit.Duplicates.Concat(more).OrderBy(duplicate => duplicate.Spans[0].Start)] };

    private static IReadOnlyList<TextSpan> Rest(IReadOnlyList<CleanUnit> units, int length) =>
        TextSpans.Complement(TextSpans.Flatten(units.SelectMany(unit => unit.Spans.Concat(unit.Duplicates.SelectMany(duplicate => duplicate.Spans)))), length);

    private static IReadOnlyList<TextSpan> SpansOf(int[] letters) => TextSpans.Flatten(letters.Select(letter => TextSpan.At(letter, 1)));

    /// <summary>The place in the unit: of what stands in another repeat of it, what that repeats.</summary>
    private static IReadOnlyList<TextSpan> InUnit(CleanUnit unit, int[] letters)
    {
        var kept = SpansOf([.. letters.Where(letter => Holds(unit.Spans, letter))]);
        return kept.Count > 0 ? kept : unit.Duplicates.First(duplicate => Holds(duplicate.Spans, letters[0])).Of;
    }

    /// <summary>True where a range of a flat list holds a place.</summary>
    private static bool Holds(IReadOnlyList<TextSpan> spans, int at)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].End <= at) low = middle + 1;
            else high = middle;
        }

        return low < spans.Count && spans[low].Start <= at;
    }
}
