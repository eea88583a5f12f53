using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// Reads Markdown as pandoc writes it: Markdig parses, and every piece of its tree is followed back to the source. What this
/// dialect adds is written down in <c>Dialect.md</c> beside this file.
/// </summary>
public sealed class MarkdownFormat : IMarkupFormat
{
    /// <inheritdoc/>
    public SourceFormat Format => SourceFormat.Markdown;

    /// <inheritdoc/>
    public Document Read(SourceText source, MarkupOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var preparation = MarkdownPreparation.Of(source.Text);
        if (MarkdownSyntax.Parse(preparation.Main) is not { } tree)
        {
            return ReadLines(source, options, "markup-limit", "The page nests deeper than can be parsed; it is read line by line.");
        }

        return new MarkdownReader(preparation, tree).Read(source, options.Id) is { } document
            ? WithTitle(document, options.Title ?? FrontMatter.TitleOf(tree, source.Text))
            : ReadLines(source, options, "unplaced-markup", "The places of the page's parts contradict each other; it is read line by line.");
    }

    /// <summary>The title is the given one, else the only level-1 heading when it stands on top; the heading may be the given one.</summary>
    private static Document WithTitle(Document document, string? title)
    {
        var top = document.Blocks.Count > 0 && document.Blocks[0] is { Kind: BlockKind.Heading, Level: 1 } first ? first : null;
        var isAlone = document.Blocks.Count(block => block is { Kind: BlockKind.Heading, Level: 1 }) == 1;
        if (top is null || !isAlone) return document with { Title = title };
        var heading = top.Span.Of(document.Text.Text);
        return title is null || title == heading
            ? document with { Title = heading, TitleSpan = top.Span }
            : document with { Title = title };
    }

    /// <summary>What is left when the markup cannot be parsed: every line is a paragraph, with its marks.</summary>
    private static Document ReadLines(SourceText source, MarkupOptions options, string code, string message)
    {
        var writer = new MarkdownWriter(source.Text, []);
        var blocks = new List<Block>();
        for (var at = 0; at < source.Text.Length;)
        {
            var length = source.Text.AsSpan(at).IndexOfAny('\n', '\r');
            var end = length < 0 ? source.Text.Length : at + length;
            writer.BeginBlock();
            if (end > at) writer.CopyVisible(new TextSpan(at, end));
            if (writer.EndBlock() is { } span) blocks.Add(new Block(BlockKind.Paragraph, span));
            at = end + 1;
        }

        var text = writer.Build();
        return new Document(options.Id, source, SourceFormat.Markdown, text)
        {
            Title = options.Title,
            Blocks = blocks,
            Dropped = MarkdownDrops.Between(source.Text, text, []) ?? [],
            Diagnostics = [new Diagnostic(code, DiagnosticSeverity.Warning, message)],
        };
    }
}
