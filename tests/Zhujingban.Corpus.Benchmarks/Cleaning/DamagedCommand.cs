using System.Diagnostics;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>
/// Cleans made-up damaged notices and scores the outcome by the truth that their generator took down:
/// <c>-- damaged [--documents N] [--seed N] [--tier NAME] [--show N] [--dump DIR] [--by-way] [--self-check]</c>.
/// </summary>
internal static class DamagedCommand
{
    public static int Run(string[] args)
    {
        if (CleaningOptions.Parse(args) is not { } options) return 2;
        var notices = new DamagedNotices(options.Seed);
        Console.WriteLine($"seed {options.Seed}, {options.Documents} documents a tier, {DamagedNotices.RealBases} real bases");
        if (options.SelfCheck) return SelfCheck.Run(notices, options.Documents);
        Console.WriteLine(TierTable.Header);
        foreach (var tier in options.Tiers)
        {
            var (scores, milliseconds) = Measure(notices, tier, options);
            Console.WriteLine(TierTable.Row(tier.ToString().ToLowerInvariant(), scores.ConvertAll(entry => entry.Score), milliseconds));
            var ways = scores.Select(entry => entry.Score).GroupBy(score => score.Truth.Damaged.Damages[0]).OrderBy(way => way.Key, StringComparer.Ordinal);
            foreach (var way in ways.Where(_ => options.ByWay))
                Console.WriteLine(TierTable.Row($"· {way.Key}", [.. way], 0));
            foreach (var (score, cleaned) in scores.Where(entry => entry.Score.Badness > 0.001).OrderByDescending(entry => entry.Score.Badness).Take(options.Show))
                DamagedView.Write(score, cleaned, Console.Out);
        }

        return 0;
    }

    private static (List<(CleaningScore Score, CleanedNotice Cleaned)> Scores, double Milliseconds) Measure(
        DamagedNotices notices, DamageTier tier, CleaningOptions options)
    {
        var (scores, time) = (new List<(CleaningScore, CleanedNotice)>(options.Documents), TimeSpan.Zero);
        for (var i = 0; i < options.Documents; i++)
        {
            var damaged = notices.Make(tier, i);
            var document = DamagedNotices.Read($"{tier}-{i}".ToLowerInvariant(), damaged.Text);
            var start = Stopwatch.GetTimestamp();
            var cleaned = NoticeCleaner.Clean(document);
            time += Stopwatch.GetElapsedTime(start);
            var score = CleaningScorer.Score(new NoticeTruth(damaged), cleaned);
            if (options.Dump is { } folder) Dump(folder, document.Id, score, cleaned);
            scores.Add((score, cleaned));
        }

        return (scores, time.TotalMilliseconds);
    }

    private static void Dump(string folder, string id, CleaningScore score, CleanedNotice cleaned)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{id}.txt"), score.Truth.Damaged.Text);
        using var writer = new StreamWriter(Path.Combine(folder, $"{id}.view.txt"));
        DamagedView.Write(score, cleaned, writer);
    }
}

/// <summary>What the modes about cleaning are told on the command line.</summary>
internal sealed record CleaningOptions(
    int Documents, ulong Seed, IReadOnlyList<DamageTier> Tiers, int Show, string? Dump, bool SelfCheck, bool ByWay)
{
    public static CleaningOptions? Parse(string[] args)
    {
        var options = new CleaningOptions(1000, 1, Enum.GetValues<DamageTier>(), 0, null, false, false);
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var parsed = args[i] switch
            {
                "--documents" when int.TryParse(value, out var count) && count > 0 => options with { Documents = count },
                "--seed" when ulong.TryParse(value, out var seed) => options with { Seed = seed },
                "--tier" when Enum.TryParse<DamageTier>(value, ignoreCase: true, out var tier) => options with { Tiers = [tier] },
                "--show" when int.TryParse(value, out var shown) => options with { Show = shown },
                "--dump" when value.Length > 0 => options with { Dump = value },
                "--self-check" => options with { SelfCheck = true },
                "--by-way" => options with { ByWay = true },
                _ => null,
            };
            if (parsed is null)
            {
                Console.Error.WriteLine($"Not understood: {args[i]} {value}".TrimEnd());
                return null;
            }

            if (args[i] is not ("--self-check" or "--by-way")) i++;
            options = parsed;
        }

        return options;
    }
}
