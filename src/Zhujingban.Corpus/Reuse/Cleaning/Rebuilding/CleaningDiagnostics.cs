using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Tells what of a notice is missing, contradicts itself or is undecided, each with its place.</summary>
internal static class CleaningDiagnostics
{
    /// <summary>Gaps, then conflicts, then questions.</summary>
    public static IEnumerable<Diagnostic> Of(CleanedNotice notice)
    {
        var names = new UnitNames(notice);
        return [
            .. notice.Gaps.Select(gap => Gap(notice, names, gap)),
            .. notice.Conflicts.Select(conflict => Warning($"conflict-{conflict.Kind}", conflict.Message, conflict.Spans)),
            .. notice.Questions.Select(question => Warning("question", Describe(names, question), question.Spans)),
        ];
    }

    private static Diagnostic Gap(CleanedNotice notice, UnitNames names, CleanGap gap)
    {
        string?[] neighbours = [gap.After, gap.Before];
        var spans = TextSpans.Flatten(neighbours.Select(names.NumberOf).OfType<int>().SelectMany(number => notice.Units[number].Spans));
        return Warning(gap.Certainty == GapCertainty.Certain ? "gap-certain" : "gap-probable", Describe(names, gap), spans);
    }

    private static string Describe(UnitNames names, CleanGap gap)
    {
        var place = (names.Find(gap.After), names.Find(gap.Before)) switch
        {
            ({ } after, { } before) => $"between {after} and {before}",
            ({ } after, null) => $"behind {after}",
            (null, { } before) => $"before {before}",
            _ => "in the notice",
        };
        if (gap.Missing.Count == 0) return $"The text breaks off {place}.";
        var verb = gap.Certainty == GapCertainty.Certain ? "is missing" : "may be missing";
        return $"What {string.Join(" ", gap.Missing)} numbers {verb} {place}.";
    }

    private static string Describe(UnitNames names, CleanQuestion question)
    {
        var candidates = question.Candidates.Select(id => names.Find(id) is { } name ? $"behind {name}" : "in a unit that stands nowhere");
        var places = string.Join(", or ", candidates.Distinct());
        return places.Length == 0 ? question.Reason : $"{question.Reason.TrimEnd('.')}: it may belong {places}.";
    }

    private static Diagnostic Warning(string code, string message, IReadOnlyList<TextSpan> spans) =>
        new(code, DiagnosticSeverity.Warning, message, spans);
}
