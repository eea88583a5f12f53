using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Tells which pieces of a text say the same, in time proportional to its length. Pieces with equal readings (<see cref="PieceReading"/>) are found
/// by hash, near ones by fingerprints and a bounded edit script, and what only differs in slips of the pen is near: never what differs in a
/// number, a negation, a level, a name or a word (<see cref="SlipOfThePen"/>). A piece that lies inside another is not like it, unless it is cut
/// off inside a clause (<see cref="CutOffs"/>).
/// </summary>
internal static class PieceLikeness
{
    /// <summary>What each piece is like, in the order of the pieces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces in order: sentences, each with the mark it begins with. The mark counts: （二）甲 is not （三）甲.</param>
    public static Likeness[] Find(string text, TextSpan[] pieces)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(pieces);
        var likenesses = new Likeness[pieces.Length];
        // One endless piece takes as much room in a reading as the text: there are two of them in all.
        var (one, other) = (new PieceReading(), new PieceReading());
        var cutOffs = new CutOffs(text, pieces, likenesses, one, other);
        new PieceClasses(text, pieces, likenesses, one, other, cutOffs).Find();
        if (pieces.Length > 1) cutOffs.Find();
        return likenesses;
    }

    /// <summary>
    /// What some of the pieces are like where the others are gone, as <see cref="Find"/> would tell it; null where that has to be asked. What says another
    /// piece again as it is, or in another form, has told nothing about the rest.
    /// </summary>
    /// <param name="found">What each piece is like.</param>
    /// <param name="kept">The numbers of the pieces that are left, in order.</param>
    public static Likeness[]? Among(Likeness[] found, int[] kept)
    {
        var places = new int[found.Length];
        Array.Fill(places, -1);
        for (var i = 0; i < kept.Length; i++) places[kept[i]] = i;
        for (var piece = 0; piece < found.Length; piece++)
        {
            if (places[piece] < 0 && !SaysTheSame(found[piece])) return null;
        }

        return Array.ConvertAll(kept, piece => found[piece] with { Of = places[found[piece].Of] });
    }

    private static bool SaysTheSame(in Likeness likeness) => likeness.Kind == LikenessKind.Equal
        || (likeness.Kind == LikenessKind.Near && likeness.Reason is not (LikenessReasons.CharacterDiffers or LikenessReasons.CharacterMissing));
}
