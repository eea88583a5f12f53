namespace Zhujingban.Corpus.Search.Index;

/// <summary>How many entries of the whole index hold a term, wherever they stand.</summary>
internal interface IHolders
{
    /// <summary>The entries that hold a term.</summary>
    /// <param name="term">The term.</param>
    /// <param name="here">How many of them the segment that asks has.</param>
    int Of(ReadOnlySpan<byte> term, int here);

    /// <summary>How many hold a word that begins so, each counted once for each such word it holds.</summary>
    /// <param name="prefix">The beginning.</param>
    /// <param name="here">How many of them the segment that asks has.</param>
    int OfPrefix(ReadOnlySpan<byte> prefix, int here);
}

/// <summary>The counts of an index that is one segment.</summary>
internal sealed class OwnHolders : IHolders
{
    /// <inheritdoc/>
    public int Of(ReadOnlySpan<byte> term, int here) => here;

    /// <inheritdoc/>
    public int OfPrefix(ReadOnlySpan<byte> prefix, int here) => here;
}
