using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>The YAML block at the top of a page. Only its title is read; the block stands in no text.</summary>
internal static class FrontMatter
{
    /// <summary>The title that the front matter gives, or null.</summary>
    public static string? TitleOf(MarkdownDocument tree, string source)
    {
        if (tree.Count == 0 || tree[0] is not YamlFrontMatterBlock block) return null;
        foreach (var line in source.AsSpan(block.Span.Start..Math.Min(source.Length, block.Span.End + 1)).EnumerateLines())
        {
            if (!line.StartsWith("title:")) continue;
            var value = line["title:".Length..].Trim();
            if (value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0]) value = value[1..^1];
            return value.IsEmpty || value[0] is '|' or '>' ? null : value.ToString();
        }

        return null;
    }
}
