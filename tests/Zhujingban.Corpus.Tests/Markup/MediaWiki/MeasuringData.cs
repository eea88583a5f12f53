using System.Globalization;
using System.Text;
using System.Text.Json;
using Zhujingban.Corpus.Tests.Shared;

namespace Zhujingban.Corpus.Tests.Markup.MediaWiki;

/// <summary>A case of the measuring data.</summary>
public sealed record MeasuringCase(string Id, string Text, string? Variant, string? Expected);

/// <summary>Reads the measuring data for wikitext, and compares as its scorer does.</summary>
internal static class MeasuringData
{
    public static IEnumerable<MeasuringCase> Cases(string relative)
    {
        foreach (var line in File.ReadLines(RepositoryFiles.DataPath(relative)))
        {
            using var record = JsonDocument.Parse(line);
            var root = record.RootElement;
            yield return new MeasuringCase(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, Field(root, "variant"), Field(root, "expected"));
        }
    }

    public static IEnumerable<string> Texts(string relative) => Cases(relative).Select(row => row.Text);

    /// <summary>A text without white space and invisible characters.</summary>
    public static string Squash(string text) => string.Concat(text.Normalize(NormalizationForm.FormC)
        .Where(c => !char.IsWhiteSpace(c) && c is not (>= '\u001c' and <= '\u001f') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));

    private static string? Field(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
