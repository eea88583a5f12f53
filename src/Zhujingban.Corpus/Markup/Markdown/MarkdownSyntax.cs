using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>What Markdig is asked to read: CommonMark, and of its extensions those that pandoc writes.</summary>
internal static class MarkdownSyntax
{
    /// <summary>
    /// How deep Markdig may nest. Every delimiter that is still open when a paragraph ends is a level, so 64 bold phrases in
    /// one paragraph would exceed Markdig's own limit. <see cref="MarkdownPreparation"/> keeps documents far below this one.
    /// </summary>
    private const int MaximumNestingDepth = 20_000;

    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    /// <summary>The syntax tree of a text that has been prepared; null when Markdig refuses it.</summary>
    public static MarkdownDocument? Parse(string prepared)
    {
        try
        {
            return Markdig.Markdown.Parse(prepared, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to a tree that is too deep.
            return null;
        }
    }

    // Subscripts (~) and superscripts (^) stay text: 10~20 and 2^n are commoner than both in Chinese pages.
    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = MaximumNestingDepth };
        return builder
            .UseYamlFrontMatter()
            .UsePipeTables()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .Build();
    }
}
