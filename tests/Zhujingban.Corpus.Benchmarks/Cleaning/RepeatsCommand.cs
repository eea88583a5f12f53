using System.Globalization;
using System.Text;
using System.Text.Json;
using Zhujingban.Corpus.Benchmarks.MediaWiki;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>
/// The repeats of one document: which of its sentences say the same. Bars: 10 MB of UTF-8 a second on one thread, 20 bytes a code unit at most
/// (the text and its pieces included), 4 times the input in 4.5 times the time, and nothing worse on texts that nobody wrote.
/// </summary>
internal static class RepeatsCommand
{
    private const int Bytes = 10_000_000;
    private const int Runs = 8;

    public static int Run()
    {
        var sentences = Sentences();
        Console.WriteLine($"{sentences.Count} sentences; times of the processor, best of {Runs}; bars: 10 MB/s, 20 bytes a code unit, 4x at most 4.5");
        for (var warm = 0; warm < 4; warm++) PieceLikeness.Find(Damaged(sentences, 400_000), Split(Damaged(sentences, 400_000)));
        Measure("notices, three times, damaged", length => Damaged(sentences, length));
        Measure("one sentence, again and again", length => Repeat("（九）承办中央和国家机关有关部门交办的事项。", length));
        Measure("one character, one piece", length => new string('甲', length), whole: true);
        Measure("one character, pieces of one", length => new string('甲', length), pieceLength: 1);
        Measure("random characters, pieces of one", Noise, pieceLength: 1);
        Measure("random characters, pieces of 40", Noise, pieceLength: 40);
        Measure("random characters, one piece", Noise, whole: true);
        Measure("sentences that share their ends", length => Numbered(length, "由省人民政府办公厅会同有关部门负责组织实施并接受监督检查。"));
        Measure("digits, one piece", length => new string('1', length), whole: true);
        return 0;
    }

    private static void Measure(string name, Func<int, string> make, bool whole = false, int pieceLength = 0)
    {
        var (text, part) = (make(Bytes / 3), make(Bytes / 12));
        var (pieces, partPieces) = (PiecesOf(text, whole, pieceLength), PiecesOf(part, whole, pieceLength));
        var (seconds, quarter) = (double.MaxValue, double.MaxValue);
        // By turns: measured first, the shorter text would pay for the compiling of the code, and the longer one would look faster than it is.
        for (var run = 0; run < Runs; run++)
        {
            seconds = Math.Min(seconds, Timing.Once(() => PieceLikeness.Find(text, pieces)));
            quarter = Math.Min(quarter, Timing.Once(() => PieceLikeness.Find(part, partPieces)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-34} {Encoding.UTF8.GetByteCount(text) / seconds / 1e6,7:F1} MB/s  {(double)PeakOf(text, pieces) / text.Length,5:F1} bytes a code unit  4x: {seconds / quarter:F2}"));
    }

    private static TextSpan[] PiecesOf(string text, bool whole, int length) =>
        whole ? [new TextSpan(0, text.Length)] : length > 0 ? Cut(text, length) : Split(text);

    /// <summary>The most memory that is alive or waiting to be collected while the work runs, its input included.</summary>
    private static long PeakOf(string text, TextSpan[] pieces)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
        var before = GC.GetTotalMemory(true);
        var peak = before;
        using var stop = new CancellationTokenSource();
        var watcher = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(false));
                Thread.Sleep(1);
            }
        });
        watcher.Start();
        PieceLikeness.Find(text, pieces);
        stop.Cancel();
        watcher.Join();
        return peak - before + (2L * text.Length) + (8L * pieces.Length);
    }

    private static List<string> Sentences()
    {
        var folder = RepositoryFolder.Find();
        var data = Path.Combine(folder, "..", "shared", "data", "notices", "govcn.jsonl");
        var texts = File.Exists(data)
            ? File.ReadLines(data).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)
            : Directory.GetFiles(Path.Combine(folder, "corpus", "sources", "notices")).Select(File.ReadAllText);
        return [.. texts.SelectMany(text => Split(text).Select(piece => piece.Of(text))).Where(sentence => sentence.Length > 8).Distinct()];
    }

    /// <summary>
    /// Sentences of notices, each with a number of its own that makes it another one, and each three times in all: once as it is, once in other
    /// brackets and widths, once with a slip or a cut.
    /// </summary>
    private static string Damaged(List<string> sentences, int length)
    {
        var random = new Random(1);
        var text = new StringBuilder(length + 1000);
        for (var i = 0; text.Length < length; i++)
        {
            var sentence = $"（{i + 1}）{sentences[i % sentences.Count]}";
            var at = random.Next(sentence.Length / 2, sentence.Length);
            text.Append(sentence).Append('\n').Append(sentence.Replace('（', '(').Replace('）', ')').Replace('，', ',')).Append('\n');
            text.Append(i % 3 == 0 ? sentence[..at] : sentence[..at] + "兰" + sentence[Math.Min(at + 1, sentence.Length)..]).Append('\n');
        }

        return text.ToString(0, length);
    }

    private static string Numbered(int length, string tail)
    {
        var text = new StringBuilder(length + 100);
        for (var i = 0; text.Length < length; i++) text.Append('第').Append(i).Append("号文件").Append(tail);
        return text.ToString(0, length);
    }

    private static string Noise(int length)
    {
        var random = new Random(1);
        return string.Create(length, random, (span, source) =>
        {
            foreach (ref var c in span) c = (char)source.Next('一', '龥');
        });
    }

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    private static TextSpan[] Cut(string text, int length) => [.. Enumerable.Range(0, text.Length / length).Select(i => TextSpan.At(i * length, length))];

    private static TextSpan[] Split(string text) =>
        [.. Corpus.Text.Sentences.Split(text, new TextSpan(0, text.Length)).Select(span => new TextSpan(span.Start, span.Start + text.AsSpan(span.Start, span.Length).TrimEnd().Length)).Where(span => !span.IsEmpty)];
}
