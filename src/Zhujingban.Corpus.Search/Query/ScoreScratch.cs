using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Where the scores of a block's entries are worked out, pattern after pattern.</summary>
internal sealed class ScoreScratch
{
    /// <summary>How often each holds the pattern in a field.</summary>
    public uint[] Counts { get; } = new uint[BitPacking.BlockSize];

    /// <summary>What the pattern counts in each.</summary>
    public double[] Frequencies { get; } = new double[BitPacking.BlockSize];
}
