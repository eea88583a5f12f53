using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// The lines behind the head. Where the foot has run together with the text around it (…。国务院办公厅二○一○年一月十九日…规定根据…),
/// the line is cut before the signature, behind the date and behind the title of what the document issues.
/// </summary>
internal sealed class OfficialDocumentLines
{
    private const int LongestSignature = 60;
    private const string Republic = "中华人民共和国";
    private const int LongestNote = 60;
    private const int LongestImprint = 1000;
    private const int LongestPlace = 6;
    private const int LongestAttachmentNote = 600;

    private readonly List<TextSpan> _lines = [];
    private readonly HashSet<int> _feet = [];
    private readonly IssuedTitles _issued;
    private readonly string[] _issuers;

    /// <summary>No lines yet.</summary>
    /// <param name="issued">The titles of what the document issues.</param>
    /// <param name="issuers">The names of the issuers, longest first: all together, as they sign run together, and each.</param>
    private OfficialDocumentLines(IssuedTitles issued, string? issuers)
    {
        _issued = issued;
        _issuers = issuers is null ? [] : [issuers.Replace(" ", "", StringComparison.Ordinal), .. issuers.Split(' ').OrderByDescending(name => name.Length)];
    }

    /// <summary>The lines.</summary>
    public IReadOnlyList<TextSpan> Lines => _lines;

    /// <summary>True for a signature and date that were cut out of a longer line.</summary>
    public bool IsCutFoot(TextSpan line) => _feet.Contains(line.Start);

    /// <summary>Takes down a title that the document names at another place; of more than a few hundred the first.</summary>
    public void AddIssued(string title) => _issued.Add(title);

    /// <summary>The length of the title of what the document says that it issues, at the start of a line; 0 when there is none.</summary>
    public int IssuedTitleLength(string text, TextSpan line) => _issued.LengthAt(text.AsSpan(line.Start, line.Length));

    /// <summary>The lines from <paramref name="start"/> on, run-together feet cut out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">All lines of the document.</param>
    /// <param name="start">Where the head ends.</param>
    /// <param name="title">The document's title, or null.</param>
    /// <param name="issuers">The issuers that its head names: what is known to sign.</param>
    public static OfficialDocumentLines From(string text, IReadOnlyList<TextSpan> lines, int start, string? title, string? issuers)
    {
        var rest = new OfficialDocumentLines(IssuedTitles.Of(text, start, title), issuers);
        foreach (var line in lines)
        {
            if (line.End <= start) continue;
            rest.CutFoot(text, new TextSpan(Math.Max(line.Start, start), line.End));
        }

        return rest;
    }

    private void CutFoot(string text, TextSpan line)
    {
        var at = line.Start;
        while (at < line.End)
        {
            var year = text.AsSpan(at, line.End - at).IndexOf('年');
            if (year < 0) break;
            year += at;
            at = year + 1;
            if (year - 4 < line.Start) continue;
            var length = ChineseDates.Read(text.AsSpan(year - 4, line.End - year + 4), out _);
            if (length == 0 || FootStart(text, line, year - 4) is not { } foot) continue;
            var end = year - 4 + length;
            if (ReadBehind(text, new TextSpan(end, line.End)) is not { } behind) continue;
            var note = AttachmentNoteStart(text, line, foot);
            Add(text, new TextSpan(line.Start, note));
            Add(text, new TextSpan(note, foot));
            Add(text, new TextSpan(foot, end));
            _feet.Add(_lines[^1].Start);
            Add(text, behind.Note);
            Add(text, behind.Title);
            (line, at) = (new TextSpan(behind.Title.End, line.End), behind.Title.End);
        }

        if (_feet.Count > 0) AddImprint(text, line);
        else Add(text, line);
    }

    /// <summary>抄送：…。…办公厅2006年6月6日印发, run together behind the foot.</summary>
    private void AddImprint(string text, TextSpan line)
    {
        var tail = Math.Max(line.Start, line.End - LongestImprint);
        var copies = text.AsSpan(tail, line.End - tail).LastIndexOf("。抄送");
        if (copies >= 0)
        {
            Add(text, new TextSpan(line.Start, tail + copies + 1));
            line = line with { Start = tail + copies + 1 };
        }

        while (IsImprint(text.AsSpan(line.Start, line.Length)) && text.AsSpan(line.Start, line.Length).IndexOf('。') is >= 0 and var stop)
        {
            Add(text, new TextSpan(line.Start, line.Start + stop + 1));
            line = line with { Start = line.Start + stop + 1 };
        }

        Add(text, line);
    }

    /// <summary>二○○四年四月二十日于北京.</summary>
    private static bool IsPlace(ReadOnlySpan<char> rest) => rest is ['于', ..] && rest.Length <= LongestPlace && rest.IndexOf('。') < 0;

    private static bool IsImprint(ReadOnlySpan<char> text) =>
        text.StartsWith("抄送") || text.StartsWith("抄报") || text.StartsWith("主题词") || text.StartsWith("分送");

    /// <summary>Where 附件说明 begins that has run together with the signature behind it; the foot's own start when there is none.</summary>
    private static int AttachmentNoteStart(string text, TextSpan line, int foot)
    {
        var start = Math.Max(line.Start, foot - LongestAttachmentNote);
        var before = text.AsSpan(start, foot - start);
        var note = Math.Max(before.LastIndexOf("。附件"), before.LastIndexOf("。附："));
        return note < 0 || before[(note + 1)..].IndexOf('。') >= 0 ? foot : start + note + 1;
    }

    /// <summary>
    /// Where the signature before an inline date begins: behind a full stop, with nothing but offices or an officer in between, else
    /// where the name of an issuer begins that the head knows.
    /// </summary>
    private int? FootStart(string text, TextSpan line, int date)
    {
        var before = text.AsSpan(line.Start, date - line.Start).TrimEnd();
        before = before[..(before.Length - Organs.SealLength(before))];
        var (end, from) = (line.Start + before.Length, line.Start + before.Length);
        while (from > line.Start && end - from < LongestSignature
            && !Sentences.IsEnd(text[from - 1]) && !Sentences.IsClosing(text[from - 1]))
            from--;
        var behindStop = from > line.Start && Sentences.IsEnd(text[from - 1]);
        if (behindStop && from < end && text[from] is not '附' && IsSignature(text[from..end])) return from;
        foreach (var issuer in _issuers)
        {
            if (issuer.Length < 2 || !before.EndsWith(issuer)) continue;
            before = before[..^issuer.Length];
            return line.Start + before.Length - (before.EndsWith(Republic) ? Republic.Length : 0);
        }

        // Nobody known signs, but what is attached has been said: 。附件：会计电算化工作规范一九九六年六月十日附件….
        if (AttachmentNoteStart(text, line, date) < date) return date;
        return behindStop && from == date ? from : null;
    }

    private static bool IsSignature(string name) => Organs.Split(name).Count > 0 || OfficialDocumentSigner.NameIn(name) is not null;

    /// <summary>What may stand behind a foot's date: a note or nothing, then 附件, the title of what is issued, or nothing.</summary>
    private (TextSpan Note, TextSpan Title)? ReadBehind(string text, TextSpan behind)
    {
        var rest = text.AsSpan(behind.Start, behind.Length);
        var close = rest is [('（' or '('), ..] ? rest[..Math.Min(rest.Length, LongestNote)].IndexOfAny('）', ')') : -1;
        var note = TextSpan.At(behind.Start, close + 1);
        rest = rest[note.Length..];
        if (rest.Trim().IsEmpty || OfficialDocumentAttachments.BeginAt(rest) || IsImprint(rest) || IsPlace(rest)) return (note, TextSpan.At(note.End, 0));
        foreach (var name in _issued.Names)
        {
            if (rest.StartsWith(name)) return (note, TextSpan.At(note.End, name.Length));
        }

        return null;
    }

    private void Add(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start < end) _lines.Add(new TextSpan(start, end));
    }
}
