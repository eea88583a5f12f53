using System.Globalization;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Markup.Records;

/// <summary>The inside of a JSON string as text: copied, its escapes replaced. Escapes that stand side by side are one run.</summary>
internal static class JsonString
{
    private const int UnitLength = 6;

    /// <summary>Appends a string to a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="json">The JSON, which a parser has found to be well-formed.</param>
    /// <param name="inside">The range between the quotation marks.</param>
    /// <param name="lone">Takes the places of escapes that are half a character; each is read as U+FFFD.</param>
    public static void Append(MappedTextBuilder text, string json, TextSpan inside, List<TextSpan> lone)
    {
        for (var at = inside.Start; at < inside.End;)
        {
            var next = json.AsSpan(at, inside.End - at).IndexOf('\\');
            var end = next < 0 ? inside.End : at + next;
            text.Copy(json, new TextSpan(at, end));
            at = AppendEscapes(text, json, new TextSpan(end, inside.End), lone);
        }
    }

    /// <summary>The string as it reads, without its places.</summary>
    public static string Read(string json, TextSpan inside, List<TextSpan> lone)
    {
        if (!json.AsSpan(inside.Start, inside.Length).Contains('\\')) return inside.Of(json);
        var text = new MappedTextBuilder(inside.Length);
        Append(text, json, inside, lone);
        return text.Build().Text;
    }

    private static int AppendEscapes(MappedTextBuilder text, string json, TextSpan rest, List<TextSpan> lone)
    {
        var read = new System.Text.StringBuilder();
        var at = rest.Start;
        while (at < rest.End && json[at] == '\\')
        {
            var length = json[at + 1] == 'u' ? UnitLength : 2;
            var unit = UnitAt(json, at);
            if (char.IsHighSurrogate(unit) && at + (2 * UnitLength) <= rest.End && json[at + UnitLength] == '\\'
                && json[at + UnitLength + 1] == 'u' && UnitAt(json, at + UnitLength) is var low && char.IsLowSurrogate(low))
            {
                read.Append(unit).Append(low);
                length = 2 * UnitLength;
            }
            else
            {
                if (char.IsSurrogate(unit)) lone.Add(TextSpan.At(at, length));
                read.Append(char.IsSurrogate(unit) ? '\uFFFD' : unit);
            }

            at += length;
        }

        if (at > rest.Start) text.Replace(new TextSpan(rest.Start, at), read.ToString());
        return at;
    }

    private static char UnitAt(string json, int at) => json[at + 1] switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        'u' => (char)ushort.Parse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        var itself => itself,
    };
}
