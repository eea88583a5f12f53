using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Finds the head of a notice at its beginning, and where it stands again: at the start of a line or behind a sentence.</summary>
/// <param name="text">The text.</param>
/// <param name="lines">Its lines, without boilerplate.</param>
internal sealed class NoticeHeads(string text, IReadOnlyList<TextSpan> lines)
{
    private const int MostHeadLines = 12;
    private const int SharedStart = 8;
    private const int LongestIssuers = 60;
    private const int BeginningLength = 12;
    private const int ShortestTitle = 6;
    private const int LongestHead = 400;

    private const string Minutes = "纪要";

    private static readonly SearchValues<char> NoIssuer = SearchValues.Create("，。：；《（(");

    /// <summary>What stands on a line of its own more than once.</summary>
    private readonly Lazy<HashSet<string>> _linesAgain = new(() => TitlesInMidText.LinesAgain(text, lines));

    /// <summary>The title of the first head; null before one is read.</summary>
    private KnownTitle? _title;

    private int _behindBrokenOff = -1;
    private bool _foundAny;

    /// <summary>The first line of the first head where it is a letterhead or what stands above it; null otherwise.</summary>
    private string? _letterhead;

    /// <summary>The title of the first head, as written; null before one is read.</summary>
    public string? Title => _title?.Title;

    /// <summary>True for 会议纪要.</summary>
    public bool AreOfMinutes => _title is { Title: var title } && OfficialDocumentGenres.Of(title) == Minutes;

    /// <summary>The issuers that the first head names.</summary>
    public string? Issuers { get; private set; }

    /// <summary>The title that the text begins with and breaks off before its end, to say it whole right behind, on the same line or on the next; null for none.</summary>
    public TextSpan? BrokenOff()
    {
        if (lines.Count == 0) return null;
        var first = BeforeAgain(lines[0]);
        var next = first == lines[0] && lines.Count > 1 ? lines[1].Start : first.End;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (first.Length is < SharedStart or > LongestHead || next == lines[0].End) return null;
        var beginning = text.AsSpan(first.Start, first.Length);
        if (beginning.IndexOf("关于") <= 0 || !text.AsSpan(next).StartsWith(beginning) || OfficialDocumentTitles.FindEnd(text, first) >= 0) return null;
        _behindBrokenOff = next;
        // The addressees behind the title may break off as well.
        var end = OfficialDocumentTitles.FindEnd(text, new TextSpan(next, text.AsSpan(next).IndexOf('\n') is >= 0 and var line ? next + line : text.Length));
        return end >= 0 && end - next < first.Length ? first with { End = first.Start + end - next } : first;
    }

    /// <summary>Where a head may begin behind a place, up to the end of its sentence: at a title known already, or behind a foot that a title has run together with.</summary>
    public int NextPlace(int at, int sentenceEnd)
    {
        var next = _title?.Next(at + 1, sentenceEnd) ?? sentenceEnd;
        var sentence = text.AsSpan(at, Math.Min(sentenceEnd - at, LongestHead));
        if (next < sentenceEnd || OfficialDocumentTitles.FootLength(sentence) is not (> 0 and var foot)) return next;
        next = at + foot;
        while (next < sentenceEnd && char.IsWhiteSpace(text[next])) next++;
        return next;
    }

    /// <summary>The head that begins at a place of a line; null when none does.</summary>
    /// <param name="line">The number of the line.</param>
    /// <param name="at">The place.</param>
    public OfficialDocumentHead? TryRead(int line, int at)
    {
        var rest = new TextSpan(at, lines[line].End);
        if (rest.IsEmpty || char.IsWhiteSpace(text[at])) return null;
        var isFirst = at == lines[0].Start || at == _behindBrokenOff;
        if (!isFirst && !MayBegin(line, rest)) return null;
        var window = new List<TextSpan>(MostHeadLines) { BeforeMark(BeforeAgain(rest)) };
        for (var i = line + 1; window[0] == rest && i < lines.Count && window.Count < MostHeadLines; i++) window.Add(lines[i]);
        var head = WrappedHeads.Read(text, window, isFirst);
        // What stands below the title of a page is not its next line, whatever it looks like.
        if (!isFirst && TitleIn(head) is { } longer && longer.Length > rest.Length && (_title?.Is(rest) ?? false)) head = WrappedHeads.Read(text, [rest], isFirst);
        if (head.Parts.Count == 0) return null;
        if (!isFirst && !IsFirstOrder(head) && !StandsAsHead(head, line, window[0], rest)) return null;
        if (isFirst || _title is null || (TitleIn(head) is { } whole && _title.Ends(whole))) Learn(head, rest);
        _foundAny = true;
        return head;
    }

    /// <summary>True for the letterhead of an order with its number, where no head stands before it: behind one it is another order, which looks the same.</summary>
    private bool IsFirstOrder(OfficialDocumentHead head) =>
        !_foundAny && head.Parts.Count > 1 && head.Parts[0].Kind == HeadPartKind.Letterhead && OfficialDocumentTitles.IsOfOrder(text.AsSpan(head.Parts[0].Span.Start, head.Parts[0].Span.Length));

    /// <summary>True for a head with a title: a title alone must be the notice's, stand over a head that says it again, or be the first one and stand over its preamble.</summary>
    private bool StandsAsHead(OfficialDocumentHead head, int line, TextSpan first, TextSpan rest)
    {
        if (TitleIn(head) is not { } title) return false;
        if (head.Parts.Count > 1 || (_title is not null && (_title.Is(title) || _title.Ends(title)))) return true;
        if (_title is null && title == lines[line] && OfficialDocumentTitles.IssuerOf(title.Of(text)) is not null && _linesAgain.Value.Contains(title.Of(text))) return true;
        return StandsOverHead(line, first, rest) || (_title is null && TitlesInMidText.StandsOverPreamble(text, title));
    }

    /// <summary>True for a first title that the line says again, as collections do, and goes on with a head.</summary>
    private bool StandsOverHead(int line, TextSpan title, TextSpan rest)
    {
        var again = title.End;
        while (again < rest.End && char.IsWhiteSpace(text[again])) again++;
        return _title is null && again < rest.End && TryRead(line, again) is { Parts.Count: > 1 };
    }

    /// <summary>The notice's own head: the first one, wherever a damaged text has it.</summary>
    private void Learn(OfficialDocumentHead head, TextSpan line)
    {
        _title = TitleIn(head) is { } title ? new KnownTitle(text, title.Of(text)) : null;
        if (head.Parts[0].Kind is HeadPartKind.Letterhead or HeadPartKind.Masthead) _letterhead = line.Of(text);
        Issuers = head.Issuer ?? (head.Title is { } name ? OfficialDocumentTitles.IssuerOf(name) : null);
    }

    /// <summary>The title of a head; 会议纪要 have none but 纪要标志 (GB/T 9704-2012 10.3).</summary>
    public TextSpan? TitleIn(OfficialDocumentHead head) => head.TitleSpan
        ?? head.Parts.Where(part => part.Kind == HeadPartKind.Letterhead && text.AsSpan(part.Span.Start, part.Span.Length).EndsWith(Minutes)).Select(part => (TextSpan?)part.Span).FirstOrDefault();

    /// <summary>
    /// A line that says the notice's title again, up to the unit, or the end of one, that has run together with it: …的通知六、监督检查, …的通知（负责部门：…）. The title may end
    /// on the next line.
    /// </summary>
    private TextSpan BeforeMark(TextSpan line)
    {
        if (_title is null) return line;
        var end = _title.LengthAt(text.AsSpan(line.Start, line.Length)) is > 0 and var length ? line.Start + length : _title.WrappedEnd(line.Start);
        return end > 0 && end < text.Length && (PieceMarks.TryRead(text, end, out _) || DutyNotes.Length(text.AsSpan(end)) > 0) ? line with { End = end } : line;
    }

    /// <summary>The line up to where it says its first words again: a head that stands twice on one line, or a short title.</summary>
    private TextSpan BeforeAgain(TextSpan line)
    {
        for (var length = ShortestTitle; length < BeginningLength && 2 * length <= line.Length; length++)
        {
            var title = text.AsSpan(line.Start, length);
            if (text.AsSpan(line.Start + length).StartsWith(title) && OfficialDocumentGenres.IsComplete(title.ToString())) return line with { End = line.Start + length };
        }

        if (line.Length <= 2 * BeginningLength) return line;
        var behind = line.Start + BeginningLength;
        var window = text.AsSpan(behind, Math.Min(line.End - behind, LongestHead));
        var again = window.IndexOf(text.AsSpan(line.Start, BeginningLength));
        if (again < 0) return line;
        var end = behind + again;
        while (char.IsWhiteSpace(text[end - 1])) end--;
        return line with { End = end };
    }

    /// <summary>
    /// True where the notice's own head may begin again, or another one: its title goes over into the next part of a head, or ends its line, or the next one.
    /// </summary>
    private bool MayBegin(int line, TextSpan rest)
    {
        var characters = text.AsSpan(rest.Start, rest.Length);
        if (_title is not null && (_title.Begins(rest) || _title.LengthAt(characters) > 0)) return true;
        if (_letterhead is not null && characters.SequenceEqual(_letterhead)) return true;
        if (_title is null && rest == lines[line] && (TitlesInMidText.IsOfMinutes(characters) || OfficialDocumentTitles.IsOfOrder(characters) || TitlesInMidText.StandsOverNumber(text, lines, line)
            || TitlesInMidText.StandsBeforeNumber(text, lines, line))) return true;
        var about = characters[..Math.Min(characters.Length, LongestIssuers)].IndexOf("关于");
        // A title may have its office on a line of its own.
        if (about < 0) return _title is null && rest == lines[line] && line + 1 < lines.Count && text.AsSpan(lines[line + 1].Start).StartsWith("关于") && TitlesInMidText.IsWrapped(text, lines, line);
        // A title that runs together with the heading before it begins behind that one.
        if (characters[..about].ContainsAny(NoIssuer) || PieceMarks.TryRead(text, rest.Start, out _)) return false;
        return OfficialDocumentTitles.FindEnd(text, rest) >= 0 || (_title is null && rest == lines[line] && TitlesInMidText.IsWrapped(text, lines, line));
    }
}
