using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Benchmarks.Cleaning;

/// <summary>
/// Real notices and laws as bases of damaged ones: those that are numbered so regularly that a reader of lines, which knows nothing
/// of the program's structure stage, takes them apart without doubt. The rest is left out.
/// </summary>
internal static partial class RealNotices
{
    private const int Longest = 5000;

    /// <summary>The bases, in a fixed order; without the measuring data, the founding notice alone.</summary>
    public static IReadOnlyList<BaseNotice> Load()
    {
        var root = RepositoryFolder.Find();
        var founding = File.ReadAllText(Path.Combine(root, "corpus", "sources", "notices", "guobanfa-2010-8.txt"));
        var bases = new List<BaseNotice?> { Read("guobanfa-2010-8", founding[(founding.IndexOf('\n') + 1)..]) };
        bases.AddRange(Texts(root).Select(text => Read(text.Id, text.Text)));
        return [.. bases.OfType<BaseNotice>()];
    }

    /// <summary>The texts of the measuring data: notices, then laws.</summary>
    public static IEnumerable<(string Id, string Text)> Texts(string root)
    {
        var data = Path.GetFullPath(Path.Combine(root, "..", "shared", "data"));
        foreach (var path in (string[])[Path.Combine(data, "notices", "govcn.jsonl"), Path.Combine(data, "laws", "laws.jsonl.gz")])
        {
            if (!File.Exists(path)) continue;
            using var file = File.OpenRead(path);
            using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0) continue;
                using var row = JsonDocument.Parse(line);
                yield return (row.RootElement.GetProperty("id").ToString(), row.RootElement.GetProperty("text").GetString()!);
            }
        }
    }

    /// <summary>The notice in a text, a line a unit; null where a line is not what it should be.</summary>
    public static BaseNotice? Read(string id, string text)
    {
        if (text.Length > Longest) return null;
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        var foot = lines.FindIndex(line => Date().IsMatch(line));
        if (foot >= 0 && lines.Skip(foot + 1).Any(line => line[0] != '（' || line.Length > 20)) return null;
        var writer = new NoticeUnitWriter();
        var body = ReadHead(lines, writer);
        var end = foot < 0 ? lines.Count : foot;
        var signed = foot > 0 && lines[foot - 1].Length < 40 && !lines[foot - 1].Contains('。');
        if (body < 0 || !ReadBody(lines.GetRange(body, Math.Max(0, end - body - (signed ? 1 : 0))), writer)) return null;
        if (signed) writer.Add(CleanUnitKind.Signature, lines[foot - 1]);
        if (foot >= 0) writer.Add(CleanUnitKind.Date, lines[foot]);
        var sentences = writer.Units.SelectMany(unit => unit.Sentences).Where(sentence => sentence.Length > 8).ToList();
        return writer.Units.Count(unit => unit.Num is not null) < 5 || sentences.Distinct().Count() != sentences.Count
            ? null
            : new BaseNotice(id, writer.Units, []);
    }

    /// <summary>Title, number and addressees; answers with the number of the line behind them, or -1.</summary>
    private static int ReadHead(List<string> lines, NoticeUnitWriter writer)
    {
        var number = lines.FindIndex(line => Number().IsMatch(line));
        var titles = number is > 0 and < 5 ? number : 1;
        if (lines.Count < 5 || lines.Take(titles).Any(line => line.Contains('。') || Mark().IsMatch(line))) return -1;
        var title = string.Concat(lines.Take(titles));
        if (title[..(title.Length / 2)] == title[(title.Length / 2)..]) return -1;
        writer.Add(CleanUnitKind.Title, title);
        var at = titles;
        if (number == titles) writer.Add(CleanUnitKind.DocumentNumber, lines[at++]);
        if (lines[at][^1] is '：' or ':' && lines[at].Length < 120 && !lines[at].Contains('。')) writer.Add(CleanUnitKind.Addressees, lines[at++]);
        return at;
    }

    private static bool ReadBody(List<string> lines, NoticeUnitWriter writer)
    {
        var (open, last) = (new List<int>(), new Dictionary<string, int>());
        foreach (var line in lines)
        {
            if (line[0] == '“' || line.StartsWith("附件", StringComparison.Ordinal) || line is "目录" or "目 录") return false;
            var match = Mark().Match(line);
            if (!match.Success)
            {
                if (!"。：；".Contains(line[^1])) return false;
                writer.Add(open.Count == 0 ? CleanUnitKind.Preamble : CleanUnitKind.Paragraph, line, underLastMark: true);
                continue;
            }

            var mark = match.Value.Trim();
            var (rank, style, value) = (RankOf(mark), BaseNumbering.StyleOf(mark), BaseNumbering.ValueOf(mark));
            if (value != 1 && last.GetValueOrDefault(style) + 1 != value) return false;
            last[style] = value;
            open.RemoveAll(other => other >= rank);
            open.Add(rank);
            var isHeading = !"。：；".Contains(line[^1]);
            if (isHeading && line.Length > 40) return false;
            writer.AddNumbered(isHeading ? CleanUnitKind.Heading : CleanUnitKind.Clause, open.Count, match.Value, line[match.Length..]);
        }

        return true;
    }

    private static int RankOf(string mark) => mark switch
    {
        [.., '章'] => 0,
        [.., '节'] => 1,
        [.., '条'] => 2,
        ['（' or '(', >= '0' and <= '9', ..] => 6,
        ['（' or '(', ..] => 4,
        [>= '0' and <= '9', ..] => 5,
        [>= '①' and <= '⑳', ..] => 7,
        _ => 3,
    };

    [GeneratedRegex("^(第[一二三四五六七八九十百]+[章节条][ 　]+|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]{1,3}[.．](?![0-9])|[①-⑳])")]
    private static partial Regex Mark();

    [GeneratedRegex("^[\u4e00-\u9fff]{2,12}〔[0-9]{4}〕[0-9]+号$")]
    private static partial Regex Number();

    [GeneratedRegex("^([0-9]{4}|[○〇一二三四五六七八九]{4})年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日$")]
    private static partial Regex Date();
}
