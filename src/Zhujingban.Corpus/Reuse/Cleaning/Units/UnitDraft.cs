namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>A unit while it is made.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Node">Its place.</param>
/// <param name="First">Its first piece.</param>
internal sealed record UnitDraft(CleanUnitKind Kind, int Node, int First)
{
    /// <summary>Its pieces, in order.</summary>
    public List<int> Pieces { get; } = [First];
}
