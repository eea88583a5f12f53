using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Ranking;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Where and how a query is answered.</summary>
/// <param name="Segment">The segment that is searched.</param>
/// <param name="Ranking">What a match is worth.</param>
/// <param name="Holders">How many entries of all segments hold a term.</param>
/// <param name="Deadline">When to stop.</param>
internal sealed record SearchContext(Segment Segment, Bm25F Ranking, IHolders Holders, Deadline Deadline)
{
    /// <summary>For a search in all segments of an index, one after another.</summary>
    public static SearchContext[] Of(IndexSegments index, Deadline deadline)
    {
        IHolders holders = index.Segments.Count == 1 ? new OwnHolders() : new AllHolders(index.Segments);
        return [.. index.Segments.Select(segment => new SearchContext(segment, index.Ranking, holders, deadline))];
    }

    /// <summary>For a search in one segment that is all there is.</summary>
    public static SearchContext Of(Segment segment, Bm25F ranking, Deadline? deadline = null) =>
        new(segment, ranking, new OwnHolders(), deadline ?? Deadline.None);

    /// <summary>Finds what a term counts in ranking in entries ahead in the block that its cursor stands in.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="entries">The entries, from the one it stands at on.</param>
    /// <param name="frequencies">What it counts in each.</param>
    public void FindFrequencies(PostingsCursor cursor, ReadOnlySpan<uint> entries, Span<double> frequencies)
    {
        var lengths = Segment.Lengths;
        frequencies[..entries.Length].Clear();
        for (var field = Field.Text; (int)field < Fields.Count; field++)
        {
            var counts = cursor.CountsIn(field);
            if (!counts.IsEmpty) Ranking.AddFrequencies(field, entries, counts, lengths, frequencies);
        }
    }
}
