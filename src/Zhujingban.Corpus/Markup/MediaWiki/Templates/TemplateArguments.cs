using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Templates;

/// <summary>An argument of a template.</summary>
/// <param name="Name">The node of its name; 0 when it has none.</param>
/// <param name="Number">Without a name: its number among its like, from 1.</param>
/// <param name="Value">The node of its value.</param>
internal readonly record struct TemplateArgument(int Name, int Number, int Value)
{
    public bool Named => Name != 0;
}

/// <summary>The arguments of a template in source order, read from the tree one after another.</summary>
internal struct TemplateArguments(WikiTree tree, int template)
{
    private int _next = tree[tree[template].FirstChild].NextSibling;
    private int _counted;

    public TemplateArgument Current { get; private set; }

    /// <summary>How many there are, counted anew.</summary>
    public readonly int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in this) count++;
            return count;
        }
    }

    public readonly TemplateArguments GetEnumerator() => this;

    /// <summary>The value of the argument at an index from 0, named or not; 0 when there are not so many.</summary>
    public readonly int ValueAt(int index)
    {
        if (index < 0) return 0;
        foreach (var argument in this)
        {
            if (index-- == 0) return argument.Value;
        }

        return 0;
    }

    public bool MoveNext()
    {
        if (_next == 0) return false;
        var child = tree[_next].FirstChild;
        Current = tree[child].Kind == NodeKind.ArgumentName
            ? new TemplateArgument(child, 0, tree[child].NextSibling)
            : new TemplateArgument(0, ++_counted, child);
        _next = tree[_next].NextSibling;
        return true;
    }
}
