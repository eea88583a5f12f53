namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>How far a row has been read by its numbers.</summary>
internal sealed class RowReading
{
    private const int NoPiece = -1;

    /// <summary>The units that are open.</summary>
    public OpenUnits Open { get; } = new();

    /// <summary>For each kind of number the last one.</summary>
    public int[] Last { get; } = new int[OpenUnits.MostKinds];

    /// <summary>What the numbers have cost.</summary>
    public double Cost { get; set; }

    /// <summary>The last piece.</summary>
    public int Piece { get; set; } = NoPiece;

    /// <summary>True when that has the place that it had in the first row.</summary>
    public bool Stays { get; set; } = true;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Open.Clear(run: 0, isEnd: false);
        Array.Clear(Last);
        (Cost, Piece, Stays) = (0, NoPiece, true);
    }

    /// <summary>Goes to where another reading is.</summary>
    public void Copy(RowReading other)
    {
        Open.Copy(other.Open);
        other.Last.AsSpan().CopyTo(Last);
        (Cost, Piece, Stays) = (other.Cost, other.Piece, other.Stays);
    }
}
