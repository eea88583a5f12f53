using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli;

/// <summary>The JSON of what commands answer, written as the records are.</summary>
internal static class CliJson
{
    public static JsonSerializerOptions Line { get; } = With(RecordJson.Line);

    public static JsonSerializerOptions Indented { get; } = With(RecordJson.Indented);

    private static JsonSerializerOptions With(JsonSerializerOptions records)
    {
        var options = new JsonSerializerOptions(records)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(records.TypeInfoResolver, new DefaultJsonTypeInfoResolver()),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        return options;
    }
}
