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
        AddNumbers(document, placement, units, conflicts);
        AddDiffering(document, placement, conflicts);
        return conflicts;
    }

    /// <summary>Two units with one number.</summary>
    private static void AddNumbers(Document document, Placement placement, CleanUnits units, List<CleanConflict> conflicts)
    {
        var first = new Dictionary<OutlineNode, CleanUnit>();
        for (var i = 0; i < units.Drafts.Count; i++)
        {
            var unit = units.Units[i];
            if (unit.Num is null || units.Drafts[i].Kind == CleanUnitKind.Paragraph) continue;
            var place = placement.Nodes[units.Drafts[i].Node];
            if (first.TryAdd(place with { Again = 0 }, unit)) continue;
            conflicts.Add(new CleanConflict(CleanConflictKinds.NumberRepeated, $"Two different units of {document.Id} bear the number {string.Concat(unit.Path)}.",
                TextSpans.Flatten(first[place with { Again = 0 }].Spans.Concat(unit.Spans))));
        }
    }

    /// <summary>Two versions of what bears no number.</summary>
    private static void AddDiffering(Document document, Placement placement, List<CleanConflict> conflicts)
    {
        foreach (var (piece, first) in placement.Differing.OrderBy(pair => pair.Key))
        {
            var (one, other) = (placement.Pieces[first], placement.Pieces[piece]);
            if (one.IsMarked) continue;
            var (kind, name) = one.Kind switch
            {
                PieceKind.Title => (CleanConflictKinds.TitlesDiffer, "titles"),
                PieceKind.DocumentNumber => (CleanConflictKinds.DocumentNumbersDiffer, "document numbers"),
                PieceKind.Addressees => (CleanConflictKinds.AddresseesDiffer, "lists of addressees"),
                PieceKind.Date => (CleanConflictKinds.DatesDiffer, "dates"),
                PieceKind.Signature => (CleanConflictKinds.SignaturesDiffer, "signatures"),
                PieceKind.Attendance => (CleanConflictKinds.AttendanceDiffers, "lists of those present"),
                _ => (CleanConflictKinds.SentencesDiffer, "versions of a sentence"),
            };
            conflicts.Add(new CleanConflict(kind, $"Copies of {document.Id} have two {name}: {one.Span.Of(document.Text.Text)} and {other.Span.Of(document.Text.Text)}.",
                TextSpans.Flatten(document.Text.SourceSpans(one.Span).Concat(document.Text.SourceSpans(other.Span)))));
        }
    }

    private static void AddDates(CleanUnits units, List<CleanConflict> conflicts)
    {
        var published = units.Units.FirstOrDefault(unit => unit.Kind == CleanUnitKind.PublishedDate && unit.Text.StartsWith("发布", StringComparison.Ordinal) && DateIn(unit.Text) is not null);
        var signed = units.Units.FirstOrDefault(unit => unit.Kind == CleanUnitKind.Date && DateIn(unit.Text) is not null);
        if (published is null || signed is null) return;
        var (early, late) = (DateIn(published.Text)!, DateIn(signed.Text)!);
        if (string.CompareOrdinal(early, late) >= 0) return;
        conflicts.Add(new CleanConflict(CleanConflictKinds.PublishedBeforeDate, $"It says that it was published on {early}, before its own date, {late}.",
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
