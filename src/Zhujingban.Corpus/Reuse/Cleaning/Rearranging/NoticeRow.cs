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
        WritePlaces(places);
        return places;
    }

    /// <summary>Writes down where each piece of the row stands; what stands in no row is left as it is.</summary>
    public void WritePlaces(int[] places)
    {
        for (var at = 0; at < Pieces.Length; at++) places[Pieces[at]] = at;
    }

    /// <summary>The row with two parts of it in each other's place.</summary>
    public NoticeRow With(in RowMove move)
    {
        var moved = new int[Pieces.Length];
        Pieces.AsSpan(0, move.First).CopyTo(moved);
        var at = move.First;
        Append(move.OtherFirst, move.OtherLast);
        Append(move.Last + 1, move.OtherFirst - 1);
        Append(move.First, move.Last);
        Pieces.AsSpan(at).CopyTo(moved.AsSpan(at));
        return this with { Pieces = moved };

        void Append(int first, int last)
        {
            Pieces.AsSpan(first, last - first + 1).CopyTo(moved.AsSpan(at));
            at += last - first + 1;
        }
    }

    /// <summary>The row with what stands at one place as copies of what stands at another.</summary>
    public NoticeRow With(RowMerge merge)
    {
        var kept = new Dictionary<int, int>(merge.Length);
        for (var i = 0; i < merge.Length; i++) kept[Pieces[merge.Gone + i]] = Pieces[merge.Kept + i];
        return new NoticeRow([.. Said.Select(piece => kept.GetValueOrDefault(piece, piece))], [.. Pieces.Where(piece => !kept.ContainsKey(piece))]);
    }

    /// <summary>The row with a copy at a place of its own.</summary>
    public NoticeRow With(RowSplit split)
    {
        var old = Said[split.Piece];
        var said = Array.ConvertAll(Said, piece => piece == old ? split.Kept : piece);
        foreach (var twin in split.Twins) said[twin] = split.Piece;
        var row = Pieces.ToList();
        row[row.IndexOf(old)] = split.Kept;
        row.Insert(split.Place, split.Piece);
        return new NoticeRow(said, [.. row]);
    }
}

/// <summary>Two parts of a row that say the same; all by their places in the row.</summary>
/// <param name="Kept">Where the one begins that stays.</param>
/// <param name="Gone">Where the other begins.</param>
/// <param name="Length">How many pieces each has.</param>
internal sealed record RowMerge(int Kept, int Gone, int Length)
{
    /// <summary>What it must save at least.</summary>
    public double LeastGain { get; init; } = RearrangingCosts.LeastGain;
}

/// <summary>A copy that has a place of its own in a row.</summary>
/// <param name="Piece">The copy.</param>
/// <param name="Twins">All that say it there, itself among them.</param>
/// <param name="Kept">The one that stands for the others, where they stood.</param>
/// <param name="Place">Where it stands in the row.</param>
internal sealed record RowSplit(int Piece, int[] Twins, int Kept, int Place);
