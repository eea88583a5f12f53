using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Parts the number of minutes from their 纪要标志 on one line: …专题会议纪要〔2018〕65号 (GB/T 9704-2012 10.3). What only names minutes has something beside
/// them on the line, or names several; and below the head of minutes stands when they met, or that they did.
/// </summary>
internal static class MinutesNumbers
{
    private const string Word = "纪要";
    private const int LongestHead = 60;
    private const int OpeningLength = 60;

    private static readonly SearchValues<char> NoName = SearchValues.Create(" \u3000\t：:、，《（(");

    /// <summary>The lines, with these two parts on a line each, and what has run together with them on a third.</summary>
    public static List<TextSpan> Cut(string text, List<TextSpan> lines)
    {
        var marks = new Dictionary<int, (int Name, int Number)>();
        string? number = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var (name, end) = Read(text, lines, i);
            if (name == 0) continue;
            var bare = DigitsOf(text.AsSpan(lines[i].Start + name, end - name));
            if (number is not null && number != bare) return lines;
            (number, marks[i]) = (bare, (name, end));
        }

        return marks.Count == 0 ? lines : [.. lines.SelectMany((line, i) => marks.TryGetValue(i, out var ends) ? Parts(line, ends.Name, ends.Number) : [line])];
    }

    private static IEnumerable<TextSpan> Parts(TextSpan line, int name, int number)
    {
        yield return line with { End = line.Start + name };
        yield return new TextSpan(line.Start + name, line.Start + number);
        if (line.Start + number < line.End) yield return line with { Start = line.Start + number };
    }

    /// <summary>Where on a line the 纪要标志 and the number end; 0 for another line.</summary>
    private static (int Name, int Number) Read(string text, List<TextSpan> lines, int at)
    {
        var line = lines[at];
        var characters = text.AsSpan(line.Start, Math.Min(line.Length, LongestHead));
        var mark = characters.IndexOf(Word) + Word.Length;
        if (mark <= Word.Length || characters[mark..].IndexOf('号') is not (> 0 and var sign)) return default;
        var name = characters[..mark];
        var number = mark + sign + 1;
        if (!OfficialDocumentNumbers.IsBare(characters[mark..number])) return default;
        if (name.ContainsAny(NoName) || name.StartsWith("附件") || name.Contains("关于", StringComparison.Ordinal)) return default;
        if (number < line.Length) return ChineseDates.Read(text.AsSpan(line.Start + number, line.Length - number), out _) > 0 ? (mark, number) : default;
        return at + 1 < lines.Count && OpensMinutes(text.AsSpan(lines[at + 1].Start, Math.Min(lines[at + 1].Length, OpeningLength))) ? (mark, number) : default;
    }

    /// <summary>2018年6月21日，…主持召开…会议: below the head. A page that shows the head again goes on with a unit.</summary>
    private static bool OpensMinutes(ReadOnlySpan<char> line) =>
        ChineseDates.Read(line, out _) > 0 || line.Contains("会议", StringComparison.Ordinal) || PieceMarks.TryRead(line, 0, out var _);

    private static string DigitsOf(ReadOnlySpan<char> number) => string.Concat(number.ToString().Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : '-'));
}
