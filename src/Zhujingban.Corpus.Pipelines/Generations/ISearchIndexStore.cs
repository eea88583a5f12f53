using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>Writes, opens and proves the search index of a generation: the seam to the search project.</summary>
public interface ISearchIndexStore
{
    /// <summary>Begins an index in a folder that exists and is empty.</summary>
    ISearchIndexBuilder Create(string folder);

    /// <summary>Opens an index.</summary>
    ISearchIndex Open(string folder);

    /// <summary>Proves an index.</summary>
    /// <returns>One sentence for each fault; none for a sound index.</returns>
    IEnumerable<string> Verify(string folder);
}
