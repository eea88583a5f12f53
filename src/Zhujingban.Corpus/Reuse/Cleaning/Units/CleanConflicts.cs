using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Finds what contradicts itself: a date of publication before the notice's own, a number that two different units bear.</summary>
internal static class CleanConflicts
{
    /// <summary>The conflicts, in canonical order.</summary>
    public static IReadOnlyList<CleanConflict> Find(Document document, Placement placement, CleanUnits units)
    {
        var conflicts = new List<CleanConflict>();
        AddDates(units, conflicts);
        if (placement.AsItStands) return conflicts;
        for (var i = 0; i < units.Drafts.Count; i++)
        {
            var unit = units.Units[i];
            if (unit.Num is null || placement.Nodes[units.Drafts[i].Node].Again == 0 || units.Drafts[i].Kind == CleanUnitKind.Paragraph) continue;
            conflicts.Add(new CleanConflict("number-repeated", $"Two different units of {document.Id} bear the number {string.Concat(unit.Path)}.", unit.Spans));
        }

        return conflicts;
    }

    private static void AddDates(CleanUnits units, List<CleanConflict> conflicts)
    {
        var published = units.Units.FirstOrDefault(unit => unit.Kind == CleanUnitKind.PublishedDate && unit.Text.StartsWith("发布", StringComparison.Ordinal) && DateIn(unit.Text) is not null);
        var signed = units.Units.FirstOrDefault(unit => unit.Kind == CleanUnitKind.Date && DateIn(unit.Text) is not null);
        if (published is null || signed is null) return;
        var (early, late) = (DateIn(published.Text)!, DateIn(signed.Text)!);
        if (string.CompareOrdinal(early, late) >= 0) return;
        conflicts.Add(new CleanConflict("published-before-date", $"It says that it was published on {early}, before its own date, {late}.",
            TextSpans.Flatten(published.Spans.Concat(signed.Spans))));
    }

    /// <summary>The first date in a text, ISO 8601; null for none.</summary>
    private static string? DateIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (ChineseNumerals.IsNumeral(text[at]) && ChineseDates.Read(text.AsSpan(at), out var iso) > 0) return iso;
        }

        return null;
    }
}
