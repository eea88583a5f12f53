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
    private const int LongestLine = 60;
    private const int OpeningLength = 60;

    private static readonly SearchValues<char> NoName = SearchValues.Create(" \u3000\t：:、，《（(");

    /// <summary>The lines, with these two parts on a line each.</summary>
    public static List<TextSpan> Cut(string text, List<TextSpan> lines)
    {
        var marks = new Dictionary<int, int>();
        string? number = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (MarkLength(text, lines, i) is not (> 0 and var mark)) continue;
            var bare = DigitsOf(text.AsSpan(lines[i].Start + mark, lines[i].Length - mark));
            if (number is not null && number != bare) return lines;
            (number, marks[i]) = (bare, mark);
        }

        return marks.Count == 0 ? lines : [.. lines.SelectMany((line, i) => marks.TryGetValue(i, out var mark)
            ? (TextSpan[])[line with { End = line.Start + mark }, line with { Start = line.Start + mark }] : [line])];
    }

    private static int MarkLength(string text, List<TextSpan> lines, int at)
    {
        var line = lines[at];
        if (line.Length > LongestLine) return 0;
        var characters = text.AsSpan(line.Start, line.Length);
        var mark = characters.IndexOf(Word) + Word.Length;
        if (mark <= Word.Length || !OfficialDocumentNumbers.IsBare(characters[mark..])) return 0;
        var name = characters[..mark];
        if (name.ContainsAny(NoName) || name.StartsWith("附件") || name.Contains("关于", StringComparison.Ordinal)) return 0;
        return at + 1 < lines.Count && OpensMinutes(text.AsSpan(lines[at + 1].Start, Math.Min(lines[at + 1].Length, OpeningLength))) ? mark : 0;
    }

    /// <summary>2018年6月21日，…主持召开…会议: below the head. A page that shows the head again goes on with a unit.</summary>
    private static bool OpensMinutes(ReadOnlySpan<char> line) =>
        ChineseDates.Read(line, out _) > 0 || line.Contains("会议", StringComparison.Ordinal) || PieceMarks.TryRead(line, 0, out var _);

    private static string DigitsOf(ReadOnlySpan<char> number) => string.Concat(number.ToString().Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : '-'));
}
