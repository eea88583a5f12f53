namespace Zhujingban.Corpus.Search.Query;

/// <summary>The entries from one on, as many as are looked at together: what is known of each so far.</summary>
internal sealed class EntryWindow(int size)
{
    /// <summary>What is known of an entry that no source has brought.</summary>
    public const byte None = 0;

    /// <summary>An entry that matches but cannot be among the best.</summary>
    public const byte Counted = 1;

    /// <summary>An entry that matches, and has a score.</summary>
    public const byte Candidate = 2;

    /// <summary>Its first entry.</summary>
    public int Start { get; set; }

    /// <summary>The entry behind its last.</summary>
    public int End { get; set; }

    /// <summary>True when what matches is counted already, or need not be: then only what can be among the best is of interest.</summary>
    public bool IsCounted { get; set; }

    /// <summary>What is known of each entry.</summary>
    public byte[] States { get; } = new byte[size];

    /// <summary>The scores of the candidates.</summary>
    public double[] Scores { get; } = GC.AllocateUninitializedArray<double>(size);
}
