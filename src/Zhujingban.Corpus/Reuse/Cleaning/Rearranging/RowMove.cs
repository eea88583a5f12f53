namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Two parts of a row that change places; what stands between them, if anything does, stays between them. A part that goes elsewhere changes places with
/// what it passes. All by their places in the row.
/// </summary>
/// <param name="First">The first piece of the one part.</param>
/// <param name="Last">Its last piece.</param>
/// <param name="OtherFirst">The first piece of the other part, behind that.</param>
/// <param name="OtherLast">Its last piece.</param>
internal readonly record struct RowMove(int First, int Last, int OtherFirst, int OtherLast)
{
    /// <summary>So many neighbours a move changes at most: four that it parts, and four that it joins.</summary>
    public const int MostChanges = 8;

    /// <summary>How long the shorter part is.</summary>
    public int Shorter => Math.Min(Last - First, OtherLast - OtherFirst) + 1;

    /// <summary>A part that goes behind a piece that is none of its own; behind -1 is the beginning.</summary>
    public static RowMove Behind(int first, int last, int behind) =>
        behind < first ? new RowMove(behind + 1, first - 1, first, last) : new RowMove(first, last, last + 1, behind);

    /// <summary>The neighbours that a move parts, by -1, and those that it joins, by 1; places may be one off either end of the row.</summary>
    /// <param name="changes">Room for <see cref="MostChanges"/>.</param>
    public ReadOnlySpan<(int One, int Other, int Sign)> Changes(Span<(int One, int Other, int Sign)> changes)
    {
        var touches = OtherFirst == Last + 1;
        changes[0] = (First - 1, First, -1);
        changes[1] = (Last, Last + 1, -1);
        changes[2] = (OtherLast, OtherLast + 1, -1);
        changes[3] = (First - 1, OtherFirst, 1);
        changes[4] = (OtherLast, touches ? First : Last + 1, 1);
        changes[5] = (Last, OtherLast + 1, 1);
        if (touches) return changes[..6];
        changes[6] = (OtherFirst - 1, OtherFirst, -1);
        changes[7] = (OtherFirst - 1, First, 1);
        return changes;
    }
}
