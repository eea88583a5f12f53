namespace Zhujingban.Corpus.Search.Tests;

public sealed class FoundingDocumentsTests : IDisposable
{
    private readonly IndexFolder _folder = new IndexFolder().Write(FoundingEntries.All);
    private readonly SearchIndex _index;

    public FoundingDocumentsTests() => _index = _folder.Open();

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Search_ClausesThatWithdrawOffices_ComeFirstWithTheirQuotation()
    {
        var hits = _index.Search(new SearchRequest("驻京办 撤销", 5)).Hits;
        Assert.Subset(hits.Select(hit => hit.Entry.Id).ToHashSet(),
            new HashSet<string> { FoundingEntries.ClauseId("(六)"), FoundingEntries.ClauseId("(七)"), FoundingEntries.ClauseId("(十八)") });
        Assert.Contains(hits, hit => hit.Entry.DocumentId == "zhujing-banshichu" && hit.Entry.Text.Contains("撤销地方各级政府职能部门", StringComparison.Ordinal));
    }

    [Fact]
    public void Search_EitherScript_GivesTheSameHits()
    {
        var simplified = _index.Search(new SearchRequest("驻京办", 100));
        var traditional = _index.Search(new SearchRequest("駐京辦", 100));
        Assert.Equal(simplified.Hits.Select(hit => (hit.Entry.Id, hit.Score)), traditional.Hits.Select(hit => (hit.Entry.Id, hit.Score)));
        Assert.Contains(simplified.Hits, hit => hit.Entry.DocumentId == "hong-kong-beijing-office");
    }

    [Fact]
    public void Search_DocumentNumber_FindsTheDocumentFirst()
    {
        foreach (var query in (string[])["国办发[2010]8号", "国办发〔2010〕8号", "國辦發【2010】8號"])
            Assert.Equal("guobanfa-2010-8", _index.Search(new SearchRequest(query)).Hits[0].Entry.Id);
    }

    [Fact]
    public void Search_Phrase_FindsItsOneClause()
    {
        var answer = _index.Search(new SearchRequest("\"务实为民\""));
        Assert.Equal(FoundingEntries.ClauseId("(三)"), Assert.Single(answer.Hits).Entry.Id);
        Assert.Equal(1, answer.Total);
    }
}
