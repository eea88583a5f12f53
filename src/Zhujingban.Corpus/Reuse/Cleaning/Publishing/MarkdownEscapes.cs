using System.Buffers;
using System.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning.Publishing;

/// <summary>Takes the meaning from what Markdown would read as markup.</summary>
internal static class MarkdownEscapes
{
    /// <summary>What has a meaning anywhere in a line: escapes, code, emphasis, links, tags, entities, attributes, tables, headings' ends.</summary>
    private static readonly SearchValues<char> Anywhere = SearchValues.Create("\\`*_[]<>&{}|~#");

    /// <summary>What has a meaning at the start of a line: items, rules, underlinings, quotes, definitions, fences, captions.</summary>
    private static readonly SearchValues<char> AtStart = SearchValues.Create("+-=:.%^");

    /// <summary>What begins the caption of a table.</summary>
    private const string Caption = "Table:";

    /// <summary>A line of text as Markdown that reads back as it.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var caption = text.StartsWith(Caption, StringComparison.OrdinalIgnoreCase) ? Caption.Length - 1 : -1;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        for (var i = 0; i < text.Length; i++)
        {
            var isItem = i > 0 && i == digits && text[i] is '.' or ')';
            if (Anywhere.Contains(text[i]) || isItem || i == caption || (i == 0 && AtStart.Contains(text[i]))) escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }
}
