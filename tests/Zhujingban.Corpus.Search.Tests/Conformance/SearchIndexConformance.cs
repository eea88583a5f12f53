using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Search.Tests.Conformance;

/// <summary>What every clause index behind <see cref="ISearchIndex"/> does, whatever its engine. An engine's tests derive from this.</summary>
public abstract class SearchIndexConformance : IDisposable
{
    private readonly List<ISearchIndex> _opened = [];

    /// <summary>An index over the entries, built and opened.</summary>
    protected abstract ISearchIndex Build(IEnumerable<IndexEntry> entries);

    public void Dispose()
    {
        foreach (var index in _opened) index.Dispose();
        Cleanup();
        GC.SuppressFinalize(this);
    }

    protected virtual void Cleanup()
    {
    }

    [Theory]
    [InlineData("驻京办", "a1 b1 c1")]
    [InlineData("駐京辦", "a1 b1 c1")]
    [InlineData("驻京办 撤销", "a1")]
    [InlineData("撤销　驻京办", "a1")]
    [InlineData("京", "a1 b1 c1 d1")]
    [InlineData("驻京办事", "a1 b1")]
    [InlineData("办京", "")]
    [InlineData("机构撤销", "")]
    [InlineData("\"机构。撤销\"", "a1")]
    [InlineData("\"机构、 撤销\"", "a1")]
    [InlineData("机构。撤销", "a1")]
    [InlineData("gdp", "d1")]
    [InlineData("ＧＤＰ", "d1")]
    [InlineData("GD", "")]
    [InlineData("GDP增长", "d1")]
    [InlineData("18", "d1 e4")]
    [InlineData("1", "h2 h4")]
    [InlineData("8号", "e1 e2 e3")]
    [InlineData("𠮷野", "f1")]
    [InlineData("𠮷", "f1")]
    [InlineData("野", "f1")]
    public void Search_Exactly_FindsWhatHoldsTheTermsAndNothingElse(string query, string ids) => AssertFinds(query, ids);

    [Theory]
    [InlineData("国办发〔2010〕8号")]
    [InlineData("国办发[2010]8号")]
    [InlineData("国办发【2010】8号")]
    [InlineData("国办发（2010）8号")]
    [InlineData("國辦發﹝２０１０﹞８號")]
    [InlineData("国办发〔2010〕 8 号")]
    [InlineData("国办发〔2010〕第8号")]
    public void Search_DocumentNumberInAnyForm_FindsIt(string query)
    {
        AssertFinds(query, "e1 e2 e3");
        Assert.Contains(Index().Search(new SearchRequest(query)).Notes, note => note.Contains("document number", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2010年1月19日")]
    [InlineData("2010 年 1 月 19 日")]
    [InlineData("二〇一〇年一月十九日")]
    [InlineData("2010-01-19")]
    [InlineData("“2010.1.19”")]
    public void Search_DateInAnyForm_FindsIt(string query)
    {
        AssertFinds(query, "h1 h2 h3");
        Assert.Contains(Index().Search(new SearchRequest(query)).Notes, note => note.Contains("date", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("第十二条", "g1 g2")]
    [InlineData("第12条", "g1 g2")]
    [InlineData("第１２條", "g1 g2")]
    [InlineData("第 12 条", "g1 g2")]
    [InlineData("\"第 12 条\"", "g1 g2")]
    [InlineData("本法第12条规定", "g1 g2")]
    [InlineData("第12条规定", "g1 g2")]
    [InlineData("12条规定", "g1")]
    [InlineData("十二条", "g1 g2")]
    [InlineData("第1条", "")]
    [InlineData("第二条", "")]
    public void Search_OrdinalInAnyForm_FindsIt(string query, string ids) => AssertFinds(query, ids);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("，。")]
    [InlineData("\"\"")]
    [InlineData("\uD842")]
    public void Search_NothingSearchable_FindsNothingAndSaysSo(string query)
    {
        var answer = Index().Search(new SearchRequest(query));
        Assert.Equal((0, 0), (answer.Total, answer.Hits.Count));
        Assert.NotEmpty(answer.Notes);
    }

    [Theory]
    [InlineData("\"驻京办")]
    [InlineData("驻京办\"")]
    [InlineData("--驻京办")]
    [InlineData("(驻京办")]
    [InlineData("驻京办*")]
    [InlineData("驻京办:")]
    [InlineData("驻京办 驻京办")]
    public void Search_Unreadable_IsTakenLiterally(string query) => AssertFinds(query, "a1 b1 c1");

    [Theory]
    [InlineData("年:往年", "年:往年")]
    [InlineData("\"驻京办", "quotation mark")]
    [InlineData("GDP OR", "OR")]
    public void Search_TakenLiterally_SaysSo(string query, string noted) =>
        Assert.Contains(Index().Search(new SearchRequest(query)).Notes, note => note.Contains(noted, StringComparison.Ordinal));

    [Fact]
    public void Search_TooLong_IsCutAndSaysSo()
    {
        var index = Index();
        Assert.Contains("512", Assert.Single(index.Search(new SearchRequest($"驻京办{new string(' ', 600)}撤销")).Notes), StringComparison.Ordinal);
        var many = string.Join(' ', Enumerable.Repeat("驻京办", 32).Append("不存在"));
        Assert.Contains("32", Assert.Single(index.Search(new SearchRequest(many)).Notes), StringComparison.Ordinal);
        Assert.Equal(3, index.Search(new SearchRequest(many)).Total);
    }

    [Fact]
    public void Search_FoundNowhere_IsAnsweredLooselyUnlessExactIsAsked()
    {
        var index = Index();
        var loose = index.Search(new SearchRequest("撤销驻京办", 2));
        Assert.Equal(SearchMode.Loose, loose.Mode);
        Assert.Equal("a1", loose.Hits[0].Entry.Id);
        Assert.Equal(3, loose.Total);
        Assert.NotEmpty(loose.Notes);
        var exact = index.Search(new SearchRequest("撤销驻京办", Mode: SearchMode.Exact));
        Assert.Equal((SearchMode.Exact, 0), (exact.Mode, exact.Total));
    }

    [Fact]
    public void Search_Question_IsAnsweredLoosely()
    {
        const string Question = "驻京办事机构是否应当一律予以撤销";
        var answer = Index().Search(new SearchRequest(Question));
        Assert.Equal((SearchMode.Loose, "a1"), (answer.Mode, answer.Hits[0].Entry.Id));
        Assert.Equal(SearchMode.Exact, Index().Search(new SearchRequest(Question, Mode: SearchMode.Exact)).Mode);
    }

    [Fact]
    public void Search_LessThanAll_GivesTheBestAndTheExactTotal()
    {
        var index = Index();
        var all = index.Search(new SearchRequest("京", 100));
        var some = index.Search(new SearchRequest("京", 2));
        Assert.Equal(all.Total, some.Total);
        Assert.Equal(all.Hits.Take(2).Select(hit => (hit.Rank, hit.Entry.Id, hit.Score)), some.Hits.Select(hit => (hit.Rank, hit.Entry.Id, hit.Score)));
        Assert.Equal((all.Total, 0), (index.Search(new SearchRequest("京", 0)).Total, index.Search(new SearchRequest("京", 0)).Hits.Count));
    }

    [Fact]
    public void Search_EqualScores_AreOrderedById()
    {
        var index = Open(new[] { "b", "C", "a", "é", "B" }.Select(id => Entry(id, "撤销驻京办")));
        Assert.Equal(["B", "C", "a", "b", "é"], index.Search(new SearchRequest("驻京办")).Hits.Select(hit => hit.Entry.Id));
        Assert.Equal(["B", "C"], index.Search(new SearchRequest("驻京办", 2)).Hits.Select(hit => hit.Entry.Id));
    }

    [Fact]
    public void Search_Traditional_IsMarkedInItsOwnScript()
    {
        var hit = Index().Search(new SearchRequest("驻京办 gdp", Mode: SearchMode.Loose)).Hits.Single(hit => hit.Entry.Id == "c1");
        Assert.Equal(["駐京辦"], hit.Highlights.Select(span => span.Of(hit.Entry.Text)));
    }

    [Fact]
    public void Search_Hit_GivesTheEntryAsItWasAdded()
    {
        var entry = new IndexEntry
        {
            Id = "doc-1#sec_3__subsec_8", DocumentId = "doc-1", Title = "关于驻京办的意见", DocumentNumber = "国办发〔2010〕8号", Issuer = "国务院办公厅",
            Date = "2010-01-19", Genre = "意见", Format = "notice", Kind = "clause", Level = 2, Path = ["三、", "(八)"], Headings = ["严格规范", "Ünï"],
            Text = "(八)驻京办\uD842事机构\0\r\n\u200B。",
        };
        var found = Assert.Single(Open([entry]).Search(new SearchRequest("驻京办")).Hits).Entry;
        Assert.Equal(entry.Path, found.Path);
        Assert.Equal(entry.Headings, found.Headings);
        Assert.Equal(entry, found with { Path = entry.Path, Headings = entry.Headings });
    }

    [Fact]
    public void Search_Explained_AddsUpToTheScore()
    {
        foreach (var query in (string[])["驻京办 撤销", "京", "国办发[2010]8号", "第12条规定", "驻京办事机构是否应当一律予以撤销"])
        {
            var hit = Index().Search(new SearchRequest(query, Explain: true)).Hits[0];
            Assert.NotNull(hit.Explanation);
            Assert.Equal($"{hit.Score:F4} is the sum of the parts; the score is {hit.Score:F4}", hit.Explanation[^1]);
        }
    }

    [Fact]
    public void Search_Empty_FindsNothing()
    {
        var index = Open([]);
        Assert.Equal((0, 0, 0), (index.Count, index.Search(new SearchRequest("驻京办")).Total, index.Search(new SearchRequest("驻京办", Mode: SearchMode.Loose)).Total));
    }

    [Fact]
    public void Search_ByManyThreads_AnswersTheSame()
    {
        var index = Index();
        var queries = (string[])["驻京办", "京", "国办发[2010]8号", "第12条", "撤销驻京办", "GDP增长"];
        var expected = queries.Select(query => Ids(index, query)).ToArray();
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 16 }, reader =>
        {
            for (var i = 0; i < 200; i++) Assert.Equal(expected[(reader + i) % queries.Length], Ids(index, queries[(reader + i) % queries.Length]));
        });
    }

    protected static IndexEntry Entry(string id, string text, string title = "", string kind = "clause", string? number = null) => new()
    {
        Id = id, DocumentId = id[..1], Title = title, DocumentNumber = number, Format = "notice", Kind = kind, Text = text,
    };

    private static IEnumerable<IndexEntry> Entries() =>
    [
        Entry("a1", "保留驻京办事机构。撤销其他办事机构"),
        Entry("b1", "加强驻京办事处的管理"),
        Entry("c1", "香港特區政府駐京辦"),
        Entry("d1", "北京2018年GDP增长18%"),
        Entry("e1", "关于办事机构的意见 国办发〔2010〕8号", "关于办事机构的意见", "document", "国办发〔2010〕8号"),
        Entry("e2", "根据《关于办事机构的意见》（国办发【２０１０】８号）办理"),
        Entry("e3", "见国办发〔2010〕 8号"),
        Entry("e4", "见国办发〔2010〕18号"),
        Entry("f1", "𠮷野家"),
        Entry("g1", "依照本法第12条规定办理"),
        Entry("g2", "依照本法第十二條規定办理"),
        Entry("g3", "依照本法第一百一十二款办理"),
        Entry("h1", "自二○一○年一月十九日起"),
        Entry("h2", "自2010年1月19日起"),
        Entry("h3", "（2010-01-19）"),
        Entry("h4", "自2010年1月1日起"),
    ];

    private ISearchIndex Index() => Open(Entries());

    private ISearchIndex Open(IEnumerable<IndexEntry> entries)
    {
        var index = Build(entries);
        _opened.Add(index);
        return index;
    }

    private static string Ids(ISearchIndex index, string query) =>
        string.Join(' ', index.Search(new SearchRequest(query, 100)).Hits.Select(hit => hit.Entry.Id));

    private void AssertFinds(string query, string ids)
    {
        var answer = Index().Search(new SearchRequest(query, 100, Mode: SearchMode.Exact));
        Assert.Equal(ids, string.Join(' ', answer.Hits.Select(hit => hit.Entry.Id).Order(StringComparer.Ordinal)));
        Assert.Equal(answer.Hits.Count, answer.Total);
        Assert.All(answer.Hits, hit => Assert.NotEmpty(hit.Highlights));
        Assert.All(answer.Hits, hit => Assert.All(hit.Highlights, span => Assert.True(new TextSpan(0, hit.Entry.Text.Length).Contains(span))));
    }
}
