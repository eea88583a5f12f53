using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Query;

/// <summary>Counts the values of all facets, segment by segment.</summary>
internal sealed class FacetTally
{
    private readonly Dictionary<string, int>[] _counts = [.. EntryFacets.All.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];

    /// <summary>Counts entries of a segment.</summary>
    public void Add(Segment segment, ReadOnlySpan<int> entries)
    {
        foreach (var facet in EntryFacets.All)
        {
            var counts = segment.Facets.Count(facet, entries);
            if (counts.AsSpan(1).IndexOfAnyExcept(0) < 0) continue;
            var values = segment.Facets.Values(facet);
            for (var i = 0; i < values.Length; i++)
            {
                if (counts[i + 1] > 0) _counts[(int)facet][values[i]] = _counts[(int)facet].GetValueOrDefault(values[i]) + counts[i + 1];
            }
        }
    }

    /// <summary>The counts so far, the most frequent value first.</summary>
    public IReadOnlyList<FacetCounts> Take() => [.. EntryFacets.All.Select(facet => new FacetCounts(facet,
        [.. Together(facet).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)]))];

    /// <summary>What a condition does not tell apart (国務院, 国务院) is counted together, as it is written most often.</summary>
    private IEnumerable<KeyValuePair<string, int>> Together(Facet facet)
    {
        var (counts, form) = (_counts[(int)facet], FacetValues.FormOf(facet));
        var spellings = counts.GroupBy(pair => form(pair.Key), StringComparer.Ordinal);
        return spellings.Select(group => KeyValuePair.Create(
            group.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key, group.Sum(pair => pair.Value)));
    }
}
