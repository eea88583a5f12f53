using System.Collections.Frozen;
using System.Net;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Html;

/// <summary>Reads a page that cannot be parsed in time: its text between the tags, a line wherever a block begins or ends.</summary>
internal static class HtmlTagStripper
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = HtmlTags.Blocks.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RawText = HtmlTags.RawText.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes the page's lines.</summary>
    public static void Read(string text, RenderedPage page)
    {
        var writer = new PageWriter(page);
        var tags = new HtmlTagScanner(text);
        var isRaw = false;
        while (true)
        {
            var isTag = tags.Next();
            if (!isRaw) writer.Write(WebUtility.HtmlDecode(text[tags.TextStart..tags.TextEnd]));
            if (!isTag) break;
            isRaw = !tags.IsEnd && RawText.Contains(tags.Name);
            if (Blocks.Contains(tags.Name) || tags.Name.Equals("br", StringComparison.OrdinalIgnoreCase)) writer.EndLine();
        }

        writer.EndLine();
    }
}
