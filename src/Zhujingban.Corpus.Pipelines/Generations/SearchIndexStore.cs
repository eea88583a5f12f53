using Zhujingban.Corpus.Search;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>The indexes of <see cref="SearchIndex"/>.</summary>
public sealed class SearchIndexStore : ISearchIndexStore
{
    /// <inheritdoc/>
    public ISearchIndexBuilder Create(string folder) => new SearchIndexWriter(folder);

    /// <inheritdoc/>
    public ISearchIndex Open(string folder) => SearchIndex.Open(folder);

    /// <inheritdoc/>
    public IEnumerable<string> Verify(string folder) => SearchIndex.Verify(folder).Select(fault => $"{Path.GetFileName(fault.File)}: {fault.Reason}");
}
