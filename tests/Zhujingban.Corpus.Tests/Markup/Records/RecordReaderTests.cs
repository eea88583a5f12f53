using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Records;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.Records;

public class RecordReaderTests
{
    private const string Whole =
        """{"id": "0", "title": "刑法第一条", "text": "为了惩罚犯罪，\n制定本法。", "document": "刑法", "headings": ["总则", "任务"]}""";

    [Fact]
    public void Read_WholeRecord_IsADocumentOfOneClause()
    {
        var document = Read(Whole).Document!;
        Assert.Equal(("0", "刑法第一条", "刑法", SourceFormat.Records), (document.Id, document.Title, document.PartOf, document.Format));
        Assert.Equal("刑法第一条\n为了惩罚犯罪，\n制定本法。", document.Text.Text);
        var clause = Assert.Single(DocumentRecords.Of(document).Clauses);
        Assert.Equal(("0", "", ClauseKind.Clause, "为了惩罚犯罪，\n制定本法。"), (clause.Id, clause.EId, clause.Kind, clause.Text));
        Assert.Equal(["总则", "任务"], clause.Headings);
    }

    [Fact]
    public void Read_WholeRecord_SaysOfEachPartOfItsLineWhatItIs()
    {
        var document = Read(Whole).Document!;
        var fields = document.Dropped.Where(drop => drop.Reason == DropReason.Field).Select(drop => drop.Span.Of(Whole));
        Assert.Equal(["0", "刑法", "总则", "任务"], fields);
        var clause = DocumentRecords.Of(document).Clauses[0];
        Assert.Equal("""为了惩罚犯罪，\n制定本法。""", string.Concat(clause.Spans.Select(span => span.Of(Whole))));
        AssertNothingIsLost(document);
    }

    [Theory]
    [InlineData("""{"text":"甲","id":"a","title":"题"}""", "题\n甲")]
    [InlineData("""{"id":"a","title":null,"text":"甲"}""", "甲")]
    [InlineData("""{"id":"a","title":"","text":"甲"}""", "甲")]
    [InlineData("""{"id":"a","title":"题","text":""}""", "题\n")]
    [InlineData("""{"id":"a","title":"题","text":"\u7532\u4E59\ud842\udfb7\"\\\/\t"}""", "题\n甲乙𠮷\"\\/\t")]
    [InlineData("""  {"id":"a","title":"题","text":"甲","document":null,"headings":null} """ + "\r", "题\n甲")]
    [InlineData("""{"\u0069d":"a","title":"题","text":"甲"}""", "题\n甲")]
    public void Read_AnyWayToWriteIt_GivesTheText(string line, string text)
    {
        var document = Read(line).Document!;
        Assert.Equal(("a", text), (document.Id, document.Text.Text));
        Assert.Empty(document.Diagnostics);
        AssertNothingIsLost(document);
    }

    [Theory]
    [InlineData("", "record-bad-json")]
    [InlineData("null", "record-bad-json")]
    [InlineData("[]", "record-bad-json")]
    [InlineData("""["a",{"id":"a"}]""", "record-bad-json")]
    [InlineData("""{"id":"a","title":"题","text":"甲"}{}""", "record-bad-json")]
    [InlineData("""{"id":"a","title":"题","text":"甲""", "record-bad-json")]
    [InlineData("""{"id":"a","title":"题"}""", "record-missing-field")]
    [InlineData("""{"title":"题","text":"甲"}""", "record-missing-field")]
    [InlineData("""{"id":1,"title":"题","text":"甲"}""", "record-bad-field")]
    [InlineData("""{"id":"a","title":"题","text":null}""", "record-bad-field")]
    [InlineData("""{"id":"a","title":"题","text":["甲"]}""", "record-bad-field")]
    [InlineData("""{"id":"a","title":"题","text":"甲","headings":"总则"}""", "record-bad-field")]
    [InlineData("""{"id":"a","title":"题","text":"甲","headings":["总则",{"a":[1]}]}""", "record-bad-field")]
    [InlineData("""{"id":"a","title":"题","text":"甲","text":"乙"}""", "record-repeated-field")]
    [InlineData("""{"id":"\ud800","title":"题","text":"甲"}""", "lone-surrogate")]
    public void Read_NoRecord_SaysWhy(string line, string code)
    {
        var reading = Read(line);
        Assert.Null(reading.Document);
        Assert.Equal(code, reading.FaultCode);
        Assert.EndsWith(".", reading.Fault);
    }

    [Fact]
    public void Read_NoUtf8_SaysSo() =>
        Assert.Equal("record-bad-encoding", RecordReader.Read([.. """{"id":"a"}"""u8, 0xB9, 0xFA]).FaultCode);

    [Fact]
    public void Read_EndlessNesting_IsAFault() => Assert.NotNull(Read("{\"a\":" + new string('[', 100_000)).Fault);

    [Fact]
    public void Read_FieldsThatAreNotKnown_AreNamedAndLeftOut()
    {
        var reading = Read("""{"id":"a","year":1997,"title":"题","text":"甲","more":{"id":["b"]},"year":null}""");
        Assert.Equal(["year", "more"], reading.UnknownFields);
        Assert.Equal("题\n甲", reading.Document!.Text.Text);
        AssertNothingIsLost(reading.Document);
    }

    [Fact]
    public void Read_HalfACharacterInTheText_IsToldWithItsPlace()
    {
        const string line = """{"id":"a","title":"题","text":"甲\ud800乙\udc00\n"}""";
        var document = Read(line).Document!;
        Assert.Equal("题\n甲\uFFFD乙\uFFFD\n", document.Text.Text);
        var diagnostic = Assert.Single(document.Diagnostics);
        Assert.Equal(["""\ud800""", """\udc00"""], diagnostic.Spans.Select(span => span.Of(line)));
        AssertNothingIsLost(document);
    }

    [Fact]
    public void Read_AnyRecord_IsWhatWasWrittenAndLosesNothing()
    {
        var text = Gen.Elements("", "甲", "\"", "\\", "\n", "\u2028", "𠮷", "é", "<b>", "\u0000", "id", "、一").ArrayOf().Select(string.Concat);
        var records = (from title in text
                       from body in text
                       from document in text
                       from headings in text.ArrayOf()
                       from escaped in Gen.Elements(true, false)
                       from order in Gen.Choose(0, 5)
                       select (title, body, document, headings, escaped, order)).ToArbitrary();
        Prop.ForAll(records, record =>
        {
            var fields = new (string, object)[]
            {
                ("id", "a"), ("title", record.title), ("text", record.body), ("document", record.document), ("headings", record.headings),
            };
            var options = new JsonSerializerOptions();
            if (!record.escaped) options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            var turned = fields.Skip(record.order).Concat(fields.Take(record.order));
            var line = "{" + string.Join(",", turned.Select(field => $"\"{field.Item1}\":{JsonSerializer.Serialize(field.Item2, options)}")) + "}";
            var document = Read(line).Document!;
            AssertNothingIsLost(document);
            var clause = document.Clauses[0];
            return clause.Span.Of(document.Text.Text) == record.body && (document.Title ?? "") == record.title
                && (document.PartOf ?? "") == record.document && clause.Headings.SequenceEqual(record.headings);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_AnyLine_GivesARecordOrAFault()
    {
        var pieces = Gen.Elements("{", "}", "[", "]", "\"", "\\", "\\u", "d800", ":", ",", "\"id\":", "\"text\":", "\"title\":", "\"a\"", "null", "1", "甲", " ");
        Prop.ForAll(pieces.ArrayOf().Select(string.Concat).ToArbitrary(), line =>
        {
            var reading = Read(line);
            if (reading.Document is { } document) AssertNothingIsLost(document);
            return (reading.Document is null) != (reading.Fault is null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Schema_HasTheFieldsThatAreRead()
    {
        using var schema = JsonDocument.Parse(RepositoryFiles.ReadAllText("src", "Zhujingban.Corpus", "Records", "Schemas", "record.schema.json"));
        Assert.Equal(RecordReader.Fields, schema.RootElement.GetProperty("properties").EnumerateObject().Select(field => field.Name));
        Assert.Equal(RecordReader.Fields.Take(3), schema.RootElement.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [DataFact("search/statutes.jsonl.gz")]
    public void Read_EveryStatute_IsARecordThatLosesNothing()
    {
        using var file = new GZipStream(File.OpenRead(RepositoryFiles.DataPath("search/statutes.jsonl.gz")), CompressionMode.Decompress);
        using var lines = new StreamReader(file);
        var count = 0;
        for (; lines.ReadLine() is { } line; count++)
        {
            var reading = Read(line);
            Assert.True(reading.Document is not null && reading.UnknownFields.Count == 0, line);
            AssertNothingIsLost(reading.Document);
        }

        Assert.Equal(55_872, count);
    }

    private static RecordReading Read(string line) => RecordReader.Read(Encoding.UTF8.GetBytes(line));

    private static void AssertNothingIsLost(Document document) => Assert.Empty(SourceCoverage.Faults(
        document.Source.Text, document.Text, document.Dropped.Select(drop => drop.Span)));
}
