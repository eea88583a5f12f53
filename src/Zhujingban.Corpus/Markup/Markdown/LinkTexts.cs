using System.Text;
using Markdig.Syntax.Inlines;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>What links and images show.</summary>
internal static class LinkTexts
{
    /// <summary>The text of a link or image without its marks.</summary>
    public static string Plain(LinkInline link)
    {
        if (link.FirstChild is null) return "";
        if (link.FirstChild is LiteralInline { NextSibling: null } only) return only.Content.ToString();
        var text = new StringBuilder();
        for (Inline? node = link.FirstChild; node is not null;)
        {
            if (node is LiteralInline literal) text.Append(literal.Content.AsSpan());
            else if (node is CodeInline code) text.Append(code.Content);
            else if (node is HtmlEntityInline entity) text.Append(entity.Transcoded.AsSpan());
            if (node is ContainerInline { FirstChild: { } inside })
            {
                node = inside;
                continue;
            }

            while (node!.NextSibling is null && node.Parent is { } parent && parent != link) node = parent;
            node = node.NextSibling;
        }

        return text.ToString();
    }

    /// <summary>True when the inlines are one image and nothing else, linked or not: a figure.</summary>
    public static bool IsFigure(ContainerInline? root)
    {
        while (root is { FirstChild: LinkInline link } && IsHidden(link.NextSibling))
        {
            if (link.IsImage) return true;
            root = link;
        }

        return false;
    }

    /// <summary>True for nothing, or for what the preparation wrote over the attributes behind an image.</summary>
    private static bool IsHidden(Inline? inline) =>
        inline is null
        || (inline is LiteralInline { NextSibling: null } literal && !literal.Content.AsSpan().ContainsAnyExcept(MarkdownPreparation.Filler));
}
