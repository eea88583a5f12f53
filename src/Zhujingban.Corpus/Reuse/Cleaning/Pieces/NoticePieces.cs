using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Cuts a notice into pieces, whatever its condition: the parts of the head wherever they stand, feet, and sentences, each with the mark
/// that it begins with. The pieces and the white space between them tile the text.
/// </summary>
internal sealed class NoticePieces
{
    private const int LongestAttachmentLine = 80;

    private readonly string _text;
    private readonly List<NoticePiece> _pieces = [];
    private readonly HashSet<int> _lineStarts = [];
    private RunTogetherParts? _parts;
    private string? _issuers;

    private NoticePieces(string text) => _text = text;

    /// <summary>The pieces of a document, in the order of its text.</summary>
    public static IReadOnlyList<NoticePiece> Of(Document document)
    {
        var pieces = new NoticePieces(ScriptOfRules.Of(document.Text.Text));
        var lines = NoticeLines.Of(document);
        foreach (var line in lines) pieces._lineStarts.Add(line.Start);
        pieces.ReadText(OrdinalCuts.Cut(pieces._text, FootCuts.Cut(pieces._text, MinutesNumbers.Cut(pieces._text, lines))));
        pieces._pieces.Sort((one, other) => one.Span.CompareTo(other.Span));
        AttachmentLists.Join(pieces._text, pieces._pieces);
        AttachmentTitles.FindOverAttachments(pieces._text, pieces._pieces);
        var parted = KnownBeginnings.Part(pieces._text, FusedHeadings.Part(pieces._text, DueMarks.Part(pieces._text, pieces._pieces)));
        parted = BrokenOffPieces.Part(pieces._text, parted);
        DetachedHeadParts.Settle(pieces._text, parted);
        parted = FusedFrames.Part(pieces._text, parted, pieces._issuers);
        FusedHeadings.SettleDivisions(pieces._text, parted);
        return parted;
    }

    private void ReadText(List<TextSpan> lines)
    {
        var heads = new NoticeHeads(_text, lines);
        var body = new List<TextSpan>();
        var behind = 0;
        if (heads.BrokenOff() is { } title)
        {
            Add(PieceKind.Title, title);
            behind = title.End;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var start = Math.Max(lines[i].Start, behind);
            while (start < lines[i].End && char.IsWhiteSpace(_text[start])) start++;
            for (var at = start; at < lines[i].End;)
            {
                if (heads.TryRead(i, at) is not { } head)
                {
                    at = heads.NextPlace(at, NextSentence(at, lines[i].End));
                    continue;
                }

                AddTrimmed(body, new TextSpan(start, at));
                var own = heads.TitleIn(head);
                foreach (var part in head.Parts) Add(part.Span == own ? PieceKind.Title : HeadPieces.KindOf(_text, part), part.Span);
                start = behind = at = head.End;
            }

            AddTrimmed(body, new TextSpan(Math.Max(start, lines[i].Start), lines[i].End));
        }

        _issuers = heads.Issuers;
        ReadBody(heads, body);
    }

    private void ReadBody(NoticeHeads heads, List<TextSpan> body)
    {
        var cut = OfficialDocumentLines.From(_text, IssuedTitleCuts.Cut(_text, body, heads.Title), 0, heads.Title, heads.Issuers);
        AttachmentTitles.Learn(_text, cut);
        RegulationTitles.Learn(_text, cut);
        _parts = new RunTogetherParts(_text, cut, heads.Issuers);
        var feet = new NoticeFeet(_text, cut);
        for (var i = 0; i < cut.Lines.Count; i++)
        {
            var line = cut.Lines[i];
            if (AddFoot(feet.Read(i))) continue;
            if (heads.AreOfMinutes && Attendance.Begins(_text.AsSpan(line.Start, line.Length))) Add(PieceKind.Attendance, line);
            else if (IsAttachmentLine(line) && cut.IssuedTitleLength(_text, line) == 0 && IsWhole(_parts.Read(line), line)) Add(PieceKind.Attachment, line);
            else AddUnits(line);
        }
    }

    /// <summary>True where nothing has run together with 附件：1.…办法.</summary>
    private static bool IsWhole(IReadOnlyList<(PieceKind Kind, TextSpan Span)> parts, TextSpan line) =>
        parts.Count == 0 || (parts is [(PieceKind.Attachment, var note)] && note == line);

    /// <summary>A signature, a date, or both on one line.</summary>
    /// <returns>False for a line that is neither.</returns>
    private bool AddFoot((TextSpan Signature, TextSpan Date) foot)
    {
        if (!foot.Signature.IsEmpty) Add(PieceKind.Signature, foot.Signature);
        if (!foot.Date.IsEmpty) Add(PieceKind.Date, foot.Date);
        return !foot.Signature.IsEmpty || !foot.Date.IsEmpty;
    }

    private bool IsAttachmentLine(TextSpan line)
    {
        var characters = _text.AsSpan(line.Start, line.Length);
        return line.Length <= LongestAttachmentLine && (characters.StartsWith("附件") || characters.StartsWith("附：") || characters.StartsWith("附表"))
            && !characters.ContainsAny('。', '；');
    }

    /// <summary>Marks and sentences; a line may begin with who answers for the unit before it.</summary>
    private void AddUnits(TextSpan line)
    {
        if (DutyNotes.Length(_text.AsSpan(line.Start, line.Length)) is > 0 and var note)
        {
            Add(PieceKind.Sentence, TextSpan.At(line.Start, note));
            line = line with { Start = line.Start + note };
        }

        var marks = new List<NumberingMark>();
        NumberingScanner.Scan(_text, line, marks);
        marks.RemoveAll(mark => BeginsNote(line.Start, mark));
        var at = line.Start;
        for (var i = 0; i <= marks.Count; i++)
        {
            var end = i < marks.Count ? marks[i].Span.Start : line.End;
            if (end > at) AddSentences(new TextSpan(at, end), i > 0 ? marks[i - 1] : null);
            at = end;
        }
    }

    /// <summary>附件：1.…办法 numbers what is attached; 应当附以下附件：1.… is a list of the notice.</summary>
    private bool BeginsNote(int start, in NumberingMark mark) =>
        mark.Kind == NumberingKind.Third && mark.Value == 1 && _text.AsSpan(start, mark.Span.Start - start).TrimEnd() is [.. var before, '附', '件', '：' or ':']
        && (before.TrimEnd().IsEmpty || Sentences.IsEnd(before.TrimEnd()[^1]));

    private void AddSentences(TextSpan range, NumberingMark? mark)
    {
        foreach (var whole in SentencesOf(range))
        {
            var sentence = whole;
            if (mark is null || whole.Start > range.Start)
            {
                foreach (var (kind, span) in _parts!.Read(whole))
                {
                    Add(kind, span);
                    sentence = Trim(sentence with { Start = span.End });
                }

                // What follows a foot may begin with a mark that stood inside the line.
                if (sentence.Start > whole.Start && !sentence.IsEmpty)
                {
                    AddUnits(sentence);
                    continue;
                }
            }

            if (sentence.IsEmpty) continue;
            var isMarked = mark is not null && sentence.Start == range.Start;
            var isAround = !isMarked && sentence.Length <= LongestAttachmentLine && PageLines.IsOfPage(_text, sentence);
            Add(isMarked ? PieceKind.Marked : isAround ? PieceKind.Boilerplate : PieceKind.Sentence, sentence, isMarked ? mark!.Value : default);
        }
    }

    private int NextSentence(int at, int end) => SentencesOf(new TextSpan(at, end)).Select(sentence => sentence.End).FirstOrDefault(end);

    /// <summary>The sentences of a range; a line break inside a line parts none. What closes behind a full stop belongs to it, and so does who answers for it.</summary>
    private IEnumerable<TextSpan> SentencesOf(TextSpan range)
    {
        for (var start = range.Start; start < range.End;)
        {
            var found = _text.AsSpan(start, range.End - start).IndexOfAny("。！？!?");
            var end = found < 0 ? range.End : start + found + 1;
            while (end < range.End && (Sentences.IsClosing(_text[end]) || Sentences.IsEnd(_text[end]) || char.IsWhiteSpace(_text[end]))) end++;
            end += DutyNotes.Length(_text.AsSpan(end, range.End - end));
            while (end < range.End && char.IsWhiteSpace(_text[end])) end++;
            yield return new TextSpan(start, end);
            start = end;
        }
    }

    private void AddTrimmed(List<TextSpan> lines, TextSpan span)
    {
        span = Trim(span);
        if (!span.IsEmpty) lines.Add(span);
    }

    private void Add(PieceKind kind, TextSpan span, NumberingMark mark = default)
    {
        span = Trim(span);
        if (!span.IsEmpty) _pieces.Add(new NoticePiece(kind, span, mark, _lineStarts.Contains(span.Start)));
    }

    private TextSpan Trim(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(_text[start])) start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
