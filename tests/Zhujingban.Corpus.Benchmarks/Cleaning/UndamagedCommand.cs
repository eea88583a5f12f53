using System.Diagnostics;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>
/// Cleans real notices and laws, with their line breaks and with all white space taken out: nothing about them is to change. Then with a page twice, and with
/// two pages that overlap: see <see cref="SaidAgainTable"/>.
/// <c>-- undamaged [--show N]</c>.
/// </summary>
internal static class UndamagedCommand
{
    public static int Run(string[] args)
    {
        if (CleaningOptions.Parse(args) is not { } options) return 2;
        var root = RepositoryFolder.Find();
        var founding = File.ReadAllText(Path.Combine(root, "corpus", "sources", "notices", "guobanfa-2010-8.txt"));
        var texts = RealNotices.Texts(root).Prepend(("guobanfa-2010-8", founding)).ToList();
        Console.WriteLine("| form | documents | unchanged | duplicates | questions | gaps | conflicts | order changed | not tiled | boilerplate | ms |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var joined in (bool[])[false, true])
        {
            var time = TimeSpan.Zero;
            var changes = new List<Change>();
            foreach (var (id, text) in texts)
            {
                var document = DamagedNotices.Read(id, joined ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : text);
                var start = Stopwatch.GetTimestamp();
                var cleaned = NoticeCleaner.Clean(document);
                time += Stopwatch.GetElapsedTime(start);
                changes.Add(Change.Of(cleaned));
            }

            int[] counts =
            [
                changes.Count, changes.Count(change => change.IsNone), changes.Count(change => change.Duplicates > 0),
                changes.Count(change => change.Cleaned.Questions.Count > 0),
                changes.Count(change => change.Cleaned.Gaps.Count > 0), changes.Count(change => change.Cleaned.Conflicts.Count > 0),
                changes.Count(change => change.OrderChanged), changes.Count(change => change.Faults > 0), changes.Count(change => change.Boilerplate > 0),
            ];
            Console.WriteLine($"| {(joined ? "joined" : "lines")} | {string.Join(" | ", counts)} | {time.TotalMilliseconds:F0} |");
            foreach (var change in changes.Where(change => !change.IsNone).OrderByDescending(change => change.Size).Take(options.Show)) change.Write(Console.Out);
        }

        Console.WriteLine();
        SaidAgainTable.Write(texts, options.Show);
        return 0;
    }

    /// <summary>What cleaning did to a document that needed none.</summary>
    private sealed record Change(CleanedNotice Cleaned, int Duplicates, bool OrderChanged, int Faults, int Boilerplate)
    {
        public bool IsNone => Duplicates == 0 && Cleaned.Questions.Count == 0 && Cleaned.Gaps.Count == 0 && !OrderChanged && Faults == 0;

        public int Size => Duplicates + (Cleaned.Questions.Count * 20) + (Cleaned.Gaps.Count * 20) + (OrderChanged ? 100 : 0) + Faults;

        public static Change Of(CleanedNotice cleaned)
        {
            var starts = cleaned.Units.SelectMany(unit => unit.Spans).Select(span => span.Start).ToList();
            return new Change(
                cleaned,
                cleaned.Units.SelectMany(unit => unit.Duplicates).SelectMany(duplicate => duplicate.Spans).Sum(span => span.Length),
                starts.Zip(starts.Skip(1)).Any(pair => pair.First > pair.Second),
                new CodeUnitRoles(cleaned, cleaned.Document.Source.Text.Length).Faults,
                cleaned.Boilerplate.Count(span => !string.IsNullOrWhiteSpace(span.Of(cleaned.Document.Source.Text))));
        }

        public void Write(TextWriter to)
        {
            var source = Cleaned.Document.Source.Text;
            to.WriteLine($"── {Cleaned.Document.Id}, {source.Length} characters, {Cleaned.Units.Count} units");
            foreach (var (unit, duplicate) in Cleaned.Units.SelectMany(unit => unit.Duplicates.Select(duplicate => (unit, duplicate))))
                to.WriteLine($"   ⧉ of {unit.Id} [{string.Concat(unit.Path)}] {duplicate.Similarity:F3} {duplicate.Reason}: {TextOf(duplicate.Spans)} ← {TextOf(duplicate.Of)}");
            foreach (var question in Cleaned.Questions) to.WriteLine($"   ? {TextOf(question.Spans)}: {question.Reason}");
            foreach (var gap in Cleaned.Gaps) to.WriteLine($"   gap between {Name(gap.After)} and {Name(gap.Before)}: {string.Join(' ', gap.Missing)} {gap.Certainty}");
            var last = -1;
            foreach (var unit in Cleaned.Units.Where(unit => unit.Spans.Count > 0))
            {
                if (unit.Spans[0].Start < last) to.WriteLine($"   ↕ {Name(unit.Id)}: {TextOf(unit.Spans)} stands behind what follows it");
                last = unit.Spans[^1].End;
            }

            string Name(string? id) => Cleaned.Units.FirstOrDefault(unit => unit.Id == id) is { } unit
                ? $"{id} [{string.Concat(unit.Path)}] {DamagedView.Clip(unit.Text, 24)}"
                : "the edge";
            string TextOf(IReadOnlyList<TextSpan> spans) => DamagedView.Clip(string.Concat(spans.Select(span => span.Of(source))).ReplaceLineEndings("⏎"), 60);
        }
    }
}
