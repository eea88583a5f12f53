using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Parts of the foot and the beginnings of attachments that have run together at the start of a sentence: [署名][成文日期][附件][标题]. A name is a
/// signature where it is the issuer's and one of the other parts, or nothing, follows it; a date likewise.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="lines">The lines that know the issued titles.</param>
/// <param name="issuers">The issuers that the head names, joined by spaces, or null.</param>
internal sealed class RunTogetherParts(string text, OfficialDocumentLines lines, string? issuers)
{
    private const int ShortestIssuer = 3;
    private const int LongestNote = 30;
    private const int ShortestTitle = 5;
    private const int LongestTitle = 60;
    private const string Purpose = "制定本";

    private readonly string[] _issuers = issuers is null ? []
        : [.. issuers.Split(' ').Append(issuers.Replace(" ", "", StringComparison.Ordinal)).Where(name => name.Length >= ShortestIssuer).OrderByDescending(name => name.Length)];

    /// <summary>Takes such parts off the front of a sentence.</summary>
    /// <returns>The parts, in order; none when the sentence begins with none.</returns>
    public IReadOnlyList<(PieceKind Kind, TextSpan Span)> Read(TextSpan sentence)
    {
        List<(PieceKind, TextSpan)>? parts = null;
        for (var at = sentence.Start; at < sentence.End;)
        {
            var (kind, length) = ReadOne(at, sentence.End);
            if (length == 0 && parts?[^1] is (PieceKind.Attachment, var listed)) (kind, length) = (PieceKind.Attachment, ItemLength(at, sentence.End, NumberOf(listed)));
            if (length == 0) break;
            (parts ??= []).Add((kind, TextSpan.At(at, length)));
            at += length;
            while (at < sentence.End && char.IsWhiteSpace(text[at])) at++;
        }

        return parts is null ? [] : parts;
    }

    private (PieceKind Kind, int Length) ReadOne(int at, int end)
    {
        if (SignatureLength(at, end) is > 0 and var name && Follows(at + name, end)) return (PieceKind.Signature, name);
        if (DateLength(at, end) is > 0 and var date && Follows(at + date, end)) return (PieceKind.Date, date);
        if (NoteLength(at, end) is > 0 and var note) return (PieceKind.Attachment, note);
        var word = AttachmentLength(at, end);
        if (word > 0 && (at + word == end || NoteLength(at + word, end) > 0 || TitleLength(at + word, end) > 0)) return (PieceKind.Attachment, word);
        return (PieceKind.Title, TitleLength(at, end));
    }

    /// <summary>True where the next part begins, or nothing follows: the end, a date, 附件, a title, a unit, a label, addressees, a note in brackets.</summary>
    private bool Follows(int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        if (at >= end) return true;
        var rest = text.AsSpan(at, end - at);
        if (DateLength(at, end) > 0 || AttachmentLength(at, end) > 0 || OfficialDocumentHeadParts.ReadLabel(rest, out _) > 0 || (rest[0] == '各' && OfficialDocumentHeadParts.ReadAddressees(rest) > 0) || TitleLength(at, end) > 0) return true;
        if (SignatureLength(at, end) is > 0 and var again && rest.Length == again) return true;
        if (rest[0] is '（' or '(' && rest[..Math.Min(rest.Length, LongestNote)].IndexOfAny('）', ')') == rest.Length - 1) return true;
        return BeginsUnits(at, end);
    }

    /// <summary>True where the first unit of what is attached stands, or an article.</summary>
    private bool BeginsUnits(int at, int end)
    {
        var rest = text.AsSpan(at, end - at);
        return rest is ['一', '、', ..] or ['（' or '(', '一', '）' or ')', ..] || NumberingMarkReader.TryReadOrdinal(rest, at, out _);
    }

    private int SignatureLength(int at, int end)
    {
        foreach (var name in _issuers)
        {
            if (text.AsSpan(at, end - at).StartsWith(name)) return name.Length;
        }

        return 0;
    }

    private int DateLength(int at, int end) =>
        at < end && ChineseNumerals.IsNumeral(text[at]) ? ChineseDates.Read(text.AsSpan(at, end - at), out _) : 0;

    private int TitleLength(int at, int end)
    {
        if (at >= end) return 0;
        var sentence = text.AsSpan(at, end - at);
        // What stands before 的通知 is the end of the notice's own title.
        if (lines.IssuedTitleLength(text, new TextSpan(at, end)) is > 0 and var issued) return sentence[issued..].StartsWith("的") ? 0 : issued;
        return TitleOfPurpose(sentence);
    }

    /// <summary>The length of a title that has run together with its preamble: …工作细则根据…，制定本工作细则。 says at its end what it is called.</summary>
    private static int TitleOfPurpose(ReadOnlySpan<char> sentence)
    {
        var purpose = sentence.IndexOf(Purpose);
        if (purpose < 0) return 0;
        var name = sentence[(purpose + Purpose.Length)..];
        var close = name.IndexOfAny("。，；");
        if (close < 2) return 0;
        var length = sentence[..Math.Min(purpose, LongestTitle)].IndexOf(name[..close]) + close;
        return length >= close + ShortestTitle && !sentence[..length].ContainsAny("，。；：《") && OfficialDocumentHeadParts.IsOpening(sentence[length..]) ? length : 0;
    }

    /// <summary>The length of 附件：…办法 at the end of the body, which names what is attached: its title is known from here on.</summary>
    private int NoteLength(int at, int end)
    {
        var word = AttachmentLength(at, end);
        if (word < 3 || text.AsSpan(at, word).IndexOfAny('：', ':') < 0) return 0;
        var name = NameLength(at + word, end, 1);
        if (name == 0) return 0;
        var title = text.Substring(at + word, name);
        var mark = AttachmentLists.MarkLength(title);
        if (OfficialDocumentGenres.IsComplete(title)) lines.AddIssued(title[mark..]);
        // 附件：1.自查表 names what is attached, whatever that is.
        else if (mark == 0) return 0;
        return word + name;
    }

    /// <summary>The length of 2.…名单 behind 附件：1.…办法; 0 where the next number does not stand there.</summary>
    private int ItemLength(int at, int end, int number) =>
        number > 0 && AttachmentLists.NumberAt(text.AsSpan(at, end - at)) == number + 1 ? NameLength(at, end, number + 1) : 0;

    private int NumberOf(TextSpan note) => AttachmentLists.NumberAt(text.AsSpan(note.Start, note.Length).TrimStart("附件表").TrimStart(" ：:\u3000"));

    /// <summary>How far the name of what is attached goes: to the end, the next number, or what does not belong to a name; 0 where it is none.</summary>
    private int NameLength(int at, int end, int number)
    {
        var longest = Math.Min(LongestTitle, end - at);
        for (var length = ShortestTitle; length <= longest; length++)
        {
            var last = text[at + length - 1];
            var next = at + length;
            if (next == end || AttachmentLists.NumberAt(text.AsSpan(next, end - next)) == number + 1 || EndsName(at, next, end)) return length;
            var isDecimal = last is '.' && char.IsDigit(text[next - 2]) && char.IsDigit(text[next]);
            if (char.IsPunctuation(last) && !isDecimal && last is not ('“' or '”' or '（' or '）' or '《' or '》' or '、')) return 0;
        }

        return 0;
    }

    /// <summary>
    /// True where a signature or a date stands that more of the foot follows, or where 附件 or a first unit stands behind a name that is whole: 2012年某市教育局推荐表
    /// and 教师法第三十七条适用说明 are names.
    /// </summary>
    private bool EndsName(int at, int next, int end)
    {
        if (SignatureLength(next, end) is > 0 and var name && Follows(next + name, end)) return true;
        if (DateLength(next, end) is > 0 and var date && Follows(next + date, end)) return true;
        var word = AttachmentLength(next, end);
        var isAttachment = word > 0 && (next + word == end || word > 2 || TitleLength(next + word, end) > 0);
        return (isAttachment || BeginsFirst(next, end)) && OfficialDocumentGenres.IsComplete(text[at..next]);
    }

    private bool BeginsFirst(int at, int end) => BeginsUnits(at, end)
        && !(NumberingMarkReader.TryReadOrdinal(text.AsSpan(at, end - at), at, out var mark) && mark.Value != 1) && !(end - at <= 3 && text[at] is '（' or '(');

    /// <summary>The length of 附件, 附件1 or 附件：.</summary>
    private int AttachmentLength(int at, int end)
    {
        var characters = at < end ? text.AsSpan(at, end - at) : [];
        if (!characters.StartsWith("附件") && !characters.StartsWith("附表")) return 0;
        var number = ChineseNumerals.Read(characters[2..], out _);
        // 附件四川省…办法 is no fourth attachment.
        if (number > 0 && lines.IssuedTitleLength(text, new TextSpan(at + 2, end)) > 0) number = 0;
        var length = 2 + number;
        while (length < characters.Length && (char.IsWhiteSpace(characters[length]) || characters[length] is '：' or ':' or '.' or '．')) length++;
        return length;
    }
}
