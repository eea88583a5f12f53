using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Tells of a line break whether it stands inside brackets or quotation marks, and parts nothing there.</summary>
internal static class OpenBrackets
{
    /// <summary>What a mark may begin with (1）, 一), A）) closes nothing.</summary>
    private const int ShortestInBrackets = 2;

    /// <summary>Brackets and quotation marks, each with the one that closes it at the same place.</summary>
    private const string Opening = "《〈（(〔［【“‘「『";
    private const string Ending = "》〉）)〕］】”’」』";

    /// <summary>What stands in brackets, or in quotation marks, is seldom longer on either side of a line break.</summary>
    private const int LongestInBrackets = 40;

    private static readonly SearchValues<char> Openers = SearchValues.Create(Opening);
    private static readonly SearchValues<char> Closing = SearchValues.Create(Ending);

    /// <summary>
    /// True for a line that ends with an opening bracket, or quotation mark, which the next one closes, or inside a note of who answers: （负责⏎部门：财政厅）. Where line breaks
    /// stand anywhere, so is one that ends inside any brackets; else one that ends inside a title.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="line">A line.</param>
    /// <param name="next">The line behind it.</param>
    /// <param name="isBrokenAnywhere">True where the line breaks of the text stand anywhere.</param>
    public static bool StandBetween(string text, TextSpan line, TextSpan next, bool isBrokenAnywhere)
    {
        if (Sentences.IsEnd(text[line.End - 1])) return false;
        var before = text.AsSpan(Math.Max(line.Start, line.End - LongestInBrackets), Math.Min(LongestInBrackets, line.Length));
        var open = before.LastIndexOfAny(Openers);
        if (open < 0 || before[open..].ContainsAny(Closing)) return false;
        var behind = text.AsSpan(next.Start, next.Length);
        var close = behind.IndexOfAny(Closing);
        if (close < 0) return false;
        if (LineBeginnings.BehindMark(behind).Length < behind.Length) return false;
        var beginsPart = LineBeginnings.BeginsPart(text, next);
        if (open + 1 == before.Length && !beginsPart) return true;
        if (NoticeLines.HasCells(text, line) || NoticeLines.HasCells(text, next)) return false;
        var inside = string.Concat(before[open..], behind[..(close + 1)]);
        if (DutyNotes.Length(inside) > 0 && (!beginsPart || HasDutyLabel(inside))) return true;
        return !beginsPart && (isBrokenAnywhere || before[open] == '《') && close is >= ShortestInBrackets and < LongestInBrackets
            && !behind[..close].ContainsAny(Openers) && Ending.IndexOf(behind[close]) == Opening.IndexOf(before[open]);
    }

    /// <summary>责任单位：（牵头⏎完成时限：年底） has another label on the next line.</summary>
    private static bool HasDutyLabel(string note) => note.AsSpan().IndexOfAny('：', ':') is > 0 and var sign && (note.AsSpan(0, sign).EndsWith("部门") || note.AsSpan(0, sign).EndsWith("单位"));
}
