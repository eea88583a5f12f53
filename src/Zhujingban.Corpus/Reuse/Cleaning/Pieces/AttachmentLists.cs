using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the lines that go on with an attachment note (GB/T 9704-2012, 7.3.4: 附件：1.…, each further attachment on a line of its own): their numbers
/// are no units of the notice.
/// </summary>
internal static class AttachmentLists
{
    private const int LongestLine = 80;

    /// <summary>Makes those lines parts of the note, in each copy of it.</summary>
    public static void Join(string text, List<NoticePiece> pieces)
    {
        var known = new HashSet<string>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind != PieceKind.Attachment || FirstOnNextLine(text.AsSpan(pieces[i].Span.Start, pieces[i].Span.Length)) is not (> 0 and var number)) continue;
            var end = i + 1;
            for (var next = number; end < pieces.Count && IsLine(text, pieces[end], next); next++) end++;

            if (number == 2 && FirstItem(pieces[i].Span.Of(text)) is { Length: > 0 } first) known.Add(first);
            // 附件： may stand alone over the attachment itself, whose headings text follows.
            if (number == 1 && end < pieces.Count && !pieces[end].IsFrame) continue;
            for (i++; i < end; i++)
            {
                known.Add(pieces[i].Span.Of(text));
                pieces[i] = Listed(pieces[i]);
            }

            i--;
        }

        var unnumbered = known.Select(item => item[DigitsOf(item)..]).ToHashSet();
        for (var i = 1; i < pieces.Count && known.Count > 0; i++)
        {
            var isBeside = IsFoot(pieces[i - 1]) || (i + 1 < pieces.Count && IsFoot(pieces[i + 1]));
            if (isBeside && pieces[i].Span.Length <= LongestLine && IsItem(pieces[i])) pieces[i] = Listed(pieces[i]);
        }

        // .…办法 has lost its number.
        bool IsItem(NoticePiece piece) => (piece.IsMarked && known.Contains(piece.Span.Of(text)))
            || (piece.Kind == PieceKind.Sentence && text[piece.Span.Start] is '.' or '．' && unnumbered.Contains(piece.Span.Of(text)));
    }

    /// <summary>The length of the mark that an item of a list begins with: 1. or 2、 or that of 1.2012年…, but not 12.4 or a year; 0 for none.</summary>
    public static int MarkLength(ReadOnlySpan<char> item)
    {
        var digits = DigitsOf(item);
        if (digits is not (1 or 2) || digits + 1 >= item.Length || item[digits] is not ('.' or '．' or '、')) return 0;
        var name = item[(digits + 1)..];
        return DigitsOf(name) is var year && (year == 0 || (year == 4 && name[year..].StartsWith("年"))) ? digits + 1 : 0;
    }

    /// <summary>The number that an item of a list begins with; 0 for none.</summary>
    public static int NumberAt(ReadOnlySpan<char> item)
    {
        if (MarkLength(item) == 0) return 0;
        var number = 0;
        foreach (var digit in item[..DigitsOf(item)]) number = (10 * number) + (int)char.GetNumericValue(digit);
        return number;
    }

    private static int DigitsOf(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsDigit(text[digits])) digits++;
        return digits;
    }

    /// <summary>1.…办法 of 附件：1.…办法, which may stand elsewhere without 附件：.</summary>
    private static string FirstItem(string note) => note[(note.IndexOfAny(['：', ':']) + 1)..].Trim();

    private static NoticePiece Listed(in NoticePiece piece) => piece with { Kind = PieceKind.Attachment, Mark = default };

    private static bool IsFoot(in NoticePiece piece) => piece.Kind is PieceKind.Attachment or PieceKind.Signature or PieceKind.Date;

    /// <summary>The number that a note's next line has: 2 behind 附件：1.…, 1 behind 附件： alone; 0 for a note that begins no list.</summary>
    private static int FirstOnNextLine(ReadOnlySpan<char> note)
    {
        var rest = note.TrimStart("附件表").TrimStart();
        if (rest.IsEmpty || rest[0] is not ('：' or ':')) return 0;
        rest = rest[1..].TrimStart();
        return rest.IsEmpty ? 1 : rest is ['1' or '１', '.' or '．' or '、', ..] ? 2 : 0;
    }

    /// <summary>A line of its own, or a title that has run together with the note.</summary>
    private static bool IsLine(string text, in NoticePiece piece, int number)
    {
        if (!piece.IsMarked || piece.Mark.Value != number || !char.IsDigit(text[piece.Mark.Span.Start]) || piece.Span.Length > LongestLine) return false;
        var line = text.AsSpan(piece.Span.Start, piece.Span.Length);
        return line.IndexOfAny('。', '；', '：') < 0 && (piece.StartsLine || OfficialDocumentGenres.IsComplete(text[piece.Mark.Span.End..piece.Span.End]));
    }
}
