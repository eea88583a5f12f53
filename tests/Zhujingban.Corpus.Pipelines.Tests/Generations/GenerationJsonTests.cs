using System.Text;
using System.Text.Json;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Pipelines.Generations;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Pipelines.Tests.Generations;

public sealed class GenerationJsonTests
{
    private static readonly TextSpan[] Spans = [new(0, 1), new(2, 5)];

    /// <summary>A record that has one of everything.</summary>
    internal static DocumentRecord FullRecord { get; } = new()
    {
        Id = "a",
        Title = "题\u2028𠀀",
        Format = SourceFormat.MediaWiki,
        Sha256 = new string('0', 64),
        Origin = new OriginRecord("a.txt", "text/plain", "somewhere", "CC0-1.0", "zh"),
        Text = "一\n二",
        Metadata = new DocumentMetadata { DocumentNumber = "国办发〔2010〕8号", Addressees = ["甲", "乙"], Attachments = ["丙"], CopiedTo = ["丁"], Date = "2010-01-19" },
        Sections = [new SectionRecord("sec_1", "一、", "题", 1, Spans)],
        Clauses = [new ClauseRecord("a#p_1", "p_1", ClauseKind.Row, null, 0, ["一、"], ["题"], "一", Spans, "hash")],
        Infoboxes = [new Infobox("框", [new InfoboxField("名", "值", Spans)], Spans)],
        Tables = [new Table(null, [[new TableCell("格", true, 1, 2)]], Spans)],
        Templates = [new TemplateUse("模板", "inline", [new TemplateParameter("1", "值")], Spans)],
        Links = [new Link("page", "目标", "文字", Spans)],
        Categories = [new Category("类", null, Spans)],
        References = [new Reference("名", null, "文", Spans, new Dictionary<string, string> { ["title"] = "题", ["author"] = "人" })],
        Citations = [new CitationRecord("文", "document", "号", null, null, null, Spans)],
        Duplicates = [new DuplicateRecord("title", Spans, Spans, 0.5, "repeated-title")],
        Dropped = [new DropRecord(DropReason.ReferenceList, Spans)],
        Coverage = new SourceCoverage(10, 4, 3, 3),
        Diagnostics = [new Diagnostic("code", DiagnosticSeverity.Info, "A message.", Spans)],
    };

    [Fact]
    public void DocumentRecord_WrittenAndRead_IsTheSame()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(FullRecord, RecordJson.Line);
        var read = GenerationJson.TryRead<DocumentRecord>(json, out var fault);
        Assert.True(read is not null, fault);
        Assert.Equal(Encoding.UTF8.GetString(json), JsonSerializer.Serialize(read, RecordJson.Line));
    }

    [Fact]
    public void StoredSource_Runs_AreCompact()
    {
        var source = new StoredSource
        {
            Id = "a", Sha256 = "0", Encoding = "utf-8", Text = "一b",
            Runs = [new MappedRun(new TextSpan(0, 1), new TextSpan(0, 1), RunKind.Copied), new MappedRun(new TextSpan(1, 3), new TextSpan(1, 2), RunKind.Replaced)],
        };
        var json = JsonSerializer.Serialize(source, GenerationJson.Line);
        Assert.Equal("""{"schemaVersion":1,"id":"a","sha256":"0","encoding":"utf-8","text":"一b","runs":[[0,1,0,1,0],[1,3,1,2,1]]}""", json);
        Assert.Equal(source.Runs, GenerationJson.TryRead<StoredSource>(Encoding.UTF8.GetBytes(json), out _)!.Runs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"a","sha256":"0","encoding":"utf-8","text":"\ud800","runs":[]}""")]
    [InlineData("""{"id":"a","sha256":"0","encoding":"utf-8","text":"","runs":[[0,1,0,1]]}""")]
    [InlineData("""{"id":"a","sha256":"0","encoding":"utf-8","text":"","runs":[[0,1,0,1,3]]}""")]
    [InlineData("""{"id":"a","sha256":"0","encoding":"utf-8","text":"","runs":[[0,1,0,99999999999,0]]}""")]
    [InlineData("""{"id":"a","sha256":"0","encoding":"utf-8","text":"","runs":[[0,1,0,1.5,0]]}""")]
    [InlineData("""{"id":"a","sha256":"0","encoding":"utf-8","text":"","runs":[{}]}""")]
    public void TryRead_Damaged_SaysSo(string json)
    {
        Assert.Null(GenerationJson.TryRead<StoredSource>(Encoding.UTF8.GetBytes(json), out var fault));
        Assert.NotEmpty(fault);
    }
}
