using System.Text.Json;
using NJsonSchema;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Records;

public class DocumentRecordTests
{
    public static TheoryData<string> Founding => FoundingDocuments.Ids;

    [Theory]
    [MemberData(nameof(Founding))]
    public async Task Json_OfAFoundingDocument_ConformsToItsSchema(string id)
    {
        var schema = await JsonSchema.FromFileAsync(RepositoryFiles.PathOf("src", "Zhujingban.Corpus", "Records", "Schemas", "document.schema.json"));
        var json = JsonSerializer.Serialize(FoundingDocuments.Record(id), RecordJson.Line);
        Assert.Empty(schema.Validate(json));
    }

    [Theory]
    [MemberData(nameof(Founding))]
    public void Json_ReadBack_IsTheSameRecord(string id)
    {
        var json = JsonSerializer.Serialize(FoundingDocuments.Record(id), RecordJson.Line);
        var again = JsonSerializer.Deserialize<DocumentRecord>(json, RecordJson.Line)!;
        Assert.Equal(json, JsonSerializer.Serialize(again, RecordJson.Line));
    }

    [Fact]
    public void Schema_NamesEveryFieldOfTheRecord()
    {
        using var schema = JsonDocument.Parse(RepositoryFiles.ReadAllText("src", "Zhujingban.Corpus", "Records", "Schemas", "document.schema.json"));
        using var record = JsonSerializer.SerializeToDocument(FoundingDocuments.Record("guobanfa-2010-8"), RecordJson.Line);
        Assert.Equal(
            record.RootElement.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal),
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Founding))]
    public void Invariant1_NothingIsLost(string id)
    {
        var document = FoundingDocuments.Read(id);
        var leftOut = document.Dropped.Select(drop => drop.Span).Concat(document.Duplicates.Select(duplicate => duplicate.Span));
        Assert.Empty(SourceCoverage.Faults(document.Source.Text, document.Text, leftOut));
        var coverage = FoundingDocuments.Record(id).Coverage;
        Assert.Equal(coverage.Chars, coverage.Kept + coverage.Duplicate + coverage.Dropped);
    }

    [Theory]
    [MemberData(nameof(Founding))]
    public void Clauses_HoldNothingThatWasLeftOutAsARepeat(string id)
    {
        var record = FoundingDocuments.Record(id);
        var repeats = record.Duplicates.SelectMany(duplicate => duplicate.Spans).ToList();
        Assert.DoesNotContain(record.Clauses.SelectMany(clause => clause.Spans), span => repeats.Exists(span.Overlaps));
    }

    [Theory]
    [MemberData(nameof(Founding))]
    public void Ids_OfSectionsAndClauses_AreUniqueAndTheirTextIsTheDocuments(string id)
    {
        var record = FoundingDocuments.Record(id);
        var ids = record.Sections.Select(section => section.EId).Concat(record.Clauses.Select(clause => clause.EId)).ToList();
        Assert.All(record.Clauses, clause => Assert.Contains(clause.Text, record.Text));
        Assert.Equal(record.Clauses.Count, record.Clauses.Select(clause => clause.EId).Distinct().Count());
        Assert.Equal(record.Sections.Count, record.Sections.Select(section => section.EId).Distinct().Count());
        Assert.All(ids, eId => Assert.Matches("^[a-z]+_[0-9]+(-[0-9]+)?(__[a-z]+_[0-9]+(-[0-9]+)?)*$", eId));
    }
}
