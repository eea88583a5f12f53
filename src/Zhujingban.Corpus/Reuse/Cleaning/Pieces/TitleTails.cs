namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds the last words of a title (细则的通知) that stand alone as a title: too short to be known for the end of a sentence, they are known by what
/// follows them, which is the rest of the head.
/// </summary>
internal static class TitleTails
{
    /// <summary>Longer ones are found as any sentence is.</summary>
    private const int Longest = 8;
    private const int MostTitles = 8;

    /// <summary>The pieces that are such words, each with the title whose end it is.</summary>
    public static Dictionary<int, PieceFragment> Find(string text, NoticePiece[] pieces)
    {
        var titles = Enumerable.Range(0, pieces.Length).Where(piece => pieces[piece].Kind == PieceKind.Title && pieces[piece].Span.Length > Longest).Take(MostTitles).ToArray();
        var tails = new Dictionary<int, PieceFragment>();
        for (var piece = 0; piece < pieces.Length && titles.Length > 0; piece++)
        {
            if (pieces[piece].Kind != PieceKind.Title || pieces[piece].Span.Length > Longest) continue;
            var tail = pieces[piece].Span.Of(text);
            var whole = Array.FindIndex(titles, title => text.AsSpan(pieces[title].Span.Start, pieces[title].Span.Length).EndsWith(tail));
            if (whole >= 0) tails.Add(piece, new PieceFragment(titles[whole], false));
        }

        return tails;
    }
}
