using System.Buffers;
using System.Globalization;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Links, files and addresses.</summary>
internal sealed partial class FlowRenderer
{
    private static readonly SearchValues<char> NotInAddress = SearchValues.Create("[]<>\"| \n\t");

    private void RenderLink(int node)
    {
        var target = _tree[node].FirstChild;
        if (LinkReading.StandsBeside(context, node, out var kind))
        {
            text.Drop(_tree[node].Start, _tree[node].End, kind == LinkKind.Category ? DropReason.Category : DropReason.Navigation);
            return;
        }

        var shown = _tree[target].NextSibling;
        if (shown == 0) RenderTarget(target);
        else if (_tree[shown].Start == _tree[shown].End) text.Replace(_tree[target].Start, _tree[target].End, LinkReading.PipeTrick(LinkReading.Of(context, node).Target));
        else RenderChildren(shown);
        text.DropTo(_tree[node].End, DropReason.Markup);
    }

    /// <summary>A target that is its own text: without its leading colon, escapes read.</summary>
    private void RenderTarget(int target)
    {
        var written = _tree.TextOf(target);
        var lead = written.Length - written.TrimStart(" \t").Length;
        if (lead < written.Length && written[lead] == ':') lead += 1 + (written.Length - lead - 1 - written[(lead + 1)..].TrimStart(" \t").Length);
        else lead = 0;
        var start = _tree[target].Start + lead;
        if (written.Contains('%')) text.Replace(start, _tree[target].End, Entities.DecodeAll(LinkTitle.DecodePercent(written[lead..].ToString())));
        else if (IsPlain(target)) text.Text(start, _tree[target].End);
        else RenderChildren(target);
    }

    private bool IsPlain(int node)
    {
        var child = _tree[node].FirstChild;
        return child != 0 && _tree[child].Kind == NodeKind.Text && _tree[child].NextSibling == 0;
    }

    private void RenderFile(int node)
    {
        var file = FileReading.Of(_tree, node);
        if (file.Caption != 0 && file.IsFigure) RenderCaptionBlock(node, file.Caption);
        text.Drop(text.At, Math.Max(text.At, _tree[node].End), DropReason.File);
    }

    /// <summary>A caption is a block of its own, even where its file stands in a sentence.</summary>
    private void RenderCaptionBlock(int node, int caption)
    {
        text.DropTo(_tree[node].Start, DropReason.Markup);
        var before = text.InBlock && text.RowDepth == 0 && text.Spec.Kind == BlockKind.ListItem ? BlockSpec.Paragraph : text.Spec;
        text.EndBlock();
        if (text.RowDepth == 0) text.Spec = new BlockSpec(BlockKind.Caption);
        text.DropTo(_tree[caption].Start, DropReason.File);
        RenderChildren(caption);
        text.EndBlock();
        text.Spec = before;
    }

    private void RenderExternalLink(int node)
    {
        var (start, end) = (_tree[node].Start, _tree[node].End);
        if (HasText(node))
        {
            text.DropTo(start, DropReason.Markup);
            text.DropTo(_tree[node].Mark, DropReason.Markup);
            var conversion = text.Conversion;
            if (UrlSchemes.StartsWithScheme(_tree.Source.AsSpan(_tree[node].Mark, end - _tree[node].Mark).TrimStart())) text.Conversion = null;
            RenderChildren(node);
            text.Conversion = conversion;
        }
        else
        {
            text.Replace(start, end, string.Create(CultureInfo.InvariantCulture, $"[{context.NextLinkNumber()}]"));
        }

        text.DropTo(end, DropReason.Markup);
    }

    private bool HasText(int node)
    {
        var mark = _tree[node].Mark;
        for (var child = _tree[node].FirstChild; child != 0; child = _tree[child].NextSibling)
        {
            if (_tree[child].Start >= mark && (_tree[child].Kind != NodeKind.Text || !_tree.TextOf(child).IsWhiteSpace())) return true;
        }

        return false;
    }

    /// <summary>An address shows what it cannot hold in escapes, and keeps its script.</summary>
    private void RenderBareUrl(int node)
    {
        var conversion = text.Conversion;
        text.Conversion = null;
        for (var child = _tree[node].FirstChild; child != 0; child = _tree[child].NextSibling)
        {
            var (start, end) = (_tree[child].Start, _tree[child].End);
            if (_tree[child].Kind == NodeKind.Entity) text.Replace(start, end, Escape(Entities.Decode(_tree.TextOf(child))!));
            else if (_tree[child].Kind == NodeKind.Text && _tree.TextOf(child).Contains('|')) text.Replace(start, end, Escape(_tree.TextOf(child).ToString()));
            else Render(child);
        }

        text.Conversion = conversion;
    }

    private static string Escape(string address)
    {
        if (!address.AsSpan().ContainsAny(NotInAddress)) return address;
        return string.Concat(address.Select(c => NotInAddress.Contains(c) ? $"%{(int)c:X2}" : c.ToString()));
    }
}
