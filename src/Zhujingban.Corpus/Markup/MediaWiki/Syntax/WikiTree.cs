using System.Buffers;
using System.Text;

namespace Zhujingban.Corpus.Markup.MediaWiki.Syntax;

/// <summary>
/// The lossless syntax tree of a page: every character belongs to exactly one node, either to a leaf or, as a delimiter, to
/// the node around it, so printing the tree gives the source back. The node array is pooled; dispose the tree to return it.
/// </summary>
/// <param name="source">The page's wikitext.</param>
internal sealed class WikiTree(string source) : IDisposable
{
    private WikiNode[] _nodes = ArrayPool<WikiNode>.Shared.Rent(Math.Max(256, source.Length / 12));

    public string Source { get; } = source;

    public int Count { get; private set; }

    public ref WikiNode this[int node] => ref _nodes[node];

    /// <summary>Makes a node; what is not given is zero.</summary>
    public int Add(NodeKind kind, int start, int end)
    {
        if (Count == _nodes.Length) Grow();
        _nodes[Count] = new WikiNode { Kind = kind, Start = start, End = end, Mark = -1 };
        return Count++;
    }

    public void Append(ref ChildList list, int node)
    {
        _nodes[node].NextSibling = 0;
        if (list.First == 0) list.First = node;
        else _nodes[list.Last].NextSibling = node;
        list.Last = node;
    }

    /// <summary>Moves the children of <paramref name="more"/> behind those of <paramref name="list"/>.</summary>
    public void Join(ref ChildList list, ChildList more)
    {
        if (more.First == 0) return;
        if (list.First == 0) list.First = more.First;
        else _nodes[list.Last].NextSibling = more.First;
        list.Last = more.Last;
    }

    /// <summary>Appends characters that are themselves, to the last node where that ends here.</summary>
    public void AppendText(ref ChildList list, int start, int end)
    {
        if (start >= end) return;
        if (list.First != 0 && _nodes[list.Last] is { Kind: NodeKind.Text } last && last.End == start) _nodes[list.Last].End = end;
        else Append(ref list, Add(NodeKind.Text, start, end));
    }

    public ReadOnlySpan<char> TextOf(int node) => Source.AsSpan(_nodes[node].Start, _nodes[node].End - _nodes[node].Start);

    /// <summary>A node's characters that no child covers.</summary>
    public ReadOnlySpan<char> OwnTextOf(int node)
    {
        var child = _nodes[node].FirstChild;
        if (child == 0) return TextOf(node);
        var own = new StringBuilder();
        var at = _nodes[node].Start;
        for (; child != 0; child = _nodes[child].NextSibling)
        {
            own.Append(Source, at, _nodes[child].Start - at);
            at = _nodes[child].End;
        }

        return own.Append(Source, at, _nodes[node].End - at).ToString();
    }

    /// <summary>Writes the tree's own characters and its children's, in the tree's order.</summary>
    public string Print()
    {
        var text = new StringBuilder(Source.Length);
        var open = new Stack<(int Next, int At, int End)>();
        open.Push((_nodes[0].FirstChild, 0, _nodes[0].End));
        while (open.TryPop(out var frame))
        {
            if (frame.Next == 0)
            {
                text.Append(Source, frame.At, frame.End - frame.At);
                continue;
            }

            ref var child = ref _nodes[frame.Next];
            text.Append(Source, frame.At, child.Start - frame.At);
            open.Push((child.NextSibling, child.End, frame.End));
            open.Push((child.FirstChild, child.Start, child.End));
        }

        return text.ToString();
    }

    public void Dispose()
    {
        ArrayPool<WikiNode>.Shared.Return(_nodes);
        _nodes = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<WikiNode>.Shared.Rent(_nodes.Length * 2);
        Array.Copy(_nodes, larger, Count);
        ArrayPool<WikiNode>.Shared.Return(_nodes);
        _nodes = larger;
    }
}
