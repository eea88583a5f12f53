using System.Text;
using Zhujingban.Corpus.Markup.MediaWiki.Site;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>What a link leads to.</summary>
internal enum LinkKind : byte
{
    Page,
    Category,
    Language,
    Interwiki,
    File,
    External,
    Redirect,
}

/// <summary>A link of the tree as its page would read it.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Target">The page's title or the address.</param>
internal readonly record struct LinkReading(LinkKind Kind, string Target)
{
    private static readonly string[] Names = ["page", "category", "language", "interwiki", "file", "external", "redirect"];

    public static string NameOf(LinkKind kind) => Names[(int)kind];

    public static LinkReading Of(RenderContext context, int node)
    {
        var tree = context.Tree;
        if (tree[node].Kind == NodeKind.ExternalLink) return new LinkReading(LinkKind.External, Address(tree, node, tree[node].Start + 1, tree[node].Mark));
        if (tree[node].Kind == NodeKind.BareUrl) return new LinkReading(LinkKind.External, Address(tree, node, tree[node].Start, tree[node].End));
        var target = LinkTitle.Decode(context.Names.Get(tree.TextOf(tree[node].FirstChild).Trim()));
        if (tree[node].Kind == NodeKind.File) return new LinkReading(LinkKind.File, target);
        if (target.StartsWith(':'))
        {
            target = target[1..].TrimStart();
            return new LinkReading(Interwiki.IsPrefixed(target) ? LinkKind.Interwiki : LinkKind.Page, target);
        }

        var colon = target.IndexOf(':');
        if (colon < 0) return new LinkReading(LinkKind.Page, target);
        if (Namespaces.Find(target.AsSpan(0, colon)) is var found && found == Namespace.Category) return new LinkReading(LinkKind.Category, target[(colon + 1)..].Trim());
        if (found != Namespace.Main || !Interwiki.IsPrefixed(target)) return new LinkReading(LinkKind.Page, target);
        return new LinkReading(Interwiki.IsLanguage(target) ? LinkKind.Language : LinkKind.Interwiki, target);
    }

    /// <summary>An address as it leads: without comments, character references read.</summary>
    private static string Address(WikiTree tree, int node, int start, int end)
    {
        var address = new StringBuilder(end - start);
        for (var child = tree[node].FirstChild; child != 0 && tree[child].Start < end; child = tree[child].NextSibling)
        {
            if (tree[child].Kind != NodeKind.Comment) continue;
            address.Append(tree.Source, start, tree[child].Start - start);
            start = tree[child].End;
        }

        return Entities.DecodeAll(address.Append(tree.Source, start, end - start).ToString());
    }

    /// <summary>True for a link that stands beside the page's text: a category, another language.</summary>
    public static bool StandsBeside(RenderContext context, int node, out LinkKind kind)
    {
        kind = context.Tree.TextOf(context.Tree[node].FirstChild).Contains(':') ? Of(context, node).Kind : LinkKind.Page;
        return kind is LinkKind.Category or LinkKind.Language;
    }

    /// <summary>What an empty text behind a pipe stands for: the title without namespace and bracketed addition.</summary>
    public static string PipeTrick(string target)
    {
        var colon = target.IndexOf(':');
        var title = colon >= 0 && colon < target.Length - 1 ? target[(colon + 1)..] : target;
        var bracket = title.AsSpan().LastIndexOfAny("(（");
        return bracket > 0 && title[^1] is ')' or '）' ? title[..bracket].TrimEnd() : title;
    }
}
