namespace Zhujingban.Corpus.Search.Tests;

public class SearchIndexWriterTests
{
    [Theory]
    [InlineData("。")]
    [InlineData("，")]
    public void Add_TextOfMoreThanAPart_HasEveryPhraseAndNoneAcrossAStop(string stop)
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"驻京办{i}号{stop}"));
        using var folder = new IndexFolder().Write([new IndexEntry { Id = "a", DocumentId = "a", Title = "", Format = "notice", Kind = "clause", Text = text }]);
        using var index = folder.Open();
        for (var i = 1; i < 20_000; i += 37)
        {
            Assert.Equal(1, index.Search(new SearchRequest($"办{i - 1}号，驻京办{i}号", 0, Mode: SearchMode.Exact)).Total);
            Assert.Equal(0, index.Search(new SearchRequest($"办{i}号驻", 0, Mode: SearchMode.Exact)).Total);
        }
    }

    [Theory]
    [InlineData(1 << 20, 1 << 16)]
    [InlineData(1000, 10)]
    [InlineData(37, 3)]
    public void Complete_HoweverOftenItSpills_WritesTheSameBytes(int tokens, int ids)
    {
        using var whole = new IndexFolder().Write(FoundingEntries.All);
        using var spilled = new IndexFolder().Write(FoundingEntries.All, tokens, ids);
        Assert.Equal(whole.Files.Select(Path.GetFileName), spilled.Files.Select(Path.GetFileName));
        foreach (var path in whole.Files)
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(spilled.Path, Path.GetFileName(path))));
    }

    [Fact]
    public void Complete_IdAddedTwice_SaysWhich()
    {
        using var folder = new IndexFolder();
        var error = Assert.Throws<InvalidOperationException>(() => folder.Write(FoundingEntries.All.Concat(FoundingEntries.All.Take(1))));
        Assert.Contains(FoundingEntries.All[0].Id, error.Message, StringComparison.Ordinal);
        Assert.Throws<SearchIndexDamagedException>(folder.Open);
    }

    [Fact]
    public void Dispose_NotCompleted_LeavesNoIndex()
    {
        using var folder = new IndexFolder();
        using (var writer = new SearchIndexWriter(folder.Path, 100, 10))
        {
            foreach (var entry in FoundingEntries.All) writer.Add(entry);
        }

        Assert.DoesNotContain(folder.Files, path => path.EndsWith(".run", StringComparison.Ordinal));
        Assert.Throws<SearchIndexDamagedException>(folder.Open);
    }

    [Fact]
    public void Add_EndlessText_IsFoundWhereverItIs()
    {
        var text = $"{string.Concat(Enumerable.Repeat("一二三四五", 200_000))}驻京办{new string('x', 1000)}，{string.Concat(Enumerable.Repeat("，", 1000))}终";
        var entry = FoundingEntries.All[0] with { Id = "long", Text = text };
        using var folder = new IndexFolder().Write([entry, FoundingEntries.All[0]], tokens: 50_000);
        using var index = folder.Open();
        foreach (var query in (string[])["五驻京办", new string('x', 1000)[..500], "五一 终", "\"四五驻\""])
        {
            var answer = index.Search(new SearchRequest(query, Mode: SearchMode.Exact));
            Assert.Equal(query.StartsWith('x') ? 0 : 1, answer.Total);
        }
    }
}
