namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds notes on lines of their own (（科技部负责）) that the sentence before them has at its end, there or where it stands whole. Many sentences have the same note: what
/// else says it tells nothing.
/// </summary>
internal static class NotesAgain
{
    /// <summary>Such notes, each with the sentence that it is the end of.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="likeness">What each is like by itself.</param>
    public static IReadOnlyDictionary<int, int> Find(string text, NoticePiece[] pieces, Likeness[] likeness)
    {
        var sentences = new Dictionary<int, int>();
        for (var i = 1; i < pieces.Length; i++)
        {
            var note = pieces[i].Span;
            if (pieces[i].Kind != PieceKind.Sentence || DutyNotes.Length(text.AsSpan(note.Start, note.Length)) != note.Length) continue;
            if (EndsWithNote(i - 1, i)) sentences[i] = i - 1;
            else if (likeness[i - 1] is { Kind: LikenessKind.CutOff, Of: var whole } && EndsWithNote(whole, i)) sentences[i] = whole;
        }

        return sentences;

        bool EndsWithNote(int sentence, int note)
        {
            var span = pieces[sentence].Span;
            return pieces[sentence].Kind is PieceKind.Marked or PieceKind.Sentence
                && text.AsSpan(span.Start, span.Length).EndsWith(text.AsSpan(pieces[note].Span.Start, pieces[note].Span.Length)) && span.Length > pieces[note].Span.Length;
        }
    }

    /// <summary>What the pieces are like where such notes are the ends of their sentences.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="likeness">What each is like by itself.</param>
    /// <param name="sentences">The notes, each with its sentence.</param>
    public static Likeness[] Settle(NoticePiece[] pieces, Likeness[] likeness, IReadOnlyDictionary<int, int> sentences)
    {
        if (sentences.Count == 0) return likeness;
        var settled = PartedFamilies.Part(likeness, sentences.Keys.ToDictionary(note => note));
        foreach (var (note, sentence) in sentences)
            settled[note] = new Likeness(LikenessKind.CutOff, settled[sentence].Of, (double)pieces[note].Span.Length / pieces[sentence].Span.Length, LikenessReasons.HeadCutOff);
        return settled;
    }
}
