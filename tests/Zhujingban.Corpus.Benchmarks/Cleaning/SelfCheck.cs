using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>
/// Checks generator and scorer against one another: what is cleaned by the truth scores one throughout, and who keeps everything
/// finds no duplicate, loses nothing, and merges no decoy.
/// </summary>
internal static class SelfCheck
{
    public static int Run(DamagedNotices notices, int documents)
    {
        var failures = 0;
        Console.WriteLine(TierTable.Header);
        foreach (var tier in Enum.GetValues<DamageTier>())
        {
            var scores = new List<CleaningScore>();
            for (var i = 0; i < documents; i++)
            {
                var damaged = notices.Make(tier, i);
                var truth = new NoticeTruth(damaged);
                var document = DamagedNotices.Read(damaged.Id, damaged.Text);
                var score = CleaningScorer.Score(truth, TruthCleaner.Clean(truth, document));
                scores.Add(score);
                if (score.Badness > 0.001 && failures++ < 3) DamagedView.Write(score, TruthCleaner.Clean(truth, document), Console.Out);
                if (KeepsAllIsWrong(truth, document)) failures++;
                if (notices.Make(tier, i).Text != damaged.Text) failures++;
            }

            Console.WriteLine(TierTable.Row(tier.ToString().ToLowerInvariant(), scores, 0));
        }

        Console.WriteLine(failures == 0 ? "self-check passed" : $"self-check failed: {failures}");
        return failures == 0 ? 0 : 1;
    }

    private static bool KeepsAllIsWrong(NoticeTruth truth, Documents.Document document)
    {
        var score = CleaningScorer.Score(truth, KeepAll(truth.Damaged, document));
        return score.Duplicates.Right != 0 || score.Duplicates.Wrong != 0 || score.LostCharacters != 0 || score.DecoysMerged.Hits != 0 || score.Faults != 0;
    }

    /// <summary>The whole text as one unit.</summary>
    public static CleanedNotice KeepAll(DamagedNotice damaged, Documents.Document document) =>
        new(document, [new CleanUnit("u1", CleanUnitKind.Paragraph, null, [], damaged.Text.ReplaceLineEndings(""), [new(0, damaged.Text.Length)], [])]);
}
