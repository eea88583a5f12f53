using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Reads the note that says behind a full stop who answers for what the sentence demands: …审批权限。（负责部门：住房城乡建设部） or （财政部、税务总局指导）. Many
/// sentences have the same, and it is no sentence of its own.
/// </summary>
internal static class DutyNotes
{
    private const int Longest = 300;

    private static readonly string[] Duties = ["负责", "牵头", "指导", "配合", "参与", "参加", "落实", "责任", "分工", "部门：", "单位："];

    /// <summary>Where the note begins that a text ends with, behind the full stop of its sentence; -1 for none.</summary>
    public static int StartAtEnd(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[^1] is not ('）' or ')')) return -1;
        var window = Math.Max(0, text.Length - Longest);
        var open = text[window..].LastIndexOfAny('（', '(') + window;
        return open > 0 && text[..open].TrimEnd() is [.., var end] && Sentences.IsEnd(end) && Length(text[open..]) == text.Length - open ? open : -1;
    }

    /// <summary>The length of the note at the start of a text, in either script; 0 when it begins with none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('（' or '(')) return 0;
        var close = text[..Math.Min(text.Length, Longest)].IndexOfAny('）', ')');
        if (close < 0 || NumberingMarkReader.TryReadBracketed(text, 0, true, out _)) return 0;
        var note = ScriptOfRules.Of(text[..close].ToString());
        return Array.Exists(Duties, duty => note.Contains(duty, StringComparison.Ordinal)) ? close + 1 : 0;
    }
}
