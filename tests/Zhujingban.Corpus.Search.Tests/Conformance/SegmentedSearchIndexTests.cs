namespace Zhujingban.Corpus.Search.Tests.Conformance;

/// <summary>An index of many segments does all that one of a single segment does.</summary>
public sealed class SegmentedSearchIndexTests : SearchIndexConformance
{
    private readonly List<IndexFolder> _folders = [];

    protected override ISearchIndex Build(IEnumerable<IndexEntry> entries)
    {
        var folder = new IndexFolder();
        _folders.Add(folder);
        return folder.Write(entries, entriesPerSegment: 1 + (_folders.Count % 2)).Open();
    }

    protected override void Cleanup()
    {
        foreach (var folder in _folders) folder.Dispose();
    }
}
