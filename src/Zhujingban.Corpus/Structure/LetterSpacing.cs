using System.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>Closes letter-spaced headings and rejoins broken ones: <c>总　　则</c>, <c>几 个 问 题 的 通 知</c>.</summary>
internal static class LetterSpacing
{
    private const int MostBlanks = 4;

    /// <summary>The text without white space where it only spaces characters out or breaks a line; else it is one space.</summary>
    public static string Close(string text)
    {
        if (!text.Any(char.IsWhiteSpace)) return text;
        var joined = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;
            var spaced = words.Count(word => word.Length == 1) * 2 > words.Length;
            var needsSpace = joined.Length > 0 && IsNarrow(joined[^1]) && IsNarrow(words[0][0]);
            if (needsSpace) joined.Append(' ');
            joined.Append(string.Join(spaced ? "" : " ", words));
        }

        return joined.ToString();
    }

    /// <summary>The length of a name at the start of a text, also with blanks between its letters (国 务 院 工 作 规 则); 0 where it does not stand there.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, string name)
    {
        if (text.StartsWith(name)) return name.Length;
        if (text.Length < name.Length || text[0] != name[0] || !char.IsWhiteSpace(text[1])) return 0;
        var (end, letter, blanks) = (0, 0, 0);
        for (; end < text.Length && letter < name.Length; end++)
        {
            var isBlank = char.IsWhiteSpace(text[end]);
            if (isBlank ? ++blanks > MostBlanks || text[end] == '\n' : text[end] != name[letter]) return 0;
            if (!isBlank) (letter, blanks) = (letter + 1, 0);
        }

        return letter == name.Length ? end : 0;
    }

    private static bool IsNarrow(char c) => c < 0x2E80 && char.IsLetterOrDigit(c);
}
