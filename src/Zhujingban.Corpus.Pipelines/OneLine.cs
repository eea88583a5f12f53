using System.Globalization;
using System.Text;

namespace Zhujingban.Corpus.Pipelines;

/// <summary>Brings text from outside into a message that stays one line and cannot steer a terminal.</summary>
public static class OneLine
{
    private const int Longest = 80;

    /// <summary>The text in quotes, its control characters escaped, shortened when it is long.</summary>
    public static string Quote(string text)
    {
        var cut = text.Length > Longest;
        return $"\"{Escape(cut ? text[..Longest] : text)}{(cut ? "…" : "")}\"";
    }

    /// <summary>The text with what would break the line, hide or turn the writing's direction escaped.</summary>
    public static string Escape(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var hidden = char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || IsNoncharacter(c);
            if (hidden) line.Append($"\\u{(int)c:x4}");
            else line.Append(c);
        }

        return line.ToString();
    }

    /// <summary>Code points that are no characters have no width, and what draws tables may refuse them.</summary>
    private static bool IsNoncharacter(char c) => c is (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';
}
