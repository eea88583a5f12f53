using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Reuse.Cleaning;

namespace Zhujingban.Corpus.Records;

/// <summary>
/// The JSON of every record: camelCase names, kebab-case enumerations (the kinds of a cleaned notice's units in camelCase, as metadata names them), spans as <c>[start,end]</c>, dates as ISO 8601, Chinese
/// as it is. Absent values are null. Control characters and what a page or terminal could take for its own are escaped.
/// </summary>
public static class RecordJson
{
    /// <summary>One record a line.</summary>
    public static JsonSerializerOptions Line { get; } = Create(indented: false);

    /// <summary>For a person to read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = RecordJsonContext.Default,
        };
        options.Converters.Add(new TextSpanConverter());
        options.Converters.Add(new FormatConverter());
        options.Converters.Add(new JsonStringEnumConverter<ClauseKind>(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new JsonStringEnumConverter<DropReason>(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new JsonStringEnumConverter<DiagnosticSeverity>(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new JsonStringEnumConverter<CleanUnitKind>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new JsonStringEnumConverter<GapCertainty>(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly();
        return options;
    }

    /// <summary><c>[start,end]</c>.</summary>
    private sealed class TextSpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A span is [start,end].");
            reader.Read();
            var start = reader.GetInt32();
            reader.Read();
            var end = reader.GetInt32();
            reader.Read();
            if (reader.TokenType != JsonTokenType.EndArray || start < 0 || end < start) throw new JsonException("A span is [start,end].");
            return new TextSpan(start, end);
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Start);
            writer.WriteNumberValue(value.End);
            writer.WriteEndArray();
        }
    }

    /// <summary>The names of <see cref="SourceFormats"/>.</summary>
    private sealed class FormatConverter : JsonConverter<SourceFormat>
    {
        public override SourceFormat Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            SourceFormats.TryParse(reader.GetString() ?? "", out var format) ? format : throw new JsonException("No known format.");

        public override void Write(Utf8JsonWriter writer, SourceFormat value, JsonSerializerOptions options) =>
            writer.WriteStringValue(SourceFormats.NameOf(value));
    }
}
