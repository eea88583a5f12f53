namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Chooses which of several copies of a piece is kept: a whole one, then the longest, then one behind the text before it, then the best set one.</summary>
internal static class BetterCopy
{
    /// <summary>What stands in Chinese text where a scraper has lost the full-width sign, or taken one for another.</summary>
    private const string Worse = "[]【】;:,()?!○";

    /// <summary>The piece or the copy of it to keep.</summary>
    /// <param name="text">The text.</param>
    /// <param name="placement">Where the pieces go.</param>
    /// <param name="piece">The piece that was found first.</param>
    /// <param name="copies">What says it again.</param>
    /// <param name="after">Where the part of the unit before it ends, which a copy must stand behind to be kept in order.</param>
    public static int Choose(string text, Placement placement, int piece, IEnumerable<int> copies, int after)
    {
        var (best, rank) = (piece, Rank(text, placement, piece, after));
        foreach (var copy in copies)
        {
            var other = Rank(text, placement, copy, after);
            if (other.CompareTo(rank) < 0) (best, rank) = (copy, other);
        }

        return best;
    }

    /// <summary>A copy that has lost a character is worse than one that has not, whatever else is set better in it.</summary>
    private static (int CutOff, int Missing, int Before, int Worse) Rank(string text, Placement placement, int piece, int after)
    {
        var letters = 0;
        var span = text.AsSpan(placement.Pieces[piece].Span.Start, placement.Pieces[piece].Span.Length);
        foreach (var c in span) letters += char.IsLetter(c) ? 1 : 0;
        return (placement.Families.IsCutOff(piece) ? 1 : 0, -letters, placement.Pieces[piece].Span.Start < after ? 1 : 0, span.CountAny(Worse));
    }
}
