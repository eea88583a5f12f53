using Markdig.Syntax;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>A container on the way through the tree.</summary>
/// <param name="container">The container.</param>
/// <param name="item">The innermost item around its content, or null.</param>
internal sealed class MarkdownFrame(ContainerBlock container, MarkdownItem? item)
{
    public ContainerBlock Container { get; } = container;

    public MarkdownItem? Item { get; } = item;

    /// <summary>The number of the block that comes next.</summary>
    public int Next { get; set; }
}

/// <summary>An item of a list.</summary>
/// <param name="parent">The item around it, or null.</param>
/// <param name="num">Its counted number, or null.</param>
internal sealed class MarkdownItem(MarkdownItem? parent, string? num)
{
    private bool _isTaken;

    /// <summary>Its depth, from 1.</summary>
    public int Depth { get; } = (parent?.Depth ?? 0) + 1;

    /// <summary>Its counted number, or null.</summary>
    public string? Num { get; } = num;

    /// <summary>True when it, or an item inside, holds text.</summary>
    public bool HasText { get; private set; }

    /// <summary>Takes note that text stands in it. True for the first: that text is the item's own.</summary>
    public bool TakeText()
    {
        var isFirst = !_isTaken;
        _isTaken = true;
        for (var item = this; item is { HasText: false }; item = item.Outer) item.HasText = true;
        return isFirst;
    }

    private MarkdownItem? Outer { get; } = parent;
}
