using System.Text.RegularExpressions;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Tells where titles have run together with a signature before them, with their own beginning or end, which a page that was cut up has again, and with
/// what follows the end of a title that was cut off.
/// </summary>
internal sealed partial class FusedTitles
{
    private const int ShortestIssuer = 3;
    private const int ShortestTitle = 6;
    private const int ShortestTail = 4;
    private const int LongestTitle = 120;
    private const int MostTitles = 8;
    private const string Word = "附件";

    private readonly string _text;
    private readonly string[] _issuers;
    private readonly List<string> _titles = [];
    private readonly HashSet<string> _attached = [];
    private readonly Lazy<HashSet<string>> _named;

    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="issuers">The issuers that the head names, joined by spaces, or null.</param>
    public FusedTitles(string text, IReadOnlyList<NoticePiece> pieces, string? issuers)
    {
        _text = text;
        var names = new HashSet<string>(issuers is null ? [] : [.. issuers.Split(' '), issuers.Replace(" ", "", StringComparison.Ordinal)]);
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Attachment && piece.Span.Length <= LongestTitle && AttachedTitle(piece.Span.Of(text)) is { } attached) _attached.Add(attached);
            if (piece.Kind != PieceKind.Title || _titles.Count == MostTitles || piece.Span.Length > LongestTitle) continue;
            var title = OfficialDocumentHeadParts.Unbroken(text.AsSpan(piece.Span.Start, piece.Span.Length)[ColonLength(text.AsSpan(piece.Span.Start, piece.Span.Length))..]);
            if (_titles.Contains(title)) continue;
            _titles.Add(title);
            if (OfficialDocumentTitles.IssuerOf(piece.Span.Of(text)) is not { } issuer) continue;
            foreach (var name in issuer.Split(' ')) names.Add(name);
        }

        // A name that begins with another one's whole name twice is none: 省财政厅省财政厅关于….
        _issuers = [.. names.Where(name => name.Length >= ShortestIssuer && !TitlesTwice.IsTwice(name)).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
        _named = new(() => [.. Names().Matches(text).Select(name => OfficialDocumentHeadParts.Unbroken(name.Value.AsSpan(1, name.Length - 2)))]);
    }

    /// <summary>True for the name of an office that issues the notice.</summary>
    public bool IsIssuer(ReadOnlySpan<char> name)
    {
        foreach (var issuer in _issuers)
        {
            if (name.SequenceEqual(issuer)) return true;
        }

        return false;
    }

    /// <summary>The length of what stands before a title on its line up to a colon: addressees, with the end of another copy of the title; 0 when no colon does.</summary>
    public static int ColonLength(ReadOnlySpan<char> title)
    {
        var about = title.LastIndexOf("关于");
        return about < 0 ? 0 : title[..about].LastIndexOf('：') + 1;
    }

    /// <summary>The parts that stand before the last one of a title or a signature; none where it is one part.</summary>
    public List<(PieceKind Kind, int Length)> Cuts(in NoticePiece piece)
    {
        var parts = new List<(PieceKind Kind, int Length)>();
        var name = _text.AsSpan(piece.Span.Start, piece.Span.Length);
        var (at, last) = (0, 0);
        while (at < name.Length)
        {
            var (kind, length) = ReadOne(name[at..]);
            if (length == 0) break;
            last = at;
            at += length;
            while (at < name.Length && char.IsWhiteSpace(name[at])) at++;
            parts.Add((kind, length));
        }

        if (at < name.Length && (at == 0 || !(IsTitleBehind(parts[^1], name[last..], name[at..]) || IsIssuedBehind(parts, name[at..], !piece.StartsLine && !IsTitle(name))))) parts.Clear();
        else if (at < name.Length) parts.Add((PieceKind.Title, name.Length - at));
        if (parts.Count == 0 && piece.Kind == PieceKind.Title && TitlesTwice.AgainAt(name) is > 0 and var again) parts.Add((PieceKind.Title, again));
        return parts;
    }

    private (PieceKind Kind, int Length) ReadOne(ReadOnlySpan<char> rest)
    {
        foreach (var issuer in _issuers)
        {
            if (rest.StartsWith(issuer) && !OfficialDocumentTitles.StartsWithVerb(rest[issuer.Length..]) && !IsTitle(rest)) return (PieceKind.Signature, issuer.Length);
        }

        return ChineseNumerals.IsNumeral(rest[0]) ? (PieceKind.Date, ChineseDates.Read(rest, out _)) : (PieceKind.Attachment, OfficialDocumentAttachments.WordLength(rest));
    }

    /// <summary>True where a title stands behind another part. Two offices may issue a notice jointly: its title names both.</summary>
    private bool IsTitleBehind((PieceKind Kind, int Length) before, ReadOnlySpan<char> whole, ReadOnlySpan<char> rest)
    {
        if (before.Kind == PieceKind.Attachment) return IsTitle(rest) || OfficialDocumentGenres.IsComplete(rest.ToString());
        return IsTitle(rest) && (before.Kind != PieceKind.Signature || !IsOfIssuer(rest) || rest.StartsWith(whole[..before.Length]));
    }

    /// <summary>True for what begins behind a foot. A date at the start of a line may be the title's own: 2013年7月8日停水公告.</summary>
    /// <param name="parts">The parts before it.</param>
    /// <param name="rest">What begins there.</param>
    /// <param name="isFoot">True where a date alone is the end of a foot.</param>
    private static bool IsIssuedBehind(List<(PieceKind Kind, int Length)> parts, ReadOnlySpan<char> rest, bool isFoot) =>
        parts[^1].Kind == PieceKind.Date && (isFoot || parts is [.., (PieceKind.Signature, _), _])
        && rest[0] is not ('至' or '起' or '到') && !OfficialDocumentTitles.StartsWithVerb(rest) && OfficialDocumentGenres.IsComplete(rest.ToString());

    /// <summary>True for what the text names in 《》 or as attached, and for an issuer's title: …关于….</summary>
    private bool IsTitle(ReadOnlySpan<char> rest)
    {
        if (IsOfIssuer(rest)) return true;
        if (rest.Length > LongestTitle) return false;
        var name = OfficialDocumentHeadParts.Unbroken(rest);
        return _attached.Contains(name) || _named.Value.Contains(name) || _titles.Exists(IsIssuedBy(name));
    }

    private bool IsOfIssuer(ReadOnlySpan<char> rest)
    {
        foreach (var issuer in _issuers)
        {
            if (rest.StartsWith(issuer) && OfficialDocumentTitles.StartsWithVerb(rest[issuer.Length..])) return true;
        }

        return false;
    }

    private static Predicate<string> IsIssuedBy(string name) => title => title.Contains("发" + name + "的", StringComparison.Ordinal);

    /// <summary>The length of 附件：1.…办法 or of 2.…办法 where a signature or the attachment itself has run together with it; 0 where nothing has.</summary>
    public int NoteLength(in NoticePiece piece)
    {
        var note = _text.AsSpan(piece.Span.Start, Math.Min(piece.Span.Length, LongestTitle));
        var behind = Word.Length;
        foreach (var part in (string[])[Word, .. _issuers])
        {
            if (note.Length <= behind || note[behind..].IndexOf(part) is not (>= ShortestTitle and var at)) continue;
            if (!OfficialDocumentTitles.StartsWithVerb(note[(behind + at + part.Length)..]) && OfficialDocumentGenres.IsComplete(note[..(behind + at)].ToString())) return behind + at;
        }

        return 0;
    }

    /// <summary>The length of a known title, or of the end of one, that a sentence begins with and that the next part of the head or the preamble follows; 0 for none.</summary>
    public int TailLength(TextSpan sentence)
    {
        var window = _text.AsSpan(sentence.Start, Math.Min(sentence.Length, LongestTitle));
        foreach (var title in _titles)
        {
            if (title.Length < ShortestTitle || window.IndexOf(title.AsSpan(title.Length - ShortestTail)) is not (>= 0 and var at)) continue;
            var length = at + ShortestTail;
            if (length == sentence.Length || !(title.AsSpan().EndsWith(window[..length]) || window[..length].EndsWith(title))) continue;
            var rest = new TextSpan(sentence.Start + length, sentence.End);
            // 管理办法根据… is a sentence; before a number or a label a few letters are enough.
            if (length >= ShortestTitle ? OfficialDocumentHeadParts.StartsAt(_text, rest) : IsNumberOrLabel(_text.AsSpan(rest.Start, rest.Length))) return length;
        }

        return 0;
    }

    private static bool IsNumberOrLabel(ReadOnlySpan<char> rest) => OfficialDocumentNumbers.Read(rest) > 0 || OfficialDocumentHeadParts.ReadLabel(rest, out _) > 0;

    /// <summary>The title that 附件：…办法 or 附件：1.…办法 names; null for none.</summary>
    private static string? AttachedTitle(string note)
    {
        var name = note.AsSpan(OfficialDocumentAttachments.WordLength(note)).TrimStart("：: 　");
        name = name[AttachmentLists.MarkLength(name)..];
        return name.Length >= ShortestTitle && OfficialDocumentGenres.IsComplete(name.ToString()) ? name.ToString() : null;
    }

    [GeneratedRegex("《[^《》]{2,80}》", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
