using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.MediaWiki.Syntax;
using Zhujingban.Corpus.Text.Variants;

namespace Zhujingban.Corpus.Markup.MediaWiki.Rendering;

/// <summary>Extension elements.</summary>
internal sealed partial class FlowRenderer
{
    private void RenderExtension(int node)
    {
        var body = _tree[node].FirstChild;
        var tag = ExtensionTag.Of(_tree[node].Data);
        text.DropTo(_tree[node].Start, DropReason.Markup);
        var reason = DropReason.Markup;
        switch (tag.Role)
        {
            case ExtensionRole.Reference:
                reason = DropReason.Reference;
                break;
            case ExtensionRole.ReferenceList:
                text.EndBlock();
                reason = DropReason.ReferenceList;
                break;
            case ExtensionRole.Hidden:
                reason = DropReason.Unsupported;
                break;
            default:
                if (body != 0) RenderBody(node, body, tag);
                break;
        }

        text.DropTo(_tree[node].End, reason);
    }

    private void RenderBody(int node, int body, ExtensionTag tag)
    {
        var (start, end) = (_tree[body].Start, _tree[body].End);
        if (tag.Role != ExtensionRole.Gallery) text.DropTo(start, DropReason.Markup);
        switch (tag.Role)
        {
            case ExtensionRole.Literal:
                WriteLiteral(start, end);
                break;
            case ExtensionRole.Preformatted:
                RenderPreformatted(start, end, decode: true);
                break;
            case ExtensionRole.Code:
                RenderCode(node, start, end);
                break;
            case ExtensionRole.Formula:
                RenderFormula(node, start, end);
                break;
            case ExtensionRole.Poem:
                RenderPoem(body);
                break;
            case ExtensionRole.Gallery:
                RenderGallery(node, body);
                break;
            default:
                RenderConverted(node, body);
                break;
        }
    }

    /// <summary>A body that may name the variant it is to be read in.</summary>
    private void RenderConverted(int node, int body)
    {
        var target = new TagAttributes(_tree.Source, _tree[node].Start, _tree[node].Mark).Value("to");
        if (target is not null && ChineseVariants.TryParse(target, out var variant)) RenderVerbatim(body, context.Conversion.To(variant));
        else RenderChildren(body);
    }

    /// <summary>Characters as written, but for character references.</summary>
    private void WriteLiteral(int start, int end)
    {
        text.CodeDepth++;
        while (start < end)
        {
            var rest = _tree.Source.AsSpan(start, end - start);
            var mark = rest.IndexOfAny('&', '\n');
            if (mark < 0) mark = rest.Length;
            if (mark > 0) text.Text(start, start + mark);
            start += mark;
            if (start >= end) break;
            var length = rest[mark] == '&' ? Entities.Length(rest[mark..]) : 0;
            if (length > 0) text.Replace(start, start + length, Entities.Decode(rest.Slice(mark, length)));
            else if (rest[mark] == '\n') text.Newline(start, start + 1);
            else text.Text(start, start + 1);
            start += Math.Max(length, 1);
        }

        text.CodeDepth--;
    }

    private void RenderPreformatted(int start, int end, bool decode)
    {
        text.EndBlock();
        var before = text.Spec;
        if (start < end && _tree.Source[start] == '\n') start++;
        while (end > start && char.IsWhiteSpace(_tree.Source[end - 1])) end--;
        text.DropTo(start, DropReason.Markup);
        if (text.RowDepth == 0) text.Spec = new BlockSpec(BlockKind.Preformatted);
        text.Preformatted = true;
        if (decode) WriteWithoutNowiki(start, end);
        else WriteCode(start, end);
        text.EndBlock();
        text.Preformatted = false;
        text.Spec = text.RowDepth > 0 ? before : BlockSpec.Paragraph;
    }

    /// <summary>In preformatted text a pair of nowiki tags is not seen.</summary>
    private void WriteWithoutNowiki(int start, int end)
    {
        const string Open = "<nowiki>";
        const string Shut = "</nowiki>";
        while (start < end)
        {
            var rest = _tree.Source.AsSpan(start, end - start);
            var open = rest.IndexOf(Open, StringComparison.OrdinalIgnoreCase);
            var shut = open < 0 ? -1 : rest[open..].IndexOf(Shut, StringComparison.OrdinalIgnoreCase);
            if (shut < 0) break;
            WriteLiteral(start, start + open);
            text.DropTo(start + open + Open.Length, DropReason.Markup);
            WriteLiteral(start + open + Open.Length, start + open + shut);
            start += open + shut + Shut.Length;
            text.DropTo(start, DropReason.Markup);
        }

        WriteLiteral(start, end);
    }

    private void WriteCode(int start, int end)
    {
        text.CodeDepth++;
        if (start < end) text.Text(start, end);
        text.CodeDepth--;
    }

    private void RenderCode(int node, int start, int end)
    {
        if (!new TagAttributes(_tree.Source, _tree[node].Start, _tree[node].Mark).Has("inline")) RenderPreformatted(start, end, decode: false);
        else WriteCode(start, end);
    }

    /// <summary>A formula is its TeX.</summary>
    private void RenderFormula(int node, int start, int end)
    {
        var block = new TagAttributes(_tree.Source, _tree[node].Start, _tree[node].Mark).Value("display") == "block";
        if (block) text.EndBlock();
        WriteCode(start, end);
        if (block) text.EndBlock();
    }

    private void RenderPoem(int body)
    {
        var outer = _poem;
        text.EndBlock();
        _poem = true;
        RenderChildren(body);
        _poem = outer;
        text.EndBlock();
    }

    private void RenderGallery(int node, int body)
    {
        text.EndBlock();
        var before = text.Spec;
        if (text.RowDepth == 0) text.Spec = new BlockSpec(BlockKind.Caption);
        if (new TagAttributes(_tree.Source, _tree[node].Start, _tree[node].Mark).Find("caption") is var (from, to) && from < to)
        {
            text.DropTo(from, DropReason.Markup);
            WriteLiteral(from, to);
            text.EndBlock();
        }

        text.DropTo(_tree[body].Start, DropReason.Markup);
        for (var item = _tree[body].FirstChild; item != 0; item = _tree[item].NextSibling)
        {
            if (_tree[item].Kind != NodeKind.GalleryItem)
            {
                Render(item);
                continue;
            }

            if (FileReading.Of(_tree, item).Caption is > 0 and var caption)
            {
                text.DropTo(_tree[item].Start, DropReason.Markup);
                text.DropTo(_tree[caption].Start, DropReason.File);
                RenderChildren(caption);
                text.EndBlock();
            }

            text.DropTo(_tree[item].End, DropReason.File);
        }

        text.Spec = before;
    }
}
