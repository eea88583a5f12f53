using Zhujingban.Corpus.Search.Index;
using Zhujingban.Corpus.Search.Tests.Oracle;

namespace Zhujingban.Corpus.Search.Tests;

public sealed class SearchIndexMergerTests : IDisposable
{
    private readonly List<IndexFolder> _folders = [];

    public void Dispose()
    {
        foreach (var folder in _folders) folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(400)]
    [InlineData(int.MaxValue)]
    public void Merge_SegmentsOfAnIndex_GivesTheBytesOfOneBuild(int entriesPerSegment)
    {
        var entries = FoundingEntries.All.Concat(new RandomCorpus(3, entriesPerSegment < 10 ? 50 : 1500, 1).Entries).ToArray();
        var merged = New();
        SearchIndexMerger.Merge([New().Write(entries, entriesPerSegment: entriesPerSegment).Path], merged.Path);
        AssertEqualBytes(New().Write(entries), merged);
    }

    [Fact]
    public void Merge_SeveralIndexes_GivesTheBytesOfOneBuild()
    {
        var entries = new RandomCorpus(4, 1000, 1).Entries;
        var merged = New().Write(entries.Take(3), entriesPerSegment: 1);
        SearchIndexMerger.Merge(
            [New().Write(entries.Take(300), entriesPerSegment: 100).Path, New().Write([]).Path, New().Write(entries.Skip(300)).Path], merged.Path);
        AssertEqualBytes(New().Write(entries), merged);
        Assert.Empty(SearchIndex.Verify(merged.Path));
        SearchIndexMerger.Merge([], merged.Path);
        AssertEqualBytes(New().Write([]), merged);
    }

    [Fact]
    public void Merge_IdInTwoIndexes_SaysWhich()
    {
        var folder = New();
        var error = Assert.Throws<InvalidOperationException>(() => SearchIndexMerger.Merge(
            [New().Write(FoundingEntries.All).Path, New().Write(FoundingEntries.All.Take(1)).Path], folder.Path));
        Assert.Contains(FoundingEntries.All[0].Id, error.Message, StringComparison.Ordinal);
        Assert.Throws<SearchIndexDamagedException>(folder.Open);
        Assert.DoesNotContain(folder.Files, path => path.EndsWith(".run", StringComparison.Ordinal));
    }

    [Fact]
    public void Merge_DamagedIndex_RefusesByTheNameOfTheFile()
    {
        var source = New().Write(FoundingEntries.All, entriesPerSegment: 20);
        foreach (var path in source.Files)
        {
            var whole = File.ReadAllBytes(path);
            var damaged = (byte[])whole.Clone();
            damaged[IndexFileFormat.HeaderSize] ^= 1;
            File.WriteAllBytes(path, damaged);
            var folder = New();
            // Facets and the order of ids are made anew out of the entries: of them only the frame is read.
            if (Path.GetFileName(path).StartsWith("order", StringComparison.Ordinal)) SearchIndexMerger.Merge([source.Path], folder.Path);
            else if (!Path.GetFileName(path).StartsWith("facets", StringComparison.Ordinal))
                Assert.Equal(path, Assert.Throws<SearchIndexDamagedException>(() => SearchIndexMerger.Merge([source.Path], folder.Path)).File);
            File.WriteAllBytes(path, whole);
        }
    }

    [Fact]
    public void Merge_IntoItself_IsRefused()
    {
        var folder = New().Write(FoundingEntries.All);
        Assert.Throws<ArgumentException>(() => SearchIndexMerger.Merge([folder.Path], folder.Path));
        Assert.Throws<ArgumentException>(() => SearchIndexMerger.Merge([$"{folder.Path}/"], folder.Path));
        Assert.Empty(SearchIndex.Verify(folder.Path));
    }

    private IndexFolder New()
    {
        var folder = new IndexFolder();
        _folders.Add(folder);
        return folder;
    }

    private static void AssertEqualBytes(IndexFolder expected, IndexFolder folder)
    {
        Assert.Equal(expected.Files.Select(Path.GetFileName), folder.Files.Select(Path.GetFileName));
        foreach (var path in expected.Files)
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(folder.Path, Path.GetFileName(path))));
    }
}
