using System.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>Closes letter-spaced headings and rejoins broken ones: <c>总　　则</c>, <c>几 个 问 题 的 通 知</c>.</summary>
internal static class LetterSpacing
{
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

    private static bool IsNarrow(char c) => c < 0x2E80 && char.IsLetterOrDigit(c);
}
