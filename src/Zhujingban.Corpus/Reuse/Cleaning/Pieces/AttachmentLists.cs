namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the lines that go on with an attachment note (GB/T 9704-2012, 7.3.4: 附件：1.…, each further attachment on a line of its own): their numbers
/// are no units of the notice.
/// </summary>
internal static class AttachmentLists
{
    private const int LongestLine = 80;

    /// <summary>Makes those lines parts of the note.</summary>
    public static void Join(string text, List<NoticePiece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind != PieceKind.Attachment || !BeginsList(text.AsSpan(pieces[i].Span.Start, pieces[i].Span.Length))) continue;
            for (var number = 2; i + 1 < pieces.Count && IsLine(text, pieces[i + 1], number); number++)
            {
                i++;
                pieces[i] = pieces[i] with { Kind = PieceKind.Attachment, Mark = default };
            }
        }
    }

    /// <summary>附件：1.…, 附：1.…</summary>
    private static bool BeginsList(ReadOnlySpan<char> note)
    {
        var rest = note.TrimStart("附件表").TrimStart();
        if (rest.IsEmpty || rest[0] is not ('：' or ':')) return false;
        rest = rest[1..].TrimStart();
        return rest is ['1' or '１', '.' or '．' or '、', ..];
    }

    private static bool IsLine(string text, in NoticePiece piece, int number) =>
        piece.IsMarked && piece.StartsLine && piece.Mark.Value == number && char.IsDigit(text[piece.Mark.Span.Start]) && piece.Span.Length <= LongestLine
        && text.AsSpan(piece.Span.Start, piece.Span.Length).IndexOfAny('。', '；', '：') < 0;
}
