using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>The lines of 会议纪要 that say who was there: 出席：…, 列席人员：….</summary>
internal static class Attendance
{
    private const int LongestLabel = 8;

    private static readonly string[] Labels = WordList.Load("attendance-labels.txt");

    /// <summary>True for a line that begins with such a label and a colon.</summary>
    public static bool Begins(ReadOnlySpan<char> line) =>
        Labels.AnyStarts(line) && line[..Math.Min(line.Length, LongestLabel)].IndexOfAny('：', ':') > 0;
}
