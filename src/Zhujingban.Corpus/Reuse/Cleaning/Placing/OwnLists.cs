namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds lists that stand whole in the text: a heading that stands nowhere else, its items number by number right behind it, and an item among them
/// that nothing repeats. Such a list is no piece of another one, though some of its items may stand in that, too: two offices have to do the same.
/// </summary>
internal sealed class OwnLists
{
    private readonly bool[] _holds;

    /// <param name="pieces">The pieces.</param>
    /// <param name="families">Which of them say the same.</param>
    public OwnLists(ReadOnlySpan<NoticePiece> pieces, PieceFamilies families)
    {
        _holds = new bool[pieces.Length];
        for (var i = 0; i + 1 < pieces.Length; i++)
        {
            if (!pieces[i].IsMarked || families.HasCopies(i)) continue;
            var end = EndOf(pieces, i);
            var hasOwn = false;
            for (var item = i + 1; item < end; item++) hasOwn |= !families.HasCopies(item);
            if (hasOwn) Array.Fill(_holds, true, i + 1, end - i - 1);
        }
    }

    /// <summary>True for an item of such a list.</summary>
    public bool Hold(int piece) => _holds[piece];

    /// <summary>Where the items right behind a heading end that are numbered 1, 2, 3.</summary>
    private static int EndOf(ReadOnlySpan<NoticePiece> pieces, int heading)
    {
        var first = pieces[heading + 1];
        var end = heading + 1;
        if (!first.IsMarked || first.Mark.Kind <= pieces[heading].Mark.Kind) return end;
        while (end < pieces.Length && pieces[end].IsMarked && pieces[end].Mark.Kind == first.Mark.Kind && pieces[end].Mark.Value == end - heading) end++;
        return end;
    }
}
