using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>Finds the foot of an official document: the first line that is a date and is signed, or ends the document.</summary>
/// <param name="text">The text.</param>
/// <param name="lines">The lines behind the head, without the imprint.</param>
/// <param name="isCut">True for a foot that was cut out of a longer line.</param>
/// <param name="isIssued">True for a line that is the title of what the document issues.</param>
internal sealed class OfficialDocumentFootReader(
    string text, IReadOnlyList<TextSpan> lines, Predicate<TextSpan> isCut, Predicate<TextSpan> isIssued)
{
    private const int LongestDateLine = 80;
    private const int LongestNameLine = 60;
    private const int LongestNote = 120;
    private const int MostSigners = 40;
    private const int MostAttachments = 20;
    private const int LongestPlace = 6;

    public OfficialDocumentFoot Read()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!ReadDate(lines[i], out var signer, out var date) || !IsFoot(i, signer)) continue;
            var foot = FootAt(i, signer, date);
            // In shuffled text the body goes on behind the foot: what follows is no document of its own when its numbers do not begin anew.
            return isCut(lines[i]) && !BeginsAnew(foot.End) ? foot with { First = lines.Count, End = lines.Count } : foot;
        }

        return new OfficialDocumentFoot { First = lines.Count, End = lines.Count };
    }

    /// <summary>True for a line of explanation in brackets, as 附注 are: （此件公开发布）.</summary>
    public static bool IsNote(string text, TextSpan line) =>
        line.Length <= LongestNote && text[line.Start] is '（' or '(' && text[line.End - 1] is '）' or ')';

    /// <summary>A line that is a date, or an office and a date.</summary>
    private bool ReadDate(TextSpan line, out TextSpan signer, out string date)
    {
        (signer, date) = (default, "");
        if (line.Length is < 6 or > LongestDateLine) return false;
        line = WithoutPlace(line);
        if (line.Length < 6 || (text[line.End - 1] is not ('日' or '号') && !char.IsDigit(text[line.End - 1]))) return false;
        for (var start = line.Start; start < line.End - 5; start++)
        {
            if (!ChineseNumerals.IsNumeral(text[start])) continue;
            if (ChineseDates.Read(text.AsSpan(start, line.End - start), out date) != line.End - start) continue;
            signer = new TextSpan(line.Start, start);
            return signer.IsEmpty || IsSigner(signer);
        }

        return false;
    }

    private bool IsFoot(int line, TextSpan signer) =>
        !signer.IsEmpty || line + 1 == lines.Count || isCut(lines[line]) || (line > 0 && IsSigner(lines[line - 1]))
        || IsNote(text, lines[line + 1]) || OfficialDocumentAttachments.BeginAt(text.AsSpan(lines[line + 1].Start, lines[line + 1].Length))
        || StartsWith(lines[line + 1], "抄送") || StartsWith(lines[line + 1], "主题词")
        || isIssued(lines[line + 1]);

    private bool BeginsAnew(int line)
    {
        var marks = new List<NumberingMark>();
        for (; line < lines.Count && marks.Count == 0; line++) NumberingScanner.Scan(text, lines[line], marks);
        return marks.Count == 0 || marks[0].Value == 1;
    }

    /// <summary>二○○四年四月二十日于北京, …（公章）: the line without what stands behind its date.</summary>
    private TextSpan WithoutPlace(TextSpan line)
    {
        line = TextSpan.At(line.Start, Organs.WithoutSeal(line.Of(text)).Length);
        var at = text.AsSpan(line.Start, line.Length).LastIndexOf('于');
        return at > 6 && line.Length - at <= LongestPlace && text[line.Start + at - 1] is '日' ? line with { End = line.Start + at } : line;
    }

    /// <summary>A line of offices, of an officer (总理　李克强), or of a seal (（盖章）).</summary>
    private bool IsSigner(TextSpan line)
    {
        if (line.Length > LongestNameLine) return false;
        var name = line.Of(text);
        return Organs.Split(name).Count > 0 || OfficialDocumentSigner.NameIn(name) is not null
            || (line.Length <= 6 && name[0] is '（' or '(' && name.Contains('章', StringComparison.Ordinal));
    }

    private OfficialDocumentFoot FootAt(int dateLine, TextSpan signer, string date)
    {
        var first = dateLine;
        while (first > 0 && dateLine - first < MostSigners && IsSigner(lines[first - 1])) first--;
        var names = new List<string>();
        var officers = new List<string>();
        for (var i = first; i <= dateLine; i++)
        {
            var line = (i < dateLine ? lines[i] : signer).Of(text);
            if (line.Length == 0) continue;
            if (OfficialDocumentSigner.NameIn(line) is { } officer) officers.Add(officer);
            else names.AddRange(Organs.Split(line));
        }

        var attachmentNote = FindAttachmentNote(first);
        var end = dateLine + 1;
        var note = end < lines.Count && IsNote(text, lines[end]) ? lines[end++].Of(text) : null;
        return new OfficialDocumentFoot
        {
            First = attachmentNote,
            End = end,
            Signature = names,
            Signatory = officers.Count > 0 ? string.Join(' ', officers) : null,
            Date = date,
            Note = note,
            AttachmentNote = attachmentNote == first ? null
                : string.Join(' ', Enumerable.Range(attachmentNote, first - attachmentNote).Select(i => lines[i].Of(text))),
        };
    }

    /// <summary>附件说明 stands right before the signature, one attachment a line; sentences below 附件 are the body's.</summary>
    private int FindAttachmentNote(int signature)
    {
        for (var i = signature - 1; i >= 0 && i >= signature - MostAttachments && lines[i].Length <= LongestNote; i--)
        {
            if (Sentences.IsEnd(text[lines[i].End - 1])) break;
            if (StartsWith(lines[i], "附件") || StartsWith(lines[i], "附表") || StartsWith(lines[i], "附：") || StartsWith(lines[i], "附:")) return i;
        }

        return signature;
    }

    private bool StartsWith(TextSpan line, string word) => text.AsSpan(line.Start, line.Length).StartsWith(word);
}
