namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>The table of a measurement: a row a tier.</summary>
internal static class TierTable
{
    public static string Header =>
        "| tier | docs | faults | lost | decoys merged | dup P | dup R | dup F1 | clauses | strict | kinds | typos kept | order "
        + "| gaps P | gaps R | placed | conflicts P | conflicts R | breaks P | breaks R | asked | spurious/doc | extra/doc | ms |\n"
        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|";

    public static string Row(string name, List<CleaningScore> scores, double milliseconds)
    {
        var duplicates = scores.Aggregate(default(Retrieval), (sum, score) => sum + score.Duplicates);
        var gaps = scores.Aggregate(default(Retrieval), (sum, score) => sum + score.Gaps);
        var breaks = scores.Aggregate(default(Retrieval), (sum, score) => sum + score.BreakOffs);
        var conflicts = scores.Aggregate(default(Retrieval), (sum, score) => sum + score.Conflicts);
        var decoys = Sum(score => score.DecoysMerged);
        var asked = Sum(score => score.Questions);
        string[] cells =
        [
            name, $"{scores.Count}", $"{scores.Sum(score => score.Faults)}", $"{scores.Sum(score => score.LostCharacters)}",
            $"{decoys.Hits}/{decoys.Of}", $"{duplicates.Precision:F4}", $"{duplicates.Recall:F4}", $"{duplicates.F1:F4}",
            $"{Sum(score => score.Units).Value:F4}", $"{Sum(score => score.UnitsStrictly).Value:F4}", $"{Sum(score => score.Kinds).Value:F4}",
            $"{Sum(score => score.TyposKept).Value:F3}",
            $"{scores.Average(score => score.Order):F4}", $"{gaps.Precision:F3}", $"{gaps.Recall:F3} of {gaps.Right + gaps.Missed}",
            $"{Sum(score => score.GapsPlaced).Value:F3}", $"{conflicts.Precision:F3}", $"{conflicts.Recall:F3} of {conflicts.Right + conflicts.Missed}",
            $"{breaks.Precision:F3}", $"{breaks.Recall:F3} of {breaks.Right + breaks.Missed}", $"{asked.Hits}/{asked.Of}",
            $"{scores.Average(score => (double)score.SpuriousQuestions):F3}", $"{scores.Average(score => (double)score.ExtraUnits):F2}", $"{milliseconds:F0}",
        ];
        return $"| {string.Join(" | ", cells)} |";

        Share Sum(Func<CleaningScore, Share> part) => scores.Aggregate(default(Share), (sum, score) => sum + part(score));
    }
}
