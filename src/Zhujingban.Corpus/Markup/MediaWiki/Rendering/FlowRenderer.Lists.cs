using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Lists of wikitext and of HTML.</summary>
internal sealed partial class FlowRenderer
{
    private readonly List<HtmlList> _htmlLists = [];

    /// <summary>The list that the flow is in; null until its first item.</summary>
    private ListCounter? _lists;

    /// <summary>Line breaks behind the last item; -1 when something else came.</summary>
    private int _breaksSinceItem = -1;

    private struct HtmlList
    {
        public bool Ordered;
        public int Count;
    }

    private void RenderListItem(int node)
    {
        ref var item = ref _tree[node];
        var marks = _tree.Source.AsSpan(item.Start, item.Mark - item.Start);
        _lists ??= new ListCounter();
        var number = _lists.Next(marks, _breaksSinceItem >= 0);
        var level = marks.Length + _htmlLists.Count;
        var phrase = marks.IndexOfAnyExcept(':') < 0 || IsRedirect(node);
        RenderBlock(node, phrase
            ? BlockSpec.Paragraph
            : new BlockSpec(BlockKind.ListItem, level, marks[^1] == '#' ? ListCounter.NumberOf(number) : null));
    }

    private bool IsRedirect(int node) => context.Redirect > _tree[node].Start && context.Redirect < _tree[node].End;

    /// <summary>Follows what stands between items: more than one line break, or anything else, ends a list.</summary>
    private void FollowList(NodeKind kind)
    {
        if (kind == NodeKind.ListItem) _breaksSinceItem = 0;
        else if (kind == NodeKind.Newline && _breaksSinceItem == 0) _breaksSinceItem = 1;
        else if (kind is not (NodeKind.Comment or NodeKind.BlankedLine)) _breaksSinceItem = -1;
    }

    private void OpenHtmlList(bool ordered)
    {
        text.EndBlock();
        _htmlLists.Add(new HtmlList { Ordered = ordered });
    }

    private void CloseHtmlList()
    {
        text.EndBlock();
        if (_htmlLists.Count > 0) _htmlLists.RemoveAt(_htmlLists.Count - 1);
        if (text.RowDepth == 0) text.Spec = BlockSpec.Paragraph;
    }

    private void OpenHtmlItem()
    {
        text.EndBlock();
        if (text.RowDepth > 0) return;
        var list = _htmlLists.Count == 0 ? default : _htmlLists[^1];
        list.Count++;
        if (_htmlLists.Count > 0) _htmlLists[^1] = list;
        text.Spec = new BlockSpec(BlockKind.ListItem, Math.Max(_htmlLists.Count, 1), list.Ordered ? ListCounter.NumberOf(list.Count) : null);
    }

    private void CloseHtmlItem()
    {
        text.EndBlock();
        if (text.RowDepth == 0) text.Spec = BlockSpec.Paragraph;
    }
}
