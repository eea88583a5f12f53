using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>An attachment: what a notice issues, or 附件.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="First">Its first line.</param>
/// <param name="BodyStart">The first line behind its title.</param>
/// <param name="End">The first line behind it.</param>
/// <param name="Title">Its title, rejoined; null when it has none.</param>
/// <param name="TitleSpan">The range of the title.</param>
internal sealed record OfficialDocumentAttachment(int Number, int First, int BodyStart, int End, string? Title, TextSpan? TitleSpan);

/// <summary>Finds the attachments behind a document's foot.</summary>
internal static class OfficialDocumentAttachments
{
    private const int LongestMark = 12;

    /// <summary>The attachments among the lines from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static IReadOnlyList<OfficialDocumentAttachment> Read(string text, IReadOnlyList<TextSpan> lines, int from, int to)
    {
        var attachments = new List<OfficialDocumentAttachment>();
        while (from < to)
        {
            var body = IsMark(text, lines[from]) ? from + 1 : from;
            var title = Math.Min(OfficialDocumentTitles.ReadLines(text, lines, body), to - body);
            var end = body + Math.Max(title, 1);
            while (end < to && !IsMark(text, lines[end])) end++;
            end = Math.Min(end, to);
            TextSpan? span = title > 0 ? new TextSpan(lines[body].Start, lines[body + title - 1].End) : null;
            var name = span is { } range ? LetterSpacing.Close(range.Of(text)) : null;
            var bodyStart = Math.Min(body + Math.Max(title, 0), end);
            attachments.Add(new OfficialDocumentAttachment(attachments.Count + 1, from, bodyStart, end, name, span));
            from = end;
        }

        return attachments;
    }

    /// <summary>附件, 附件1, 附件一：, 附件2. alone on a line.</summary>
    private static bool IsMark(string text, TextSpan line)
    {
        if (line.Length is < 2 or > LongestMark) return false;
        var mark = LetterSpacing.Close(line.Of(text));
        if (!mark.StartsWith("附件", StringComparison.Ordinal)) return false;
        var number = mark.AsSpan(2).Trim(" \u3000：:.．、（）()");
        return number.IsEmpty || ChineseNumerals.TryParse(number, out _);
    }
}
