using System.Text.Json;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Pipelines.Sources;

/// <summary>Reads one line of a manifest: a JSON object with <see cref="Fields"/>.</summary>
/// <param name="file">The manifest, for what is said of it.</param>
/// <param name="number">The line, from 1.</param>
internal sealed class ManifestLine(string file, int number)
{
    private const int HashLength = 64;

    private readonly List<SourceProblem> _problems = [];
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    /// <summary>The fields that a line may have; the first three it must.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["id", "path", "sha256", "mediaType", "title", "origin", "licence", "language"];

    /// <summary>What is wrong with the line.</summary>
    public IReadOnlyList<SourceProblem> Problems => _problems;

    /// <summary>The path that the line names, however wrong the rest is; null where it names none.</summary>
    public string? Path => _values.GetValueOrDefault("path");

    /// <summary>Reads the line; null when it cannot be used.</summary>
    public ManifestEntry? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object) ReadFields(document.RootElement);
            else Report("manifest-bad-json", $"A JSON {Name(document.RootElement.ValueKind)} was found where an object is expected.");
        }
        catch (JsonException wrong)
        {
            Report("manifest-bad-json", $"The line is not JSON (at byte {wrong.BytePositionInLine ?? 0}); an object is expected.");
        }

        Check();
        if (_problems.Any(problem => problem.Severity == DiagnosticSeverity.Error)) return null;
        return new ManifestEntry(number, _values["id"]!, _values["path"]!, _values["sha256"]!.ToLowerInvariant())
        {
            MediaType = _values.GetValueOrDefault("mediaType"),
            Title = _values.GetValueOrDefault("title"),
            Origin = _values.GetValueOrDefault("origin"),
            Licence = _values.GetValueOrDefault("licence"),
            Language = _values.GetValueOrDefault("language"),
        };
    }

    private void ReadFields(JsonElement line)
    {
        foreach (var property in line.EnumerateObject())
        {
            if (TextOf(() => property.Name) is not { } name)
            {
                Report("lone-surrogate", "A field's name holds a lone surrogate, which is no character.");
            }
            else if (!Fields.Contains(name))
            {
                Report("manifest-unknown-field",
                    $"The field {OneLine.Quote(name)} is not known and is not read; known are {string.Join(", ", Fields)}.",
                    DiagnosticSeverity.Warning);
            }
            else if (_values.ContainsKey(name))
            {
                Report("manifest-repeated-field", $"The field {name} stands there twice.");
            }
            else if (property.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                Report("manifest-bad-field", $"The field {name} is a {Name(property.Value.ValueKind)}; a string is expected.");
            }
            else if (property.Value.ValueKind == JsonValueKind.String && TextOf(() => property.Value.GetString()) is null)
            {
                Report("lone-surrogate", $"The field {name} holds a lone surrogate, which is no character.");
            }
            else
            {
                _values.Add(name, property.Value.GetString());
            }
        }
    }

    private void Check()
    {
        if (_problems.Any(problem => problem.Severity == DiagnosticSeverity.Error)) return;
        foreach (var name in Fields.Take(3).Where(name => string.IsNullOrWhiteSpace(_values.GetValueOrDefault(name))))
            Report("manifest-missing-field", $"The field {name} is missing.");
        if (_values.GetValueOrDefault("id") is { } id && !DocumentIds.IsGood(id))
            Report("manifest-bad-id", $"The id {OneLine.Quote(id)} cannot be used: {DocumentIds.Rule}.");
        if (_values.GetValueOrDefault("sha256") is { Length: > 0 } hash && !(hash.Length == HashLength && hash.All(char.IsAsciiHexDigit)))
            Report("manifest-bad-field", $"The field sha256 is {OneLine.Quote(hash)}; {HashLength} hexadecimal digits are expected.");
        if (Path is { Length: > 0 } path && CorpusPath.Fault(path) is { } fault)
            Report("path-outside-corpus", $"The path {OneLine.Quote(path)} {fault}; a path inside the manifest's folder is expected.");
    }

    private void Report(string code, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error)
    {
        var id = _values.GetValueOrDefault("id");
        var known = id is not null && DocumentIds.IsGood(id) ? id : null;
        _problems.Add(new SourceProblem(file, number, known, code, message) { Severity = severity });
    }

    /// <summary>A string of the JSON; null when it is not well-formed UTF-16.</summary>
    private static string? TextOf(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
