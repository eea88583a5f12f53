using System.Text.Json;
using System.Text.Unicode;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary>One line of a <c>--jsonl</c> command: an object of strings, of which it must have <c>id</c> and <c>text</c>.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Source">The text, with a diagnostic when it held lone surrogates.</param>
/// <param name="Options">The other fields that are there and not null.</param>
internal sealed record RecordRequest(string Id, SourceText Source, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, in UTF-8.</param>
    /// <param name="optional">The fields that it may have beside the two.</param>
    /// <exception cref="FormatException">The line is no such record; the message says what was found and what was expected.</exception>
    public static RecordRequest Parse(byte[] line, params string[] optional)
    {
        if (!Utf8.IsValid(line)) throw new FormatException("not UTF-8; expected one JSON object in UTF-8");
        string[] fields = ["id", "text", .. optional];
        var mended = JsonEscapes.ReplaceLoneSurrogates(line);
        try
        {
            var begin = line.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
            using var json = JsonDocument.Parse(line.AsMemory(begin), new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw new FormatException($"{Describe(json.RootElement)}; expected an object with {string.Join(", ", fields)}");
            foreach (var field in json.RootElement.EnumerateObject().Where(field => !fields.Contains(field.Name)))
                throw new FormatException($"unknown field \"{field.Name}\"; expected {string.Join(", ", fields)}");
            return Read(json.RootElement, optional, mended);
        }
        catch (JsonException error)
        {
            var reason = error.Message.Split(" LineNumber:")[0].TrimEnd('.');
            throw new FormatException($"not JSON ({reason}, at byte {error.BytePositionInLine}); expected one object a line", error);
        }
    }

    private static RecordRequest Read(JsonElement root, string[] optional, int mended)
    {
        var id = RequiredText(root, "id");
        if (id.Length == 0) throw new FormatException("an empty id; expected a name");
        var source = SourceText.FromString(RequiredText(root, "text"));
        if (mended > 0)
        {
            source = source with
            {
                Diagnostics = [new Diagnostic("lone-surrogate", DiagnosticSeverity.Error,
                    $"{mended} lone surrogates in the JSON record are no characters; each is read as U+FFFD."), .. source.Diagnostics],
            };
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in optional)
        {
            if (OptionalText(root, name) is { } value) options.Add(name, value);
        }

        return new RecordRequest(id, source, options);
    }

    private static string RequiredText(JsonElement root, string name) =>
        OptionalText(root, name) ?? throw new FormatException($"no \"{name}\"; expected a string");

    private static string? OptionalText(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new FormatException($"\"{name}\" is {Describe(value)}; expected a string");
    }

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a truth value",
        JsonValueKind.Null => "null",
        JsonValueKind.String => "a string",
        _ => "an object",
    };
}
