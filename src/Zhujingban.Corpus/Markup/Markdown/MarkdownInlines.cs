using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// Writes the inlines of leaf blocks, and collects what they hold besides text. Goes through the tree by its own links,
/// without recursion.
/// </summary>
/// <param name="preparation">The source and what Markdig read in its stead.</param>
/// <param name="marks">The page's footnote marks.</param>
internal sealed class MarkdownInlines(MarkdownPreparation preparation, FootnoteMarks marks)
{
    private readonly string _source = preparation.Source;
    private readonly Stack<(Inline Link, int TextStart)> _open = new();
    private int _skippedTo;

    /// <summary>What to add to the places of the tree that is written: it may be of a part of the source.</summary>
    public int Shift { get; set; }

    /// <summary>The links, each with the range of the written text that is shown of it.</summary>
    public List<(Link Link, TextSpan Shown)> Links { get; } = [];

    /// <summary>The categories.</summary>
    public List<Category> Categories { get; } = [];

    /// <summary>What is left out for a reason of its own.</summary>
    public List<Drop> Reasons { get; } = [];

    /// <summary>The uses of pandoc's own footnotes, by label.</summary>
    public Dictionary<string, List<TextSpan>> FootnoteUses { get; } = [];

    /// <summary>Writes the inlines below <paramref name="root"/>.</summary>
    /// <param name="root">The inlines of a leaf block; null when it has none.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="captions">True to write the text that stands for an image.</param>
    public void Write(ContainerInline? root, MarkdownWriter writer, bool captions = false)
    {
        _skippedTo = 0;
        var node = root?.FirstChild;
        while (node is not null)
        {
            var inside = Enter(node, writer, captions) ? (node as ContainerInline)?.FirstChild : null;
            if (inside is not null)
            {
                node = inside;
                continue;
            }

            Leave(node, writer);
            while (node.NextSibling is null && node.Parent is { } parent && parent != root)
            {
                node = parent;
                Leave(node, writer);
            }

            node = node.NextSibling;
        }
    }

    private bool Enter(Inline node, MarkdownWriter writer, bool captions)
    {
        switch (node)
        {
            case LiteralInline literal:
                WriteLiteral(literal, writer);
                return false;
            case LineBreakInline lineBreak:
                WriteLineBreak(lineBreak, writer);
                return false;
            case CodeInline code:
                WriteCode(code, writer);
                return false;
            case HtmlEntityInline entity:
                writer.Replace(SpanOf(entity), entity.Transcoded.ToString());
                return false;
            case HtmlInline html:
                WriteTag(html, writer);
                return false;
            case AutolinkInline autolink:
                WriteAutolink(autolink, writer);
                return false;
            case FootnoteLink footnote:
                UseFootnote(footnote);
                return false;
            case LinkInline link:
                return EnterLink(link, writer, captions);
            case DelimiterInline delimiter:
                writer.Copy(SpanOf(delimiter));
                return true;
            case ContainerInline:
                return true;
            default:
                writer.Copy(SpanOf(node));
                return false;
        }
    }

    private void Leave(Inline node, MarkdownWriter writer)
    {
        if (_open.Count == 0 || _open.Peek().Link != node) return;
        var start = _open.Pop().TextStart;
        var link = (LinkInline)node;
        var (kind, target) = Classify(link);
        Links.Add((new Link(kind, target, "", [SpanOf(link)]), new TextSpan(start, writer.Length)));
    }

    private bool EnterLink(LinkInline link, MarkdownWriter writer, bool captions)
    {
        if (link.IsImage && !captions)
        {
            Reasons.Add(new Drop(DropReason.File, SpanOf(link)));
            Links.Add((new Link("file", AddressOf(link), LinkTexts.Plain(link), [SpanOf(link)]), default));
            return false;
        }

        var (kind, target) = Classify(link);
        if (MarkdownLinks.CategoryOf(kind, target, LinkTexts.Plain(link)) is { } category)
        {
            Reasons.Add(new Drop(DropReason.Category, SpanOf(link)));
            Categories.Add(new Category(category, null, [SpanOf(link)]));
            return false;
        }

        _open.Push((link, writer.Length));
        return true;
    }

    private (string Kind, string Target) Classify(LinkInline link) =>
        link.IsImage ? ("file", AddressOf(link)) : MarkdownLinks.Classify(AddressOf(link), link.Title);

    /// <summary>The address as Markdig gives it, or as the source has it where the preparation changed it.</summary>
    private string AddressOf(LinkInline link)
    {
        var (start, end) = (link.UrlSpan.Start + Shift, link.UrlSpan.End + 1 + Shift);
        var changed = link.Reference is null && !ReferenceEquals(preparation.Text, _source)
            && start >= 0 && end > start && end <= _source.Length
            && !_source.AsSpan(start..end).SequenceEqual(preparation.Text.AsSpan(start..end));
        return changed ? _source[start..end].Trim('<', '>') : link.Url ?? "";
    }

    private void WriteLiteral(LiteralInline literal, MarkdownWriter writer)
    {
        var span = SpanOf(literal);
        if (span.IsEmpty) return;
        if (literal.IsFirstCharacterEscaped && marks.Use(span.Start) is { } mark)
        {
            Reasons.Add(new Drop(DropReason.Reference, mark));
            _skippedTo = mark.End;
        }

        var visible = literal.IsFirstCharacterEscaped ? new TextSpan(span.Start + 1, span.End) : span;
        if (visible.Start < _skippedTo) visible = new TextSpan(Math.Min(_skippedTo, visible.End), visible.End);
        var content = literal.Content.AsSpan();
        if (content.EndsWith(preparation.Text.AsSpan(visible.Start, visible.Length))) writer.Copy(visible);
        else if (span.Start >= _skippedTo) writer.Replace(span, content.ToString());
    }

    private void WriteLineBreak(LineBreakInline lineBreak, MarkdownWriter writer)
    {
        var at = lineBreak.Span.Start + Shift;
        while (at < _source.Length && _source[at] is not ('\n' or '\r')) at++;
        if (at + 1 < _source.Length && _source[at] == '\r' && _source[at + 1] == '\n') at++;
        if (at == _source.Length) return;
        if (lineBreak.IsHard) writer.HardBreak(TextSpan.At(at, 1));
        else writer.SoftBreak(TextSpan.At(at, 1));
    }

    private void WriteCode(CodeInline code, MarkdownWriter writer)
    {
        var span = SpanOf(code);
        var (start, end) = (span.Start + code.DelimiterCount, span.End - code.DelimiterCount);
        if (end - start > 2 && _source[start] == ' ' && _source[end - 1] == ' ') (start, end) = (start + 1, end - 1);
        while (start < end)
        {
            var length = _source.AsSpan(start..end).IndexOfAny('\n', '\r');
            var lineEnd = length < 0 ? end : start + length;
            if (lineEnd > start) writer.CopyVisible(new TextSpan(start, lineEnd));
            if (lineEnd < end) writer.SoftBreak(TextSpan.At(lineEnd, 1));
            start = lineEnd + 1;
        }
    }

    private void WriteTag(HtmlInline html, MarkdownWriter writer)
    {
        var tag = html.Tag;
        if (tag.StartsWith("<!--", StringComparison.Ordinal)) Reasons.Add(new Drop(DropReason.Comment, SpanOf(html)));
        else if (HtmlText.NameOf(tag) == "br") writer.HardBreak(SpanOf(html));
    }

    private void WriteAutolink(AutolinkInline autolink, MarkdownWriter writer)
    {
        var span = SpanOf(autolink);
        var shown = new TextSpan(span.Start + 1, span.End - 1);
        var start = writer.Length;
        writer.CopyVisible(shown);
        var target = autolink.IsEmail ? $"mailto:{autolink.Url}" : autolink.Url;
        Links.Add((new Link("external", target, "", [span]), new TextSpan(start, writer.Length)));
    }

    private void UseFootnote(FootnoteLink link)
    {
        if (link.IsBackLink || link.Footnote.Label is not { } label) return;
        if (!FootnoteUses.TryGetValue(label, out var uses)) FootnoteUses.Add(label, uses = []);
        uses.Add(SpanOf(link));
        Reasons.Add(new Drop(DropReason.Reference, SpanOf(link)));
    }

    private TextSpan SpanOf(Inline inline)
    {
        var (start, end) = (inline.Span.Start + Shift, inline.Span.End + 1 + Shift);
        return start < 0 || end > _source.Length ? default : new TextSpan(start, Math.Max(start, end));
    }
}
