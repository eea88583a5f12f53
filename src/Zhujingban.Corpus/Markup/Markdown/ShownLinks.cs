using Markdig.Syntax.Inlines;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>The links of a page with what is shown of them, and the categories that they put it in.</summary>
/// <param name="places">Where inlines stand.</param>
/// <param name="reasons">What is left out for a reason of its own: takes the images and the categories.</param>
internal sealed class ShownLinks(MarkdownPlaces places, List<Drop> reasons)
{
    private readonly Stack<(Inline Link, int TextStart)> _open = new();

    /// <summary>The links, each with the range of the written text that is shown of it.</summary>
    private readonly List<(Link Link, TextSpan Shown)> _links = [];

    /// <summary>The categories.</summary>
    public List<Category> Categories { get; } = [];

    /// <summary>How many links there are so far.</summary>
    public int Count => _links.Count;

    /// <summary>The links in the order of the source.</summary>
    /// <param name="text">The text of the document.</param>
    public IReadOnlyList<Link> Of(string text) => [.. _links.OrderBy(link => link.Link.Spans[0]).Select(link => WithText(link.Link, link.Shown, text))];

    /// <summary>Gives the links from one on what another text than the document's shows of them.</summary>
    public void Show(int first, string text)
    {
        for (var i = first; i < _links.Count; i++) _links[i] = (WithText(_links[i].Link, _links[i].Shown, text), default);
    }

    /// <summary>Begins a link. False for one that no text is written of.</summary>
    /// <param name="link">The link.</param>
    /// <param name="textStart">How much is written before it.</param>
    /// <param name="captions">True when the text that stands for an image is written.</param>
    public bool Enter(LinkInline link, int textStart, bool captions)
    {
        if (link.IsImage && !captions)
        {
            reasons.Add(new Drop(DropReason.File, places.Of(link)));
            _links.Add((new Link("file", places.AddressOf(link), LinkTexts.Plain(link), [places.Of(link)]), default));
            return false;
        }

        var (kind, target) = Classify(link);
        if (MarkdownLinks.CategoryOf(kind, target, LinkTexts.Plain(link)) is { } category)
        {
            reasons.Add(new Drop(DropReason.Category, places.Of(link)));
            Categories.Add(new Category(category, null, [places.Of(link)]));
            return false;
        }

        _open.Push((link, textStart));
        return true;
    }

    /// <summary>Ends the link that was begun last, when an inline is that link.</summary>
    /// <param name="node">The inline.</param>
    /// <param name="textEnd">How much is written by now.</param>
    public void Leave(Inline node, int textEnd)
    {
        if (_open.Count == 0 || _open.Peek().Link != node) return;
        var start = _open.Pop().TextStart;
        var link = (LinkInline)node;
        var (kind, target) = Classify(link);
        _links.Add((new Link(kind, target, "", [places.Of(link)]), new TextSpan(start, textEnd)));
    }

    /// <summary>Adds an address that is a link by itself.</summary>
    /// <param name="autolink">The address.</param>
    /// <param name="shown">What is written of it.</param>
    public void Add(AutolinkInline autolink, TextSpan shown)
    {
        var target = autolink.IsEmail ? $"mailto:{autolink.Url}" : autolink.Url;
        _links.Add((new Link("external", target, "", [places.Of(autolink)]), shown));
    }

    private (string Kind, string Target) Classify(LinkInline link) =>
        link.IsImage ? ("file", places.AddressOf(link)) : MarkdownLinks.Classify(places.AddressOf(link), link.Title);

    private static Link WithText(Link link, TextSpan shown, string text) =>
        shown.IsEmpty ? link : link with { Text = shown.Of(text).Trim() };
}
