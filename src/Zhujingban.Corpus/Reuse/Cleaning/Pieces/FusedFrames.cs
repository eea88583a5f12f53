using System.Text;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Parts of the head and the foot that have run together with each other or with a sentence, where the lines alone did not show it: what signs, dates
/// and addresses the notice is known by its other copies, and by what follows it.
/// </summary>
internal sealed class FusedFrames
{
    private const int Key = 4;
    private const string Word = "附件";
    private const int MostCandidates = 8;
    private const int ShortestRest = 6;
    private const int BeginningLength = 8;

    private readonly string _text;
    private readonly FusedTitles _titles;
    private readonly Dictionary<string, List<(PieceKind Kind, string Text)>> _known = [];
    private readonly HashSet<string> _numbers = [];

    /// <summary>How sentences begin.</summary>
    private readonly HashSet<string> _beginnings = [];

    private FusedFrames(string text, IReadOnlyList<NoticePiece> pieces, string? issuers)
    {
        (_text, _titles) = (text, new FusedTitles(text, pieces, issuers));
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Sentence && piece.Span.Length >= BeginningLength) _beginnings.Add(text.Substring(piece.Span.Start, BeginningLength));
            if (piece.Kind == PieceKind.DocumentNumber) _numbers.Add(LettersOf(text.AsSpan(piece.Span.Start, piece.Span.Length)));
            if (piece.Kind is PieceKind.DocumentNumber or PieceKind.PublishedDate or PieceKind.Addressees or PieceKind.Date || IsOwnTitle(piece)) Learn(piece);
        }
    }

    /// <summary>The pieces, with such parts apart.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="issuers">The issuers that the head names, joined by spaces, or null.</param>
    public static List<NoticePiece> Part(string text, List<NoticePiece> pieces, string? issuers)
    {
        var frames = new FusedFrames(text, pieces, issuers);
        var parted = new List<NoticePiece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind == PieceKind.Sentence && frames.IsCutAddressees(piece)) parted.Add(piece with { Kind = PieceKind.Addressees });
            else if (piece.Kind == PieceKind.Sentence) frames.PartName(piece, parted);
            else if (piece.Kind == PieceKind.Attachment && frames._titles.NoteLength(piece) is > 0 and var note)
                frames.PartName(frames.Take(piece, PieceKind.Attachment, note, parted) with { Kind = PieceKind.Sentence, Mark = default }, parted);
            else if (piece.Kind == PieceKind.Addressees && frames.NumberLength(piece.Span) is > 0 and var number) parted.Add(frames.Take(piece, PieceKind.DocumentNumber, number, parted));
            else if (piece.Kind is PieceKind.Title or PieceKind.HeadLine or PieceKind.Signature) frames.PartName(piece, parted);
            else if (i + 1 < pieces.Count && frames.PartAttachment(piece, pieces[i + 1], parted) is > 0 and var taken) i += taken - 1;
            else parted.Add(piece);
        }

        return parted;
    }

    /// <summary>Parts 附件, 附件1 or 附件：…办法 from the heading before it, where the title of the attachment stands behind it.</summary>
    /// <returns>How many of the two pieces are taken: one, or both where 附件： names the title; 0 where nothing is parted.</returns>
    private int PartAttachment(in NoticePiece piece, in NoticePiece next, List<NoticePiece> parted)
    {
        if (next.Kind != PieceKind.Title || AttachmentBehind(piece) is not (> 0 and var word)) return 0;
        var note = TextSpan.At(piece.Span.End - word, word);
        var names = IsColon(_text[note.End - 1]);
        if (names && next.StartsLine) return 0;
        parted.Add(piece with { Span = piece.Span with { End = note.Start } });
        parted.Add(new NoticePiece(PieceKind.Attachment, names ? note with { End = next.Span.End } : note, default, false));
        return names ? 2 : 1;
    }

    /// <summary>The length of 附件, 附件1 or 附件： at the end of a heading; 0 for none.</summary>
    private int AttachmentBehind(in NoticePiece piece)
    {
        if (!piece.IsMarked || piece.Span.IsEmpty) return 0;
        var heading = _text.AsSpan(piece.Span.Start, piece.Span.Length);
        var name = IsColon(heading[^1]) ? heading[..^1] : heading.TrimEnd("0123456789");
        var word = heading.Length - name.Length + Word.Length;
        return name.EndsWith(Word) && word < heading.Length - piece.Mark.Span.Length && !char.IsPunctuation(heading[^(word + 1)]) ? word : 0;
    }

    /// <summary>…关于…的通知: it has run together with what follows where that begins a sentence elsewhere, too.</summary>
    private bool IsOwnTitle(in NoticePiece piece) => piece.Kind == PieceKind.Title && _text.AsSpan(piece.Span.Start, piece.Span.Length).Contains("关于", StringComparison.Ordinal);

    private static bool IsColon(char c) => c is '：' or ':';

    private void Learn(in NoticePiece piece)
    {
        if (piece.Span.Length < Key) return;
        var key = _text.Substring(piece.Span.Start, Key);
        if (!_known.TryGetValue(key, out var same)) _known[key] = same = [];
        var known = (piece.Kind, piece.Span.Of(_text));
        if (same.Count < MostCandidates && !same.Contains(known)) same.Add(known);
    }

    private void PartSentence(in NoticePiece piece, List<NoticePiece> parted)
    {
        var rest = piece;
        while (!rest.Span.IsEmpty && ReadOne(rest.Span, parted) is { Length: > 0 } part) rest = Take(rest, part.Kind, part.Length, parted);
        if (rest.Span.IsEmpty) return;
        // …〔2019〕4号四、: what stands behind a part may begin with a mark.
        var text = _text.AsSpan(0, rest.Span.End);
        if (rest.Span.Start > piece.Span.Start && PieceMarks.TryRead(text, rest.Span.Start, out var mark) && !NumberingScanner.IsCountOrReference(text, mark)) rest = rest with { Kind = PieceKind.Marked, Mark = mark };
        parted.Add(rest);
    }

    /// <summary>Signatures, dates and titles one behind the other, all of them known or none: a title may begin with the name of an office.</summary>
    private void PartName(in NoticePiece piece, List<NoticePiece> parted)
    {
        var rest = piece;
        if (piece.Kind == PieceKind.Title && FusedTitles.ColonLength(_text.AsSpan(piece.Span.Start, piece.Span.Length)) is > 0 and var before)
        {
            PartSentence(piece with { Kind = PieceKind.Sentence, Span = TextSpan.At(piece.Span.Start, before) }, parted);
            rest = piece with { Span = piece.Span with { Start = piece.Span.Start + before }, StartsLine = false };
        }

        var cuts = _titles.Cuts(rest);
        foreach (var (kind, length) in cuts) rest = Take(rest, kind, length, parted);
        if (rest.Span.IsEmpty) return;
        if (rest.Kind == PieceKind.Sentence) PartSentence(rest, parted);
        else parted.Add(rest);
    }

    private NoticePiece Take(in NoticePiece piece, PieceKind kind, int length, List<NoticePiece> parted)
    {
        var end = piece.Span.Start + length;
        while (char.IsWhiteSpace(_text[end - 1])) end--;
        parted.Add(new NoticePiece(kind, new TextSpan(piece.Span.Start, end), default, piece.StartsLine));
        var start = piece.Span.Start + length;
        while (start < piece.Span.End && char.IsWhiteSpace(_text[start])) start++;
        return piece with { Span = piece.Span with { Start = start }, StartsLine = false };
    }

    /// <summary>The part that a sentence begins with.</summary>
    private (PieceKind Kind, int Length) ReadOne(TextSpan span, List<NoticePiece> parted)
    {
        var sentence = _text.AsSpan(span.Start, span.Length);
        if (_titles.IsIssuer(sentence)) return (PieceKind.Signature, sentence.Length);
        if (ChineseDates.Read(sentence, out _) == sentence.Length) return (PieceKind.Date, sentence.Length);
        if (sentence.Length >= Key && _known.TryGetValue(_text.Substring(span.Start, Key), out var candidates))
        {
            foreach (var (kind, known) in candidates)
            {
                if (sentence.StartsWith(known) && Ends(kind, sentence[known.Length..])) return (kind, known.Length);
            }
        }

        if (NumberLength(span) is > 0 and var number) return (PieceKind.DocumentNumber, number);
        if (PublishedLength(sentence) is > 0 and var published) return (PieceKind.PublishedDate, published);
        if (AddresseesLength(sentence, parted.Count > 0 && parted[^1].IsFrame) is > 0 and var addressees) return (PieceKind.Addressees, addressees);
        return _titles.TailLength(span) is > 0 and var title ? (PieceKind.Title, title) : default;
    }

    /// <summary>True when what follows a part begins something else: 2010年1月19日起, （国办发〔2010〕8号）的 go on.</summary>
    private bool Ends(PieceKind kind, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || kind == PieceKind.Addressees) return true;
        if (kind == PieceKind.Title) return rest.Length >= BeginningLength && _beginnings.Contains(rest[..BeginningLength].ToString());
        return rest.Length >= ShortestRest && !char.IsPunctuation(rest[0]) && !char.IsDigit(rest[0]) && rest[0] is not ('前' or '后' or '起' or '止' or '至' or '到' or '以' or '之' or '的' or '在' or '上' or '下');
    }

    /// <summary>The length of addressees that a preamble follows, or that stand behind a part of the head and are offices all; 0 for none.</summary>
    private static int AddresseesLength(ReadOnlySpan<char> sentence, bool isBehindFrame)
    {
        if (OfficialDocumentHeadParts.ReadAddressees(sentence) is not (> 0 and var length)) return 0;
        if (OfficialDocumentHeadParts.IsOpening(sentence[length..].TrimStart())) return length;
        return isBehindFrame && Organs.Split(sentence[..(length - 1)].ToString()).Count > 0 ? length : 0;
    }

    /// <summary>True for the beginning of addressees that stand elsewhere whole.</summary>
    private bool IsCutAddressees(in NoticePiece piece)
    {
        if (piece.Span.Length < 2 * Key || !_known.TryGetValue(_text.Substring(piece.Span.Start, Key), out var candidates)) return false;
        foreach (var (kind, known) in candidates)
        {
            if (kind == PieceKind.Addressees && known.AsSpan().StartsWith(_text.AsSpan(piece.Span.Start, piece.Span.Length))) return true;
        }

        return false;
    }

    /// <summary>The length of the notice's own number, in whatever brackets it stands here, where another part of the head follows; 0 for none.</summary>
    private int NumberLength(TextSpan span)
    {
        var number = OfficialDocumentNumbers.Read(_text.AsSpan(span.Start, span.Length));
        if (number == 0 || !_numbers.Contains(LettersOf(_text.AsSpan(span.Start, number)))) return 0;
        return number == span.Length || OfficialDocumentHeadParts.StartsAt(_text, span with { Start = span.Start + number }) ? number : 0;
    }

    private static string LettersOf(ReadOnlySpan<char> number)
    {
        var letters = new StringBuilder();
        foreach (var c in number)
        {
            if (char.IsLetterOrDigit(c)) letters.Append(char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c);
        }

        return letters.ToString();
    }

    /// <summary>The length of 发布日期：2010-04-05 at the start of a sentence; 0 when it begins with no such thing.</summary>
    private static int PublishedLength(ReadOnlySpan<char> sentence)
    {
        if (sentence.IsEmpty || OfficialDocumentHeadParts.ReadLabel(sentence, out var label) is not (> 0 and var length) || PageMetadataLabels.PartOf(label) != "published") return 0;
        while (length < sentence.Length && (sentence[length] is '：' or ':' || char.IsWhiteSpace(sentence[length]))) length++;
        return ChineseDates.Read(sentence[length..], out _) is > 0 and var date ? length + date : 0;
    }
}
