using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// The rules of this folder are written in simplified characters. A text in traditional ones is read in its simplified form, character
/// by character, so that every place stays where it is. Nobody reads that form: what is told of a document is told as it is written
/// (<see cref="WrittenText"/>).
/// </summary>
internal static class ScriptOfRules
{
    private static readonly char[] Simplified = Load();

    /// <summary>What only a text in traditional characters writes so (<c>script-of-rules.tsv</c>).</summary>
    private static readonly char[] OfTraditional = LoadOwn();

    /// <summary>Titles and names are asked about between.</summary>
    private const int ShortestDocument = 200;

    /// <summary>The last text that turned out to have no traditional character: one document is asked about many times.</summary>
    [ThreadStatic]
    private static string? _plain;

    /// <summary>A character in the script of the rules.</summary>
    public static char Of(char character) => OfTraditional[character];

    /// <summary>The text in the characters of the rules: as long as the text, and the same object where it has no traditional character.</summary>
    public static string Of(string text)
    {
        if (ReferenceEquals(text, _plain)) return text;
        foreach (var c in text)
        {
            if (Simplified[c] != c) return Convert(text);
        }

        if (text.Length > ShortestDocument) _plain = text;
        return text;
    }

    private static string Convert(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = OfTraditional[source[i]];
    });

    private static char[] Load()
    {
        var characters = new char[char.MaxValue + 1];
        for (var c = 0; c < characters.Length; c++) characters[c] = (char)c;
        foreach (var (traditional, forms) in TraditionalCharacters.All)
        {
            if (traditional is [var from] && forms[0] is [var to]) characters[from] = to;
        }

        return characters;
    }

    private static char[] LoadOwn()
    {
        var characters = Simplified.ToArray();
        foreach (var (from, to) in TraditionalCharacters.Lines("script-of-rules.tsv")) characters[from[0]] = to[0];
        return characters;
    }
}
