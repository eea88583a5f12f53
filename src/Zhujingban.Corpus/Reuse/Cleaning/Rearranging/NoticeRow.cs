namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>A way to put a notice together: each piece that is kept, in a row as the notice has them.</summary>
/// <param name="Said">For each piece the one in the row that says it; itself for what stands in the row.</param>
/// <param name="Pieces">The row.</param>
internal sealed record NoticeRow(int[] Said, int[] Pieces)
{
    /// <summary>Where each piece of the row stands in it; what stands in no row has zero.</summary>
    public int[] Places()
    {
        var places = new int[Said.Length];
        for (var at = 0; at < Pieces.Length; at++) places[Pieces[at]] = at;
        return places;
    }

    /// <summary>The row with some of it elsewhere.</summary>
    public NoticeRow With(in RowMove move)
    {
        var moved = new int[Pieces.Length];
        var (from, count) = (move.First, move.Last - move.First + 1);
        var to = move.Behind < move.First ? move.Behind + 1 : move.Behind + 1 - count;
        var (start, end) = (Math.Min(from, to), Math.Max(from, to) + count);
        Pieces.AsSpan(0, start).CopyTo(moved);
        Pieces.AsSpan(from, count).CopyTo(moved.AsSpan(to));
        if (to < from) Pieces.AsSpan(to, from - to).CopyTo(moved.AsSpan(to + count));
        else Pieces.AsSpan(from + count, to - from).CopyTo(moved.AsSpan(from));
        Pieces.AsSpan(end).CopyTo(moved.AsSpan(end));
        return this with { Pieces = moved };
    }

    /// <summary>The row with what stands at one place as copies of what stands at another.</summary>
    public NoticeRow With(RowMerge merge)
    {
        var kept = new Dictionary<int, int>(merge.Length);
        for (var i = 0; i < merge.Length; i++) kept[Pieces[merge.Gone + i]] = Pieces[merge.Kept + i];
        return new NoticeRow([.. Said.Select(piece => kept.GetValueOrDefault(piece, piece))], [.. Pieces.Where(piece => !kept.ContainsKey(piece))]);
    }
}

/// <summary>A part of a row that goes elsewhere; all by their places in the row.</summary>
/// <param name="First">Its first piece.</param>
/// <param name="Last">Its last piece.</param>
/// <param name="Behind">The piece that it goes behind, which is none of its own; -1 for the beginning.</param>
internal readonly record struct RowMove(int First, int Last, int Behind);

/// <summary>Two parts of a row that say the same; all by their places in the row.</summary>
/// <param name="Kept">Where the one begins that stays.</param>
/// <param name="Gone">Where the other begins.</param>
/// <param name="Length">How many pieces each has.</param>
internal sealed record RowMerge(int Kept, int Gone, int Length)
{
    /// <summary>What it must save at least.</summary>
    public double LeastGain { get; init; } = RearrangingCosts.LeastGain;
}
