using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Parts the number of minutes from their 纪要标志 on one line: …专题会议纪要〔2018〕65号 (GB/T 9704-2012 10.3).</summary>
internal static class MinutesNumbers
{
    private const string Word = "纪要";
    private const int LongestLine = 60;

    /// <summary>The lines, with these two parts on a line each.</summary>
    public static List<TextSpan> Cut(string text, List<TextSpan> lines)
    {
        if (!lines.Exists(line => MarkLength(text, line) > 0)) return lines;
        var cut = new List<TextSpan>(lines.Count + 1);
        foreach (var line in lines)
        {
            if (MarkLength(text, line) is > 0 and var mark)
            {
                cut.Add(line with { End = line.Start + mark });
                cut.Add(line with { Start = line.Start + mark });
            }
            else cut.Add(line);
        }

        return cut;
    }

    private static int MarkLength(string text, TextSpan line)
    {
        if (line.Length > LongestLine) return 0;
        var characters = text.AsSpan(line.Start, line.Length);
        var mark = characters.IndexOf(Word) + Word.Length;
        return mark > Word.Length && OfficialDocumentNumbers.IsBare(characters[mark..]) ? mark : 0;
    }
}
