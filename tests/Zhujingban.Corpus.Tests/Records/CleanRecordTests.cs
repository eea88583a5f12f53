using System.Text.Json;
using NJsonSchema;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Records;

public class CleanRecordTests
{
    private static readonly string[] Schema = ["src", "Zhujingban.Corpus", "Records", "Schemas", "clean.schema.json"];

    private static readonly string Json = JsonSerializer.Serialize(CleanRecord.Of(HandMadeNotice.Example()), RecordJson.Line);

    [Fact]
    public async Task Json_ConformsToItsSchema() =>
        Assert.Empty((await JsonSchema.FromFileAsync(RepositoryFiles.PathOf(Schema))).Validate(Json));

    [Fact]
    public void Json_ReadBack_IsTheSameRecord() =>
        Assert.Equal(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize<CleanRecord>(Json, RecordJson.Line), RecordJson.Line));

    [Fact]
    public void Schema_NamesEveryFieldAndKind()
    {
        using var schema = JsonDocument.Parse(RepositoryFiles.ReadAllText(Schema));
        using var record = JsonDocument.Parse(Json);
        var properties = schema.RootElement.GetProperty("properties");
        Assert.Equal(NamesOf(record.RootElement), NamesOf(properties));
        var unit = properties.GetProperty("units").GetProperty("items").GetProperty("properties");
        Assert.Equal(NamesOf(record.RootElement.GetProperty("units")[0]), NamesOf(unit));
        Assert.Equal(
            Enum.GetNames<CleanUnitKind>().Select(name => JsonNamingPolicy.CamelCase.ConvertName(name)),
            unit.GetProperty("kind").GetProperty("enum").EnumerateArray().Select(kind => kind.GetString()));
    }

    [Fact]
    public void Json_OfANotice_SaysWhatItsContractSays()
    {
        using var record = JsonDocument.Parse(Json);
        var root = record.RootElement;
        Assert.Equal("""{"after":"u3","before":"u4","missing":["一、"],"certainty":"certain"}""", root.GetProperty("gaps")[0].GetRawText());
        Assert.Equal("""["u6",null]""", root.GetProperty("questions")[0].GetProperty("candidates").GetRawText());
        Assert.Equal("""{"chars":136,"kept":92,"duplicate":31,"boilerplate":13}""", root.GetProperty("coverage").GetRawText());
        Assert.Equal("title", root.GetProperty("units")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void Coverage_OfSpans_IsAllOfTheSource()
    {
        var coverage = CleanCoverage.Of(HandMadeNotice.Example());
        Assert.Equal(coverage.Chars, coverage.Kept + coverage.Duplicate + coverage.Boilerplate);
    }

    private static IEnumerable<string> NamesOf(JsonElement element) => element.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal);
}
