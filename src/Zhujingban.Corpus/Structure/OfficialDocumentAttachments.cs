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
/// <param name="DocumentNumber">The number above its title; null when it has none.</param>
internal sealed record OfficialDocumentAttachment(
    int Number, int First, int BodyStart, int End, string? Title, TextSpan? TitleSpan, string? DocumentNumber);

/// <summary>Finds the attachments behind a document's foot (GB/T 9704-2012 7.3.7), or behind the articles of a regulation.</summary>
internal static class OfficialDocumentAttachments
{
    private const int LongestMark = 12;
    private const int LongestMarkAndTitle = 80;

    private const string Word = "附件";

    private static readonly string[] Words = [Word, "附表", "附录"];

    /// <summary>True for a text that begins with 附件: an attachment begins there, or the note that names it.</summary>
    public static bool BeginAt(ReadOnlySpan<char> text) => text.StartsWith(Word);

    /// <summary>The length of 附件 or 附件1 at the start of a text; 0 where no attachment and no note of one begins.</summary>
    public static int WordLength(ReadOnlySpan<char> text) => BeginAt(text) ? Word.Length + ChineseNumerals.Read(text[Word.Length..], out _) : 0;

    /// <summary>The attachments among the lines from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static IReadOnlyList<OfficialDocumentAttachment> Read(string text, IReadOnlyList<TextSpan> lines, int from, int to)
    {
        var attachments = new List<OfficialDocumentAttachment>();
        while (from < to)
        {
            var attachment = ReadOne(text, lines, from, to, attachments.Count + 1);
            attachments.Add(attachment);
            from = attachment.End;
        }

        return attachments;
    }

    /// <summary>The first attachment's line behind the last article; the number of lines when there is none.</summary>
    public static int BehindArticles(string text, IReadOnlyList<TextSpan> lines, RegulationMarks ordinals, int to)
    {
        if (ordinals.Marks.Count == 0) return lines.Count;
        var first = lines.Count;
        for (var i = to - 1; i >= 0 && lines[i].Start > ordinals.Marks[^1].Span.Start; i--)
        {
            if (MarkLength(text, lines[i]) > 0) first = i;
        }

        return first;
    }

    private static OfficialDocumentAttachment ReadOne(string text, IReadOnlyList<TextSpan> lines, int from, int to, int number)
    {
        var mark = MarkLength(text, lines[from]);
        var body = mark == lines[from].Length ? from + 1 : from;
        string? documentNumber = null;
        if (body < to && OfficialDocumentNumbers.Read(text.AsSpan(lines[body].Start, lines[body].Length)) == lines[body].Length)
            documentNumber = lines[body++].Of(text);
        int title;
        TextSpan? span;
        if (mark > 0 && mark < lines[from].Length)
        {
            (title, span) = (1, new TextSpan(lines[from].Start + mark, lines[from].End));
        }
        else
        {
            title = Math.Min(OfficialDocumentTitles.ReadLines(text, lines, body), to - body);
            span = title > 0 ? new TextSpan(lines[body].Start, lines[body + title - 1].End) : null;
        }

        var end = body + Math.Max(title, 1);
        while (end < to && MarkLength(text, lines[end]) <= 0) end++;
        end = Math.Min(end, to);
        var name = span is { } range ? LetterSpacing.Close(range.Of(text)).Trim() : null;
        return new OfficialDocumentAttachment(number, from, Math.Min(body + Math.Max(title, 0), end), end, name, span, documentNumber);
    }

    /// <summary>
    /// The length of 附件, 附件1, 附件一：, 附表2. that is all of a line, or that a title follows: 附件1：徐汇区防汛应急预案; 0 for another line.
    /// </summary>
    private static int MarkLength(string text, TextSpan line)
    {
        if (line.Length is < 2 or > LongestMarkAndTitle) return 0;
        var characters = text.AsSpan(line.Start, line.Length);
        if (!Words.AnyStarts(characters))
            return line.Length <= LongestMark && Words.AnyStarts(LetterSpacing.Close(line.Of(text))) && IsNumber(LetterSpacing.Close(line.Of(text)).AsSpan(2)) ? line.Length : 0;
        var rest = characters[2..];
        if (line.Length <= LongestMark && IsNumber(rest)) return line.Length;
        var at = ChineseNumerals.Read(rest.TrimStart(" \u3000"), out _) is var digits && digits > 0 ? digits + rest.Length - rest.TrimStart(" \u3000").Length : 0;
        if (at >= rest.Length || rest[at] is not ('：' or ':' or ' ' or '\u3000')) return 0;
        var title = rest[at..].TrimStart("：: \u3000");
        // A sentence that speaks of an attachment ends as sentences do.
        if (title.Length < 2 || Sentences.IsEnd(title[^1]) || title.IndexOfAny('。', '；', '，') >= 0 || ChineseNumerals.IsNumeral(title[0])) return 0;
        return line.Length - title.Length;
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var number = text.Trim(" \u3000：:.．、（）()");
        return number.IsEmpty || ChineseNumerals.TryParse(number, out _);
    }
}
