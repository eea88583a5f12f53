using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Zhujingban.Corpus.Documents;
using MarkdigTable = Markdig.Extensions.Tables.Table;

namespace Zhujingban.Corpus.Markup.Markdown;

/// <summary>Goes through Markdig's blocks, on a stack of its own, and makes the document's text and blocks of them.</summary>
internal sealed class MarkdownReader
{
    private readonly MarkdownPreparation _preparation;
    private readonly MarkdownDocument _tree;
    private readonly FootnoteMarks _marks;
    private readonly MarkdownWriter _writer;
    private readonly MarkdownInlines _inlines;
    private readonly MarkdownTables _tables;
    private readonly List<Documents.Block> _blocks = [];
    private readonly List<Reference> _footnotes = [];

    public MarkdownReader(MarkdownPreparation preparation, MarkdownDocument tree)
    {
        _preparation = preparation;
        _tree = tree;
        _marks = FootnoteMarks.Of(preparation.Source, tree);
        _writer = new MarkdownWriter(preparation.Source, preparation.Hidden, preparation.Source.Length);
        _inlines = new MarkdownInlines(preparation, _marks);
        _tables = new MarkdownTables(preparation, _writer, _inlines);
    }

    /// <summary>Reads the tree; null when its places contradict each other, so that they cannot be trusted.</summary>
    public Document? Read(SourceText source, string id)
    {
        ReadBlocks();
        ReadFootnotes();
        var text = _writer.Build();
        var reasons = _inlines.Reasons;
        reasons.AddRange(_preparation.Hidden);
        var dropped = MarkdownDrops.Between(source.Text, text, reasons);
        if (dropped is null) return null;
        return new Document(id, source, SourceFormat.Markdown, text)
        {
            Blocks = _blocks,
            Tables = _tables.Records(text.Text),
            Templates = [.. DroppedWhole(dropped).Select(template => LeftoverTemplates.Read(source.Text, template))],
            Links = [.. _inlines.Links.OrderBy(link => link.Link.Spans[0]).Select(link => Shown(link.Link, link.Shown, text.Text))],
            Categories = _inlines.Categories,
            References = [.. _marks.References(), .. _footnotes],
            Dropped = dropped,
            Diagnostics = _preparation.Diagnostics,
        };
    }

    /// <summary>The leftover templates that are in no text; those in code are.</summary>
    private IEnumerable<TextSpan> DroppedWhole(IReadOnlyList<Drop> dropped)
    {
        var next = 0;
        foreach (var hidden in _preparation.Hidden.Where(hidden => hidden.Reason == DropReason.Template))
        {
            while (next < dropped.Count && dropped[next].Span.End < hidden.Span.End) next++;
            if (next < dropped.Count && dropped[next] is { Reason: DropReason.Template, Span: var span } && span.Contains(hidden.Span))
                yield return hidden.Span;
        }
    }

    private static Link Shown(Link link, TextSpan shown, string text) =>
        shown.IsEmpty ? link : link with { Text = shown.Of(text).Trim() };

    private void ReadBlocks()
    {
        var stack = new Stack<MarkdownFrame>();
        stack.Push(new MarkdownFrame(_tree, null));
        while (stack.TryPeek(out var frame))
        {
            if (frame.Next == frame.Container.Count)
            {
                stack.Pop();
                if (frame.Container is ListItemBlock item && !frame.Item!.HasText) MarkEmpty(item);
                continue;
            }

            var block = frame.Container[frame.Next++];
            if (block is ContainerBlock container and not (MarkdigTable or LinkReferenceDefinitionGroup or FootnoteGroup))
            {
                if (container == _marks.Notes) ReadNotes(_marks.Notes);
                else stack.Push(Inside(frame, container));
            }
            else
            {
                ReadLeaf(block, frame, isTop: stack.Count == 1);
            }
        }
    }

    private static MarkdownFrame Inside(MarkdownFrame frame, ContainerBlock container)
    {
        if (container is not ListItemBlock) return new MarkdownFrame(container, frame.Item);
        var list = (ListBlock)frame.Container;
        string? num = null;
        if (list.IsOrdered)
        {
            _ = long.TryParse(list.OrderedStart, out var start);
            num = $"{start + frame.Next - 1}{list.OrderedDelimiter}";
        }

        return new MarkdownFrame(container, new MarkdownItem(frame.Item, num));
    }

    private void ReadLeaf(Markdig.Syntax.Block block, MarkdownFrame frame, bool isTop)
    {
        switch (block)
        {
            case MarkdigTable table:
                frame.Item?.TakeText();
                foreach (var row in _tables.Read(table)) _blocks.Add(row with { Level = frame.Item?.Depth ?? 0 });
                break;
            case HeadingBlock heading when isTop:
                Add(Write(heading), span => new Documents.Block(BlockKind.Heading, span) { Level = heading.Level });
                break;
            case HtmlBlock html:
                foreach (var line in new HtmlText(_preparation.Source, _writer, _inlines.Reasons).Write(SpanOf(html)))
                    AddIn(frame, new Documents.Block(BlockKind.Paragraph, line));
                break;
            case Markdig.Extensions.Yaml.YamlFrontMatterBlock:
                _inlines.Reasons.Add(new Drop(DropReason.Markup, SpanOf(block)));
                break;
            case CodeBlock code:
                if (MarkdownCode.Write(code, _preparation, _writer) is { } lines)
                    AddIn(frame, new Documents.Block(BlockKind.Preformatted, lines));
                break;
            case LeafBlock { Inline: not null } paragraph:
                ReadParagraph(paragraph, frame);
                break;
            default:
                break;
        }
    }

    private void ReadParagraph(LeafBlock paragraph, MarkdownFrame frame)
    {
        if (Write(paragraph) is not { } span) return;
        var previous = frame.Next < 2 ? null : frame.Container[frame.Next - 2];
        if (_tables.CaptionOf(paragraph, previous, span) is { } caption) _blocks.Add(caption);
        else if (LinkTexts.IsFigure(paragraph.Inline)) AddIn(frame, new Documents.Block(BlockKind.Caption, span));
        else AddIn(frame, new Documents.Block(BlockKind.Paragraph, span));
    }

    private TextSpan? Write(LeafBlock block)
    {
        _writer.BeginBlock();
        _inlines.Write(block.Inline, _writer, LinkTexts.IsFigure(block.Inline));
        return _writer.EndBlock();
    }

    private void Add(TextSpan? span, Func<TextSpan, Documents.Block> make)
    {
        if (span is { } written) _blocks.Add(make(written));
    }

    /// <summary>Adds a block where it stands: the first of an item is the item, the others are inside it.</summary>
    private void AddIn(MarkdownFrame frame, Documents.Block block)
    {
        if (frame.Item is not { } item) _blocks.Add(block);
        else if (item.TakeText()) _blocks.Add(block with { Kind = BlockKind.ListItem, Level = item.Depth, Num = item.Num });
        else _blocks.Add(block with { Level = item.Depth });
    }

    /// <summary>An item without content: of those inside each other, the outermost is what is left out.</summary>
    private void MarkEmpty(ListItemBlock item)
    {
        var span = SpanOf(item);
        var reasons = _inlines.Reasons;
        while (reasons.Count > 0 && reasons[^1] is { Reason: DropReason.Empty } inner && span.Contains(inner.Span))
            reasons.RemoveAt(reasons.Count - 1);
        reasons.Add(new Drop(DropReason.Empty, span));
    }

    /// <summary>The list of footnotes at the page's end: its items are the notes' texts.</summary>
    private void ReadNotes(ListBlock notes)
    {
        for (var i = 0; i < notes.Count; i++)
        {
            var item = (ListItemBlock)notes[i];
            if (item.Count == 0)
            {
                MarkEmpty(item);
                continue;
            }

            _marks.AddNote(i + 1, PlainText(item));
            _inlines.Reasons.Add(new Drop(DropReason.ReferenceList, SpanOf(item)));
        }
    }

    /// <summary>Pandoc's own footnotes: <c>[^1]</c> in the text, <c>[^1]: …</c> anywhere.</summary>
    private void ReadFootnotes()
    {
        var definitions = _tree.OfType<LinkReferenceDefinitionGroup>().SelectMany(group => group).OfType<FootnoteLinkReferenceDefinition>();
        foreach (var definition in definitions.OrderBy(definition => (uint)definition.Footnote.Order)) // unused ones (-1) are last
        {
            var footnote = definition.Footnote;
            var span = new TextSpan(Math.Max(0, definition.Span.Start), Math.Max(definition.Span.End, footnote.Span.End) + 1);
            var name = (footnote.Label ?? "").TrimStart('^');
            var uses = _inlines.FootnoteUses.GetValueOrDefault(footnote.Label ?? "", []);
            _footnotes.Add(new Reference(name, null, PlainText(footnote), uses, null));
            _inlines.Reasons.Add(new Drop(DropReason.Reference, span));
        }
    }

    /// <summary>The text of what is kept as data, its links included.</summary>
    private string PlainText(ContainerBlock container)
    {
        var writer = new MarkdownWriter(_preparation.Source, _preparation.Hidden);
        var shown = _inlines.Links.Count;
        writer.BeginBlock();
        foreach (var leaf in MarkdownTables.LeavesOf(container))
        {
            writer.Separate(" ");
            _inlines.Write(leaf.Inline, writer);
        }

        var text = writer.Build().Text;
        for (; shown < _inlines.Links.Count; shown++)
        {
            var (link, range) = _inlines.Links[shown];
            _inlines.Links[shown] = (Shown(link, range, text), default);
        }

        return text;
    }

    private TextSpan SpanOf(Markdig.Syntax.Block block)
    {
        var start = Math.Max(0, block.Span.Start);
        return new TextSpan(start, Math.Clamp(block.Span.End + 1, start, Math.Max(start, _preparation.Source.Length)));
    }
}
