using System.Text;
using System.Text.Json;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Records;

/// <summary>The fields of a record with their places in its line.</summary>
internal sealed class RecordFields
{
    private readonly string _line;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<TextSpan> _values = [];
    private readonly List<string> _headings = [];
    private readonly List<string> _unknown = [];
    private readonly List<TextSpan> _lone = [];
    private int _bytes;
    private int _characters;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="utf8">The same line in UTF-8.</param>
    public RecordFields(string line, ReadOnlySpan<byte> utf8)
    {
        _line = line;
        try
        {
            var reader = new Utf8JsonReader(utf8);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject) ReadFields(ref reader, utf8);
            else Report("record-bad-json", $"A JSON {NameOf(reader.TokenType)} was found where an object is expected.");
            while (reader.Read())
            {
                // Whatever follows the object is refused by the reader.
            }
        }
        catch (JsonException wrong)
        {
            Fault = ("record-bad-json", $"The line is not JSON (at byte {wrong.BytePositionInLine ?? 0}); one object is expected.");
        }

        foreach (var name in Known.Take(3).Where(name => !_seen.Contains(name))) Report("record-missing-field", $"The field {name} is missing.");
    }

    /// <summary>The fields that a record may have; the first three it must, the title may be null.</summary>
    public static IReadOnlyList<string> Known { get; } = ["id", "title", "text", "document", "headings"];

    /// <summary>The first thing that is wrong; null for a record.</summary>
    public (string Code, string Message)? Fault { get; private set; }

    /// <summary>The id.</summary>
    public string? Id { get; private set; }

    /// <summary>The inside of the title's string; null where it has none.</summary>
    public TextSpan? Title { get; private set; }

    /// <summary>The inside of the text's string.</summary>
    public TextSpan Text { get; private set; }

    /// <summary>The document that the record is part of, or null.</summary>
    public string? Document { get; private set; }

    /// <summary>The headings above it, outermost first.</summary>
    public IReadOnlyList<string> Headings => _headings;

    /// <summary>The names of fields that are not known, each once.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>Where the values stand that become no text, without overlaps and in order.</summary>
    public IReadOnlyList<TextSpan> Values => _values;

    private void ReadFields(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonString.Read(_line, Inside(ref reader, utf8), _lone);
            reader.Read();
            if (!Known.Contains(name)) ReadUnknown(name, ref reader, utf8);
            else if (!_seen.Add(name)) Report("record-repeated-field", $"The field {name} stands there twice.");
            else if (name == "headings") ReadHeadings(ref reader, utf8);
            else ReadString(name, ref reader, utf8);
            reader.TrySkip();
        }
    }

    private void ReadString(string name, ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (reader.TokenType == JsonTokenType.Null && name is "title" or "document") return;
        if (reader.TokenType != JsonTokenType.String)
        {
            Report("record-bad-field", $"The field {name} is a {NameOf(reader.TokenType)}; a string is expected.");
            return;
        }

        var inside = Inside(ref reader, utf8);
        if (name == "title") Title = inside;
        else if (name == "text") Text = inside;
        else if (name == "id") Id = Value(name, inside);
        else Document = Value(name, inside) is { Length: > 0 } document ? document : null;
    }

    private void ReadHeadings(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Report("record-bad-field", $"The field headings is a {NameOf(reader.TokenType)}; a list of strings is expected.");
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String) _headings.Add(Value("headings", Inside(ref reader, utf8)));
            else Report("record-bad-field", $"The field headings holds a {NameOf(reader.TokenType)}; a list of strings is expected.");
            reader.TrySkip();
        }
    }

    private void ReadUnknown(string name, ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!_unknown.Contains(name)) _unknown.Add(name);
        var start = CharacterAt(reader.TokenStartIndex, utf8);
        reader.Skip();
        _values.Add(new TextSpan(start, CharacterAt(reader.BytesConsumed, utf8)));
    }

    /// <summary>A value that is kept as data.</summary>
    private string Value(string name, TextSpan inside)
    {
        _values.Add(inside);
        var lone = _lone.Count;
        var value = JsonString.Read(_line, inside, _lone);
        if (_lone.Count > lone) Report("lone-surrogate", $"The field {name} holds a lone surrogate, which is no character.");
        return value;
    }

    /// <summary>The range between the quotation marks of the string at hand.</summary>
    private TextSpan Inside(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var start = CharacterAt(reader.TokenStartIndex + 1, utf8);
        return new TextSpan(start, CharacterAt(reader.TokenStartIndex + 1 + reader.ValueSpan.Length, utf8));
    }

    /// <summary>The number of code units before a byte; asked for from front to back.</summary>
    private int CharacterAt(long position, ReadOnlySpan<byte> utf8)
    {
        _characters += Encoding.UTF8.GetCharCount(utf8[_bytes..(int)position]);
        _bytes = (int)position;
        return _characters;
    }

    private void Report(string code, string message) => Fault ??= (code, message);

    private static string NameOf(JsonTokenType token) => token switch
    {
        JsonTokenType.True or JsonTokenType.False => "boolean",
        JsonTokenType.StartArray => "list",
        JsonTokenType.StartObject => "object",
        _ => token.ToString().ToLowerInvariant(),
    };
}
