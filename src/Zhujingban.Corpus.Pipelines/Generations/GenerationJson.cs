using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>
/// The JSON of a generation's files: that of <see cref="RecordJson"/>, with runs as
/// <c>[textStart,textEnd,sourceStart,sourceEnd,kind]</c>.
/// </summary>
public static class GenerationJson
{
    /// <summary>One record a line.</summary>
    public static JsonSerializerOptions Line { get; } = Create(RecordJson.Line);

    /// <summary>For a person to read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(RecordJson.Indented);

    /// <summary>Reads a record; null, with the reason, when the bytes are none.</summary>
    internal static T? TryRead<T>(ReadOnlySpan<byte> json, out string fault)
        where T : class
    {
        try
        {
            fault = "The record is null.";
            return JsonSerializer.Deserialize<T>(json, Line);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException
            or NotSupportedException or FormatException or ArgumentException)
        {
            fault = $"The record cannot be read (at byte {(wrong as JsonException)?.BytePositionInLine ?? 0}).";
            return null;
        }
    }

    private static JsonSerializerOptions Create(JsonSerializerOptions records)
    {
        var options = new JsonSerializerOptions(records)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(records.TypeInfoResolver, GenerationJsonContext.Default),
        };
        options.Converters.Add(new RunConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary><c>[textStart,textEnd,sourceStart,sourceEnd,kind]</c>; kind 0 is copied, 1 replaced, 2 inserted.</summary>
    private sealed class RunConverter : JsonConverter<MappedRun>
    {
        private const string Shape = "A run is [textStart,textEnd,sourceStart,sourceEnd,kind].";

        public override MappedRun Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException(Shape);
            Span<int> numbers = stackalloc int[5];
            foreach (ref var number in numbers)
            {
                if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out number) || number < 0)
                    throw new JsonException(Shape);
            }

            if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray || numbers[4] > (int)RunKind.Inserted)
                throw new JsonException(Shape);
            return new MappedRun(new TextSpan(numbers[0], numbers[1]), new TextSpan(numbers[2], numbers[3]), (RunKind)numbers[4]);
        }

        public override void Write(Utf8JsonWriter writer, MappedRun value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Text.Start);
            writer.WriteNumberValue(value.Text.End);
            writer.WriteNumberValue(value.Source.Start);
            writer.WriteNumberValue(value.Source.End);
            writer.WriteNumberValue((int)value.Kind);
            writer.WriteEndArray();
        }
    }
}

/// <summary>The generated serializers of a generation's files.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredSource))]
[JsonSerializable(typeof(GenerationManifest))]
[JsonSerializable(typeof(BuildDiagnostic))]
internal sealed partial class GenerationJsonContext : JsonSerializerContext;
