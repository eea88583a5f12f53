namespace Zhujingban.Corpus.Search.Tests;

public sealed class DamageTests : IDisposable
{
    private static readonly string[] Queries = ["驻京办 撤销", "京", "国办发[2010]8号", "管理的规定办法", "gdp"];

    private readonly IndexFolder _folder = new IndexFolder().Write(Entries());

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
                Assert.True(Answers() is var answers && (answers is null || answers == expected), $"{path} answers wrongly with byte {at} flipped");
                Assert.Contains(SearchIndex.Verify(_folder.Path), fault => fault.File == path);
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
        using var other = new IndexFolder().Write(Entries().Skip(1));
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

    private static IEnumerable<IndexEntry> Entries() => Enumerable.Range(0, 130).Select(i => new IndexEntry
    {
        Id = $"p{i}", DocumentId = "d", Title = "意见", DocumentNumber = "国办发〔2010〕8号", Format = "notice", Kind = "clause",
        Text = i < 6 ? $"撤销驻京办{i}机构 GDP 依国办发〔2010〕{i}号" : "北京",
    });

    /// <summary>Everything the index answers, or null when it refuses.</summary>
    private string? Answers()
    {
        try
        {
            using var index = SearchIndex.Open(_folder.Path);
            return string.Join('\n', Queries.Select(query => index.Search(new SearchRequest(query, 15)))
                .Select(answer => $"{answer.Mode} {answer.Total} {string.Join(' ', answer.Hits.Select(hit => $"{hit.Entry.Id} {hit.Score} {hit.Entry.Text}"))}"));
        }
        catch (SearchIndexDamagedException)
        {
            return null;
        }
    }
}
