using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>
/// Writes the inlines of leaf blocks, and collects what they hold besides text. Goes through the tree by its own links,
/// without recursion.
/// </summary>
internal sealed class MarkdownInlines
{
    private readonly MarkdownPreparation _preparation;
    private readonly string _source;
    private readonly MarkdownPlaces _places;
    private readonly FootnoteMarks _marks;
    private int _skippedTo;

    /// <param name="preparation">The source and what Markdig read in its stead.</param>
    /// <param name="places">Where the inlines stand.</param>
    /// <param name="marks">The page's footnote marks.</param>
    public MarkdownInlines(MarkdownPreparation preparation, MarkdownPlaces places, FootnoteMarks marks)
    {
        (_preparation, _source, _places, _marks) = (preparation, preparation.Source, places, marks);
        Links = new ShownLinks(places, Reasons);
    }

    /// <summary>What is left out for a reason of its own.</summary>
    public List<Drop> Reasons { get; } = [];

    /// <summary>The links, and the categories.</summary>
    public ShownLinks Links { get; }

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

            Links.Leave(node, writer.Length);
            while (node.NextSibling is null && node.Parent is { } parent && parent != root)
            {
                node = parent;
                Links.Leave(node, writer.Length);
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
                writer.Replace(_places.Of(entity), entity.Transcoded.ToString());
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
                return Links.Enter(link, writer.Length, captions);
            case DelimiterInline delimiter:
                writer.Copy(_places.Of(delimiter));
                return true;
            case ContainerInline:
                return true;
            default:
                writer.Copy(_places.Of(node));
                return false;
        }
    }

    private void WriteLiteral(LiteralInline literal, MarkdownWriter writer)
    {
        var span = _places.Of(literal);
        if (span.IsEmpty) return;
        if (literal.IsFirstCharacterEscaped && _marks.Use(span.Start) is { } mark)
        {
            Reasons.Add(new Drop(DropReason.Reference, mark));
            _skippedTo = mark.End;
        }

        var visible = literal.IsFirstCharacterEscaped ? new TextSpan(span.Start + 1, span.End) : span;
        if (visible.Start < _skippedTo) visible = new TextSpan(Math.Min(_skippedTo, visible.End), visible.End);
        var content = literal.Content.AsSpan();
        if (content.EndsWith(_preparation.Text.AsSpan(visible.Start, visible.Length))) writer.Copy(visible);
        else if (span.Start >= _skippedTo) writer.Replace(span, content.ToString());
    }

    private void WriteLineBreak(LineBreakInline lineBreak, MarkdownWriter writer)
    {
        var at = lineBreak.Span.Start + _places.Shift;
        while (at < _source.Length && _source[at] is not ('\n' or '\r')) at++;
        if (at + 1 < _source.Length && _source[at] == '\r' && _source[at + 1] == '\n') at++;
        if (at == _source.Length) return;
        if (lineBreak.IsHard) writer.HardBreak(TextSpan.At(at, 1));
        else writer.SoftBreak(TextSpan.At(at, 1));
    }

    private void WriteCode(CodeInline code, MarkdownWriter writer)
    {
        var span = _places.Of(code);
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
        if (tag.StartsWith("<!--", StringComparison.Ordinal)) Reasons.Add(new Drop(DropReason.Comment, _places.Of(html)));
        else if (HtmlText.NameOf(tag) == "br") writer.HardBreak(_places.Of(html));
    }

    private void WriteAutolink(AutolinkInline autolink, MarkdownWriter writer)
    {
        var span = _places.Of(autolink);
        var shown = new TextSpan(span.Start + 1, span.End - 1);
        var start = writer.Length;
        writer.CopyVisible(shown);
        Links.Add(autolink, new TextSpan(start, writer.Length));
    }

    private void UseFootnote(FootnoteLink link)
    {
        if (link.IsBackLink || link.Footnote.Label is not { } label) return;
        if (!FootnoteUses.TryGetValue(label, out var uses)) FootnoteUses.Add(label, uses = []);
        uses.Add(_places.Of(link));
        Reasons.Add(new Drop(DropReason.Reference, _places.Of(link)));
    }
}
