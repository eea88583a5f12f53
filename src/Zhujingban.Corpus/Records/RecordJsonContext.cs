using System.Text.Json.Serialization;

namespace Zhujingban.Corpus.Records;

/// <summary>The generated serializers of the records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DocumentRecord))]
[JsonSerializable(typeof(ClauseRecord))]
[JsonSerializable(typeof(IReadOnlyList<DocumentRecord>))]
[JsonSerializable(typeof(CleanRecord))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
