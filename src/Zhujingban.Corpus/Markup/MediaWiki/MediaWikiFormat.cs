using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Rendering;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Markup.MediaWiki;

/// <summary>MediaWiki wikitext as zh.wikipedia writes it. GRAMMAR.md describes the syntax tree behind it.</summary>
public sealed class MediaWikiFormat : IMarkupFormat
{
    /// <inheritdoc/>
    public SourceFormat Format => SourceFormat.MediaWiki;

    /// <inheritdoc/>
    public Document Read(SourceText source, MarkupOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        using var tree = WikiParser.Parse(source.Text, out var syntax);
        var context = new RenderContext(tree, options.Title, VariantOf(options.Variant, out var unknownVariant));
        using var text = new PageText(source.Text) { Conversion = context.Conversion.Running };
        new FlowRenderer(context, text).RenderChildren(0);
        text.Finish(source.Text.Length);
        var data = new PageData(context);
        data.Collect();
        var mapped = text.Build();
        return new Document(options.Id, source, SourceFormat.MediaWiki, mapped)
        {
            Title = options.Title,
            Blocks = text.Blocks,
            Infoboxes = data.Infoboxes,
            Tables = text.Tables.Finish(source.Text.Length),
            Templates = data.Templates,
            Links = data.Links,
            Categories = data.Categories,
            References = data.References,
            Dropped = text.Dropped(),
            Diagnostics = [.. unknownVariant, .. syntax, .. context.Diagnostics()],
        };
    }

    private static ChineseVariant? VariantOf(string? code, out IReadOnlyList<Diagnostic> unknown)
    {
        unknown = [];
        if (string.IsNullOrWhiteSpace(code)) return null;
        if (ChineseVariants.TryParse(code.Trim(), out var variant)) return variant;
        unknown = [new Diagnostic("unknown-variant", DiagnosticSeverity.Warning, $"{code} is no variant of Chinese; the text keeps its script.")];
        return null;
    }
}
