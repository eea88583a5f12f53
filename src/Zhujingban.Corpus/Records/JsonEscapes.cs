namespace Zhujingban.Corpus.Records;

/// <summary>Mends what JSON's grammar lets through and no text can hold.</summary>
public static class JsonEscapes
{
    /// <summary>
    /// Replaces, in place, each <c>\uD800</c>…<c>\uDFFF</c> escape that is not half of a pair by <c>\uFFFD</c>, as scrapers that
    /// cut text inside a character leave them; parsers refuse the whole line otherwise.
    /// </summary>
    /// <param name="json">One JSON text in UTF-8.</param>
    /// <returns>How many were replaced.</returns>
    public static int ReplaceLoneSurrogates(Span<byte> json)
    {
        var replaced = 0;
        for (var i = 0; i < json.Length;)
        {
            var next = json[i..].IndexOf((byte)'\\');
            if (next < 0) break;
            i += next;
            var unit = CodeUnitAt(json, i);
            if (unit is >= 0xD800 and < 0xDC00 && CodeUnitAt(json, i + 6) is >= 0xDC00 and < 0xE000)
            {
                i += 12;
            }
            else if (unit is >= 0xD800 and < 0xE000)
            {
                "\\uFFFD"u8.CopyTo(json[i..]);
                replaced++;
                i += 6;
            }
            else
            {
                i += 2;
            }
        }

        return replaced;
    }

    /// <summary>The code unit of a <c>\uXXXX</c> escape that begins at <paramref name="at"/>, or -1.</summary>
    private static int CodeUnitAt(ReadOnlySpan<byte> json, int at)
    {
        if (at + 6 > json.Length || json[at] != '\\' || json[at + 1] != 'u') return -1;
        var unit = 0;
        foreach (var digit in json.Slice(at + 2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit)) return -1;
            unit = unit << 4 | Convert.ToInt32(((char)digit).ToString(), 16);
        }

        return unit;
    }
}
