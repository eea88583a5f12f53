using System.Globalization;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the titles of attachments that the notice names in a list (附件：1.…办法 2.…规定) and that stand over an attachment: there a title is known even where
/// its text has run together with it. A line right behind 附件 is a title too that the note names.
/// </summary>
internal static class AttachmentTitles
{
    private const int LongestLine = 80;
    private const int LongestList = 1000;
    private const int ShortestTitle = 5;
    private const int MostTitles = 64;
    private const string Word = "附件";

    /// <summary>Takes such titles down.</summary>
    public static void Learn(string text, OfficialDocumentLines lines)
    {
        var listed = new HashSet<string>();
        foreach (var line in lines.Lines)
        {
            if (line.Length <= LongestLine && listed.Count < MostTitles && TitleIn(text.AsSpan(line.Start, line.Length)) is { } title) listed.Add(title);
        }

        foreach (var at in BehindWord(text)) AddListed(text.AsSpan(at, Math.Min(LongestList, text.Length - at)), listed);
        if (listed.Count == 0) return;
        foreach (var behind in BehindWord(text))
        {
            var at = behind + ChineseNumerals.Read(text.AsSpan(behind), out _);
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (listed.FirstOrDefault(title => text.AsSpan(at).StartsWith(title)) is not { } known) continue;
            lines.AddIssued(known);
            listed.Remove(known);
        }

        foreach (var title in listed.Where(title => StandsOverText(text, title))) lines.AddIssued(title);
    }

    /// <summary>True for a title that begins a line or follows a sentence, and that says behind it what is made by that title: 根据…，制定本办法.</summary>
    private static bool StandsOverText(string text, string title)
    {
        for (var at = text.IndexOf(title, StringComparison.Ordinal); at >= 0; at = text.IndexOf(title, at + title.Length, StringComparison.Ordinal))
        {
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]) && !Sentences.IsEnd(text[at - 1])) continue;
            if (OfficialDocumentHeadParts.IsPurpose(text.AsSpan(at + title.Length))) return true;
        }

        return false;
    }

    /// <summary>The places right behind 附件.</summary>
    private static IEnumerable<int> BehindWord(string text)
    {
        for (var at = text.IndexOf(Word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Word, at, StringComparison.Ordinal)) yield return at += Word.Length;
    }

    /// <summary>Adds the titles of a list whose first item stands right behind 附件：, on one line or on lines of their own.</summary>
    private static void AddListed(ReadOnlySpan<char> list, HashSet<string> listed)
    {
        if (list.IsEmpty || list[0] is not ('：' or ':')) return;
        list = list[1..];
        for (var number = 1; listed.Count < MostTitles; number++)
        {
            list = list.TrimStart();
            if (!list.StartsWith(Written(number))) return;
            var end = list.IndexOf('\n');
            if (end < 0) end = list.Length;
            if (list[..end].IndexOf(Written(number + 1) + ".") is > 0 and var next) end = next;
            if (TitleIn(list[..end]) is not { } title) return;
            listed.Add(title);
            list = list[end..];
        }
    }

    /// <summary>The title on a line of a list: 附件：1.…办法 or 2.…办法; null on another line.</summary>
    private static string? TitleIn(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("附件表：:").TrimStart();
        if (AttachmentLists.MarkLength(line) is not (> 0 and var mark)) return null;
        var title = line[mark..].Trim();
        return title.Length >= ShortestTitle && !title.ContainsAny("，。；") && OfficialDocumentGenres.IsComplete(title.ToString()) ? title.ToString() : null;
    }

    /// <summary>
    /// Makes lines titles that stand right behind a line 附件 or 附件1 and that a note names, whatever they end with: 附件：…名单. （共130项） behind a name is
    /// none of it, but （一） is.
    /// </summary>
    public static void FindOverAttachments(string text, List<NoticePiece> pieces)
    {
        var names = new HashSet<string>();
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Attachment && names.Count < MostTitles && NameIn(text.AsSpan(piece.Span.Start, piece.Span.Length)) is { Length: >= ShortestTitle } name) names.Add(name);
        }

        for (var i = 1; i < pieces.Count && names.Count > 0; i++)
        {
            var isLine = pieces[i].Kind == PieceKind.Sentence && pieces[i].StartsLine && (i + 1 == pieces.Count || pieces[i + 1].StartsLine);
            if (isLine && IsWord(text, pieces[i - 1]) && names.Contains(pieces[i].Span.Of(text))) pieces[i] = pieces[i] with { Kind = PieceKind.Title };
        }
    }

    /// <summary>True for 附件 and 附件1 alone on their line.</summary>
    private static bool IsWord(string text, in NoticePiece piece) => piece.Kind == PieceKind.Attachment && piece.StartsLine
        && text.AsSpan(piece.Span.Start, piece.Span.Length) is var word && OfficialDocumentAttachments.WordLength(word) is > 0 and var length && length == word.Length;

    /// <summary>What a note says is attached: behind 附件：, or behind the number of a further line of its list.</summary>
    private static string NameIn(ReadOnlySpan<char> note)
    {
        var name = note[(note.IndexOfAny('：', ':') + 1)..].Trim();
        name = name[AttachmentLists.MarkLength(name)..].Trim();
        var remark = name.EndsWith("）") ? name.LastIndexOf('（') : -1;
        return (remark > 0 && !NumberingMarkReader.TryReadBracketed(name[remark..], 0, true, out _) ? name[..remark] : name).ToString();
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
