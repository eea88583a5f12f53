using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>
/// Cleans real notices and laws that a page shows twice: what comes out is to be what comes of one copy, and nothing is to be asked, missing or contradictory.
/// </summary>
internal static class SaidAgainTable
{
    /// <summary>The parts of a hundred that each of two overlapping pages shows.</summary>
    private const int PageShare = 60;

    private static readonly (string Name, Func<string, string> Make)[] Forms = [("twice", Twice), ("overlapping", Overlapping)];

    /// <summary>Writes a row for each form, and which documents came out otherwise.</summary>
    /// <param name="texts">The documents, by id.</param>
    /// <param name="show">How many of those to name.</param>
    public static void Write(IReadOnlyList<(string Id, string Text)> texts, int show)
    {
        Console.WriteLine("| form | documents | as one copy | questions | gaps | conflicts |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var (name, make) in Forms)
        {
            var results = texts.Select(text => Result.Of(text.Id, text.Text, make(text.Text))).ToList();
            int[] counts =
            [
                results.Count, results.Count(result => result.IsWhole), results.Count(result => result.Cleaned.Questions.Count > 0),
                results.Count(result => result.Cleaned.Gaps.Count > 0), results.Count(result => result.Cleaned.Conflicts.Count > 0),
            ];
            Console.WriteLine($"| {name} | {string.Join(" | ", counts)} |");
            foreach (var result in results.Where(result => !result.IsWhole).OrderByDescending(result => result.Others.Count).Take(show)) result.Write(Console.Out);
        }
    }

    private static string Twice(string text) => $"{text.TrimEnd('\n')}\n{text}";

    private static string Overlapping(string text)
    {
        var lines = text.Split('\n');
        var share = lines.Length * PageShare / 100;
        return string.Join('\n', lines.Take(share).Concat(lines.Skip(lines.Length - share)));
    }

    /// <param name="Id">The document.</param>
    /// <param name="Cleaned">What came of it.</param>
    /// <param name="Others">The units of one copy that are not those of two, at their places, and the other way round.</param>
    private sealed record Result(string Id, CleanedNotice Cleaned, IReadOnlyList<string> Others)
    {
        public bool IsWhole => Others.Count == 0 && Cleaned.Questions.Count == 0 && Cleaned.Gaps.Count == 0 && Cleaned.Conflicts.Count == 0;

        public static Result Of(string id, string text, string again)
        {
            var (once, cleaned) = (NoticeCleaner.Clean(DamagedNotices.Read(id, text)), NoticeCleaner.Clean(DamagedNotices.Read(id, again)));
            var (expected, given) = (Lines(once), Lines(cleaned));
            return new Result(id, cleaned, expected.SequenceEqual(given) ? [] : [.. expected.Except(given).Select(line => $"- {line}"), .. given.Except(expected).Select(line => $"+ {line}"), "order"]);
        }

        public void Write(TextWriter to)
        {
            to.WriteLine($"── {Id}: {Cleaned.Questions.Count} questions, {Cleaned.Gaps.Count} gaps, {Cleaned.Conflicts.Count} conflicts");
            foreach (var line in Others.Take(6)) to.WriteLine($"   {DamagedView.Clip(line, 100)}");
        }

        private static List<string> Lines(CleanedNotice notice) => [.. notice.Units.Select(unit => $"[{string.Concat(unit.Path)}] {unit.Text}")];
    }
}
