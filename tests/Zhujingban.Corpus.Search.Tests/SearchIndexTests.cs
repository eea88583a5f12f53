using Zhujingban.Corpus.Search.Tests.Conformance;

namespace Zhujingban.Corpus.Search.Tests;

public sealed class SearchIndexTests : SearchIndexConformance
{
    private readonly List<IndexFolder> _folders = [];

    protected override ISearchIndex Build(IEnumerable<IndexEntry> entries)
    {
        var folder = new IndexFolder();
        _folders.Add(folder);
        return folder.Write(entries).Open();
    }

    protected override void Cleanup()
    {
        foreach (var folder in _folders) folder.Dispose();
    }

    [Fact]
    public void Dispose_WhileSearching_LetsSearchesEnd()
    {
        using var folder = new IndexFolder();
        folder.Write(Enumerable.Range(0, 2000).Select(i => Entry($"{i}", "撤销驻京办事机构")));
        for (var round = 0; round < 20; round++)
        {
            var index = folder.Open();
            Parallel.For(0, 8, reader =>
            {
                if (reader == 7) index.Dispose();
                try
                {
                    Assert.Equal(2000, index.Search(new SearchRequest("撤销 驻京办")).Total);
                }
                catch (ObjectDisposedException)
                {
                    Assert.Throws<ObjectDisposedException>(() => index.Search(new SearchRequest("撤销")));
                }
            });
            index.Dispose();
        }
    }
}
