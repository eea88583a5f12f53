using System.Text.Json;
using System.Text.Unicode;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Records;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary>One line of <c>extract --jsonl</c>: <c>{"id","text","format"?,"title"?,"variant"?}</c>.</summary>
/// <param name="Source">The text, with a diagnostic when it held lone surrogates.</param>
/// <param name="Options">How it is to be read.</param>
internal sealed record ExtractRequest(SourceText Source, ReadOptions Options)
{
    private static readonly string[] Fields = ["id", "text", "format", "title", "variant"];

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">The line is no such record; the message says what was found and what was expected.</exception>
    public static ExtractRequest Parse(byte[] line)
    {
        if (!Utf8.IsValid(line)) throw new FormatException("not UTF-8; expected one JSON object in UTF-8");
        var mended = JsonEscapes.ReplaceLoneSurrogates(line);
        try
        {
            var begin = line.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
            using var json = JsonDocument.Parse(line.AsMemory(begin), new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw new FormatException($"{Describe(json.RootElement)}; expected an object with {string.Join(", ", Fields)}");
            foreach (var field in json.RootElement.EnumerateObject().Where(field => !Fields.Contains(field.Name)))
                throw new FormatException($"unknown field \"{field.Name}\"; expected {string.Join(", ", Fields)}");
            return Read(json.RootElement, mended);
        }
        catch (JsonException error)
        {
            var reason = error.Message.Split(" LineNumber:")[0].TrimEnd('.');
            throw new FormatException($"not JSON ({reason}, at byte {error.BytePositionInLine}); expected one object a line", error);
        }
    }

    private static ExtractRequest Read(JsonElement root, int mended)
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

        return new ExtractRequest(source, new ReadOptions(id, FormatOf(root), OptionalText(root, "title"), OptionalText(root, "variant")));
    }

    private static SourceFormat? FormatOf(JsonElement root)
    {
        var name = OptionalText(root, "format") ?? "auto";
        if (name == "auto") return null;
        return SourceFormats.TryParse(name, out var format)
            ? format
            : throw new FormatException($"format \"{name}\"; expected one of {string.Join(", ", SourceFormats.Names)}, auto");
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
