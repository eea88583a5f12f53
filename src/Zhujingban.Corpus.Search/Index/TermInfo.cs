namespace Zhujingban.Corpus.Search.Index;

/// <summary>Where a term's postings and positions stand.</summary>
/// <param name="Holders">How many entries hold it in any field.</param>
/// <param name="TextHolders">How many hold it in their text.</param>
/// <param name="PostingsOffset">The start of its postings.</param>
/// <param name="PostingsLength">Their bytes.</param>
/// <param name="PositionsOffset">The start of its positions.</param>
/// <param name="PositionsLength">Their bytes.</param>
internal readonly record struct TermInfo(
    int Holders, int TextHolders, long PostingsOffset, int PostingsLength, long PositionsOffset, int PositionsLength);
