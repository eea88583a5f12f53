using System.Buffers;

namespace Zhujingban.Corpus.Structure;

/// <summary>Tells the names of offices that issue and receive documents.</summary>
internal static class Organs
{
    private const int LongestName = 60;
    private const int LongestSeal = 6;

    /// <summary>What stands in no name and between none: most lines that are asked about are sentences.</summary>
    private static readonly SearchValues<char> OfSentences = SearchValues.Create("。；：！？;:!?");

    private static readonly string[] Endings = WordList.Load("organ-endings.txt");

    /// <summary>True when a text ends as the name of an office does.</summary>
    public static bool EndsAsOrgan(ReadOnlySpan<char> text) => Endings.EndOf(text) is not null;

    /// <summary>True for the name of an office: a short run of letters that ends as such names do.</summary>
    public static bool IsOrgan(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is < 2 or > LongestName || text[0] is '（' or '(' || !EndsAsOrgan(text)) return false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('（' or '）' or '(' or ')' or '·' or '“' or '”')) return false;
        }

        return true;
    }

    /// <summary>The names in a list of offices, joined as 、, ， or white space join them; none when one of them is no office.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        text = WithoutSeal(text);
        if (text.AsSpan().ContainsAny(OfSentences)) return [];
        var names = text.Split(['、', '，', ',', ' ', '\u3000', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (names.All(name => IsOrgan(name))) return names;
        // 国 务 院 is spaced out to fill the line.
        var closed = LetterSpacing.Close(text);
        return IsOrgan(closed) ? [closed] : [];
    }

    /// <summary>A name without （公章） or （盖章）, which copies write where the seal stands.</summary>
    public static string WithoutSeal(string name)
    {
        name = name.Trim();
        return name[..(name.Length - SealLength(name))].TrimEnd();
    }

    /// <summary>The length of （公章） at the end of a text; 0 when it ends with none.</summary>
    public static int SealLength(ReadOnlySpan<char> text)
    {
        if (text is not [.., '章' or '印', '）' or ')']) return 0;
        var last = text[^Math.Min(text.Length, LongestSeal)..];
        var open = last.LastIndexOfAny('（', '(');
        return open < 0 ? 0 : last.Length - open;
    }
}
