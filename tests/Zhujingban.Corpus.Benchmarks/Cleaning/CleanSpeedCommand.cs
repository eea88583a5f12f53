using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>
/// How long cleaning takes: beside what reading the same notices takes, and on hostile texts at a length and at four times it.
/// <c>-- clean-speed [--seed N] [--documents N] [--family NAME --bytes N]</c>.
/// </summary>
internal static class CleanSpeedCommand
{
    private const int RoundsInVain = 4;
    private const double LeastGain = 0.99;

    public static int Run(string[] args)
    {
        if (args is ["--family", var family, "--bytes", var bytes]) return MeasureFamily(family, int.Parse(bytes));
        if (CleaningOptions.Parse(args) is not { } options) return 2;
        Compare(options);
        Console.WriteLine();
        Console.WriteLine("| hostile text | 2.5 MB | 10 MB | times | peak memory at 2.5 MB | at 10 MB | a code unit | duplicates | units | questions |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var name in HostileNotices.Names)
        {
            var (quarter, whole) = (Child(name, 2_500_000), Child(name, 10_000_000));
            Console.WriteLine(quarter is null || whole is null
                ? $"| {name} | {(quarter is null ? "failed" : $"{quarter.Milliseconds:F0} ms")} | failed | | | | | | | |"
                : $"| {name} | {quarter.Milliseconds:F0} ms | {whole.Milliseconds:F0} ms | {whole.Milliseconds / quarter.Milliseconds:F1} "
                    + $"| {quarter.Peak / 1e6:F0} MB | {whole.Peak / 1e6:F0} MB | {(double)whole.Peak / whole.CodeUnits:F0} bytes | {whole.Duplicates} | {whole.Units} | {whole.Questions} |");
        }

        return 0;
    }

    private static void Compare(CleaningOptions options)
    {
        var notices = new DamagedNotices(options.Seed);
        Compare("damaged", options.Documents, notices.Make);
        Compare("undamaged", options.Documents, notices.MakeUndamaged);
    }

    private static void Compare(string what, int documents, Func<DamageTier, int, DamagedNotice> make)
    {
        var texts = new List<string>();
        for (var i = 0; texts.Count < documents; i++)
        {
            var text = make((DamageTier)(i % 4), i).Text;
            if (text.Length is > 1400 and < 2600) texts.Add(text);
        }

        Func<string, int>[] runs = [Extract, Clean];
        foreach (var run in runs) Best(texts, run);
        double[] times = [.. runs.Select(run => Best(texts, run))];
        Console.WriteLine($"{texts.Count} {what} notices of {texts.Average(text => text.Length):F0} characters on average, one thread, warmed up: "
            + $"extract {times[0]:F0} ms, clean {times[1]:F0} ms = {times[1] / times[0]:F2} times");
    }

    private static int Extract(string text)
    {
        var document = DocumentReader.Read(SourceText.FromString(text), new ReadOptions("notice", SourceFormat.Notice));
        return JsonSerializer.SerializeToUtf8Bytes(DocumentRecords.Of(document), RecordJson.Line).Length;
    }

    private static int Clean(string text) =>
        JsonSerializer.SerializeToUtf8Bytes(CleanRecord.Of(NoticeCleaner.Clean(DamagedNotices.Read("notice", text))), RecordJson.Line).Length;

    /// <summary>The best of as many rounds as it takes until some in a row have brought nothing.</summary>
    private static double Best(List<string> texts, Func<string, int> run)
    {
        var best = double.MaxValue;
        for (var vain = 0; vain < RoundsInVain; vain++)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            foreach (var text in texts) run(text);
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (time < best * LeastGain) vain = -1;
            best = Math.Min(best, time);
        }

        return best;
    }

    /// <summary>A process of its own, whose peak memory is that text's alone; the reading before the cleaning is in neither figure.</summary>
    private static Measured? Child(string family, int bytes)
    {
        var assembly = typeof(CleanSpeedCommand).Assembly.Location;
        string[] host = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [assembly] : [];
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. host, "clean-speed", "--family", family, "--bytes", $"{bytes}"])
        {
            RedirectStandardOutput = true,
        };
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEndAsync();
        if (!child.WaitForExit(TimeSpan.FromMinutes(2))) child.Kill();
        return child.WaitForExit(1000) && child.ExitCode == 0 ? JsonSerializer.Deserialize<Measured>(output.Result) : null;
    }

    private static int MeasureFamily(string family, int bytes)
    {
        NoticeCleaner.Clean(DamagedNotices.Read("warm", HostileNotices.Make(family, 20_000)));
        var document = DamagedNotices.Read(family, HostileNotices.Make(family, bytes));
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var self = Process.GetCurrentProcess();
        var before = self.WorkingSet64;
        var start = Stopwatch.GetTimestamp();
        var cleaned = NoticeCleaner.Clean(document);
        var time = Stopwatch.GetElapsedTime(start);
        self.Refresh();
        var measured = new Measured(time.TotalMilliseconds, Math.Max(0, self.PeakWorkingSet64 - before), document.Text.Text.Length,
            cleaned.Units.Sum(unit => unit.Duplicates.Count), cleaned.Units.Count, cleaned.Questions.Count);
        Console.WriteLine(JsonSerializer.Serialize(measured));
        return 0;
    }

    private sealed record Measured(double Milliseconds, long Peak, int CodeUnits, int Duplicates, int Units, int Questions);
}

/// <summary>Texts that no notice looks like, of so many bytes in UTF-8.</summary>
internal static class HostileNotices
{
    private const string Sentence = "各级人民政府要切实加强对驻京办事机构的管理，建立健全各项规章制度，确保按期完成清理工作。";

    private static readonly Dictionary<string, Func<int, string>> Families = new()
    {
        ["one-character"] = bytes => new string('政', bytes / 3),
        ["one-sentence"] = bytes => Repeated(Sentence, bytes),
        ["one-sentence-a-line"] = bytes => Repeated(Sentence + "\n", bytes),
        ["one-numbered-sentence"] = bytes => Repeated($"（一）{Sentence}", bytes),
        ["numbered-onwards"] = NumberedOnwards,
        ["random-characters"] = bytes => Random(bytes, punctuated: false),
        ["random-sentences"] = bytes => Random(bytes, punctuated: true),
        ["near-sentences"] = NearSentences,
        ["boilerplate-lines"] = bytes => Repeated("打印本页\n分享到：\n责任编辑：张磊\n上一篇：没有了\n首页 > 政务公开 > 正文\n", bytes),
        ["words-over-lines"] = bytes => Repeated("水利管\n理农\n业管理制\n度学\n校教\n育", bytes),
        ["open-brackets"] = bytes => Repeated("落实管理责任（\n", bytes),
        ["two-versions"] = bytes => Repeated("甲县安排资金200万元。资金应当专款专用。\n甲县安排资金300万元。资金应当专款专用。\n", bytes),
        ["second-level-marks"] = bytes => Repeated("（一）", bytes),
        ["first-level-marks"] = bytes => Repeated("一、", bytes),
        ["one-notice-again-and-again"] = AgainAndAgain,
    };

    public static IEnumerable<string> Names => Families.Keys;

    public static string Make(string family, int bytes) => Families[family](bytes);

    private static string Repeated(string text, int bytes) => new StringBuilder().Insert(0, text, Math.Max(1, bytes / Encoding.UTF8.GetByteCount(text))).ToString();

    private static string NumberedOnwards(int bytes)
    {
        var text = new StringBuilder();
        for (var i = 1; text.Length < bytes / 3; i++) text.Append(i).Append('．').Append(Sentence);
        return text.ToString();
    }

    private static string NearSentences(int bytes)
    {
        var (text, random) = (new StringBuilder(), new SeededRandom(1));
        while (text.Length < bytes / 3)
        {
            var start = text.Length;
            text.Append(Sentence);
            for (var i = 0; i < 3; i++) text[start + random.Next(Sentence.Length - 1)] = (char)(0x4e00 + random.Next(3000));
        }

        return text.ToString();
    }

    private static string Random(int bytes, bool punctuated)
    {
        var (text, random) = (new StringBuilder(bytes / 3), new SeededRandom(1));
        while (text.Length < bytes / 3)
            text.Append(punctuated && random.Next(25) == 0 ? "。，；：（）、\n"[random.Next(8)] : (char)(0x4e00 + random.Next(3000)));
        return text.ToString();
    }

    private static string AgainAndAgain(int bytes)
    {
        var notice = NoticeDamager.Undamaged(SyntheticNotices.Write("again", new SeededRandom(1), 0)).Text;
        return Repeated(notice, bytes);
    }
}
