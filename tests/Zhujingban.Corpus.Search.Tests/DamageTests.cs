using System.Buffers.Binary;
using Zhujingban.Corpus.Search.Index;

namespace Zhujingban.Corpus.Search.Tests;

public sealed class DamageTests : IDisposable
{
    /// <summary>So many that the first of two segments has a term with blocks.</summary>
    private const int EntriesPerSegment = 128;

    private static readonly string[] Queries =
        ["驻京办 撤销", "京", "国办发[2010]8号", "管理的规定办法", "驻京 OR 北", "撤销 near/9 机构", "g* -北 year:2010"];

    private readonly IndexFolder _folder = new IndexFolder().Write(Entries(), entriesPerSegment: EntriesPerSegment);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Verify_Whole_FindsNothing() => Assert.Empty(SearchIndex.Verify(_folder.Path));

    [Fact]
    public void Open_AnyByteFlipped_RefusesOrAnswersTheSame()
    {
        var expected = Answers();
        foreach (var path in _folder.Files)
        {
            var whole = File.ReadAllBytes(path);
            for (var at = 0; at < whole.Length; at++)
            {
                var damaged = (byte[])whole.Clone();
                damaged[at] ^= (byte)(1 << (at % 8));
                File.WriteAllBytes(path, damaged);
                Assert.True(Answers(path) is var answers && (answers is null || answers == expected), $"{path} answers wrongly with byte {at} flipped");
                if (at % 4 == 0) Assert.Contains(SearchIndex.Verify(_folder.Path), fault => fault.File == path);
            }

            File.WriteAllBytes(path, whole);
        }

        Assert.Equal(expected, Answers());
    }

    [Fact]
    public void Open_AnyFileCut_RefusesByItsName()
    {
        foreach (var path in _folder.Files)
        {
            var whole = File.ReadAllBytes(path);
            foreach (var length in (int[])[0, 1, 31, 32, whole.Length / 2, whole.Length - 1])
            {
                File.WriteAllBytes(path, whole[..length]);
                Assert.Equal(path, Assert.Throws<SearchIndexDamagedException>(() => SearchIndex.Open(_folder.Path)).File);
            }

            File.WriteAllBytes(path, [.. whole, 0]);
            Assert.Equal(path, Assert.Throws<SearchIndexDamagedException>(() => SearchIndex.Open(_folder.Path)).File);
            File.Delete(path);
            Assert.Equal(path, Assert.Throws<SearchIndexDamagedException>(() => SearchIndex.Open(_folder.Path)).File);
            Assert.Contains(SearchIndex.Verify(_folder.Path), fault => fault.File == path);
            File.WriteAllBytes(path, whole);
        }
    }

    [Fact]
    public void Open_FileOfAnotherIndex_RefusesByItsName()
    {
        using var other = new IndexFolder().Write(Entries().Skip(1), entriesPerSegment: EntriesPerSegment);
        foreach (var path in _folder.Files.Where(path => !path.Contains("manifest", StringComparison.Ordinal)))
        {
            var whole = File.ReadAllBytes(path);
            File.Copy(Path.Combine(other.Path, Path.GetFileName(path)), path, overwrite: true);
            Assert.Equal(path, Assert.Throws<SearchIndexDamagedException>(() => SearchIndex.Open(_folder.Path)).File);
            Assert.Contains(SearchIndex.Verify(_folder.Path), fault => fault.File == path);
            File.WriteAllBytes(path, whole);
        }
    }

    [Fact]
    public void Open_FileOfAnotherVersion_RefusesByItsName()
    {
        foreach (var path in _folder.Files)
        {
            var whole = File.ReadAllBytes(path);
            foreach (var version in (int[])[0, IndexFileFormat.Version - 1, IndexFileFormat.Version + 1])
            {
                var other = (byte[])whole.Clone();
                BinaryPrimitives.WriteUInt16LittleEndian(other.AsSpan(8), (ushort)version);
                BinaryPrimitives.WriteUInt32LittleEndian(other.AsSpan(28), IndexFileFormat.Checksum(other.AsSpan(0, 28)));
                File.WriteAllBytes(path, other);
                var error = Assert.Throws<SearchIndexDamagedException>(() => SearchIndex.Open(_folder.Path));
                Assert.Equal(path, error.File);
                Assert.Contains($"version {version}", error.Reason, StringComparison.Ordinal);
            }

            File.WriteAllBytes(path, whole);
        }
    }

    [Fact]
    public void Search_PageDamagedThatOpeningDoesNotRead_RefusesByItsName()
    {
        using var folder = new IndexFolder().Write(Enumerable.Range(0, 3000).Select(i => new IndexEntry
        {
            Id = $"p{i}", DocumentId = $"d{i / 10}", Title = "意见", Format = "notice", Kind = "clause", Text = $"撤销驻京办{i}机构{(char)('一' + (i * 7 % 9000))}",
        }));
        foreach (var path in folder.Files)
        {
            var whole = File.ReadAllBytes(path);
            for (var at = IndexFileFormat.HeaderSize; at < whole.Length; at += IndexFileFormat.PageSize)
            {
                var damaged = (byte[])whole.Clone();
                damaged[at] ^= 1;
                File.WriteAllBytes(path, damaged);
                Assert.Contains(SearchIndex.Verify(folder.Path), fault => fault.File == path);
                Assert.Equal(path, Assert.Throws<SearchIndexDamagedException>(() => SearchEverything(folder)).File);
            }

            File.WriteAllBytes(path, whole);
        }

        SearchEverything(folder);
    }

    [Fact]
    public void Open_FolderInPlaceOfAFile_RefusesByItsName()
    {
        foreach (var path in _folder.Files)
        {
            var whole = File.ReadAllBytes(path);
            File.Delete(path);
            Directory.CreateDirectory(path);
            Assert.Equal(path, Assert.Throws<SearchIndexDamagedException>(() => SearchIndex.Open(_folder.Path)).File);
            Assert.Contains(SearchIndex.Verify(_folder.Path), fault => fault.File == path);
            Directory.Delete(path);
            File.WriteAllBytes(path, whole);
        }
    }

    [Fact]
    public void Open_FilesExchanged_Refuses()
    {
        var paths = _folder.Files.ToArray();
        var first = File.ReadAllBytes(paths[0]);
        File.Copy(paths[1], paths[0], overwrite: true);
        File.WriteAllBytes(paths[1], first);
        Assert.Throws<SearchIndexDamagedException>(() => SearchIndex.Open(_folder.Path));
    }

    [Fact]
    public void Open_NoIndex_Refuses()
    {
        using var empty = new IndexFolder();
        Assert.Throws<SearchIndexDamagedException>(() => SearchIndex.Open(empty.Path));
        Assert.Throws<SearchIndexDamagedException>(() => SearchIndex.Open(Path.Combine(empty.Path, "missing")));
        Assert.NotEmpty(SearchIndex.Verify(empty.Path));
    }

    private static IEnumerable<IndexEntry> Entries() => Enumerable.Range(0, 134).Select(i => new IndexEntry
    {
        Id = $"p{i}", DocumentId = "d", Title = "意见", DocumentNumber = "国办发〔2010〕8号", Date = "2010-01-19", Format = "notice", Kind = "clause", Level = i % 3,
        Text = i is < 6 or > 130 ? $"撤销驻京办{i}机构 GDP 依国办发〔2010〕{i}号" : "北京",
    });

    private static void SearchEverything(IndexFolder folder)
    {
        using var index = folder.Open();
        Assert.Equal(3000, index.Search(new SearchRequest("撤销驻京办", 3000) { Facets = true }).Hits.Count);
        foreach (var part in (string[])["撤销驻", "销驻京", "驻京办"]) Assert.Equal(3000, index.Search(new SearchRequest(part, 1)).Total);
        for (var i = 0; i < 3000; i++) Assert.NotEqual(0, index.Search(new SearchRequest($"{i}机构{(char)('一' + (i * 7 % 9000))}", 1)).Total);
    }

    /// <summary>Everything the index answers, or null when it refuses by the name of a file.</summary>
    private string? Answers(string? damaged = null)
    {
        try
        {
            using var index = SearchIndex.Open(_folder.Path);
            return string.Join('\n', Queries.Select(query => index.Search(new SearchRequest(query, 15) { Facets = true }))
                .Select(answer => $"{answer.Mode} {answer.Total} {string.Join(' ', answer.Hits.Select(hit => $"{hit.Entry.Id} {hit.Score} {hit.Entry.Text}"))} {string.Join(' ', answer.Facets.SelectMany(counts => counts.Values))}"));
        }
        catch (SearchIndexDamagedException error)
        {
            Assert.Equal(damaged, error.File);
            return null;
        }
    }
}
