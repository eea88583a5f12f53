using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Search.Tests.Conformance;

/// <summary>What every clause index behind <see cref="ISearchIndex"/> does, whatever its engine. An engine's tests derive from this.</summary>
public abstract partial class SearchIndexConformance : IDisposable
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

    /// <summary>Two laws, a notice and a page, with all that is known of them.</summary>
    private static IEnumerable<IndexEntry> Library()
    {
        var notice = Entry("n", "", "关于加强和规范驻北京办事机构管理的意见", "document", "国办发〔2010〕8号") with { Issuer = "国务院办公厅", Date = "2010-01-19", Genre = "意见" };
        var company = Entry("c", "", "中华人民共和国公司法", "document") with { Issuer = "全国人民代表大会常务委员会", Date = "2005-10-27", Genre = "法", Format = "markdown" };
        var partnership = Entry("h", "", "中华人民共和国合伙企业法", "document") with { Issuer = "全國人民代表大會常務委員會", Date = "2006", Genre = "法", Format = "markdown" };
        var page = Entry("w", "", "香港特別行政區政府駐北京辦事處", "document") with { Format = "mediawiki" };
        IndexEntry Of(IndexEntry document, string id, string kind, int level, string text) => document with { Id = id, Kind = kind, Level = level, Text = text };
        return
        [
            notice with { Text = $"{notice.Title}\n{notice.DocumentNumber}" },
            Of(notice, "n1", "clause", 1, "一、保留省级驻京办，撤销县级驻京办。"),
            Of(notice, "n2", "clause", 2, "（一）撤销各类联络处；加强管理。"),
            Of(notice, "n3", "paragraph", 0, "各省、自治区：驻京办管理工作"),
            company with { Text = company.Title },
            Of(company, "c1", "clause", 2, "第十二条　公司的经营范围由公司章程规定。"),
            Of(company, "c2", "clause", 2, "第十三条　依照本法第十二条规定登记。"),
            partnership with { Text = partnership.Title },
            Of(partnership, "h1", "clause", 2, "第十二条　撤销登记的，依照公司登记规定办理。"),
            page with { Text = page.Title },
            Of(page, "w1", "item", 1, "駐京辦於1999年成立，撤銷前的聯絡處"),
            Of(page, "w2", "row", 1, "電話：GovHK 010-12345"),
            Of(page, "w3", "paragraph", 0, "Governance and government"),
        ];
    }

    private ISearchIndex Index() => Open(Entries());

    private ISearchIndex Open(IEnumerable<IndexEntry> entries)
    {
        var index = Build(entries);
        _opened.Add(index);
        return index;
    }

    private static string Ids(ISearchIndex index, string query) =>
        string.Join(' ', index.Search(new SearchRequest(query, 100)).Hits.Select(hit => hit.Entry.Id));

    private static string Sorted(SearchAnswer answer) => string.Join(' ', answer.Hits.Select(hit => hit.Entry.Id).Order(StringComparer.Ordinal));

    private void AssertFinds(string query, string ids) => AssertFinds(Index(), query, ids, isMarked: true);

    private void AssertFindsInLibrary(string query, string ids, bool isMarked = true) => AssertFinds(Open(Library()), query, ids, isMarked);

    private static void AssertFinds(ISearchIndex index, string query, string ids, bool isMarked)
    {
        var answer = index.Search(new SearchRequest(query, 100, Mode: SearchMode.Exact));
        Assert.Equal(ids, Sorted(answer));
        Assert.Equal((answer.Hits.Count, SearchMode.Exact, false), (answer.Total, answer.Mode, answer.IsPartial));
        Assert.All(answer.Hits, hit => Assert.True(!isMarked || hit.Highlights.Count > 0));
        Assert.All(answer.Hits, hit => Assert.All(hit.Highlights, span => Assert.True(new TextSpan(0, hit.Entry.Text.Length).Contains(span))));
    }
}
