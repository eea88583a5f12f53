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
    private readonly MarkdownPlaces _places;
    private readonly MarkdownInlines _inlines;
    private readonly MarkdownNotes _notes;
    private readonly MarkdownTables _tables;
    private readonly List<Documents.Block> _blocks = [];

    public MarkdownReader(MarkdownPreparation preparation, MarkdownDocument tree)
    {
        _preparation = preparation;
        _tree = tree;
        _marks = FootnoteMarks.Of(preparation.Source, tree);
        _writer = new MarkdownWriter(preparation.Source, preparation.Hidden, preparation.Source.Length);
        _places = new MarkdownPlaces(preparation);
        _inlines = new MarkdownInlines(preparation, _places, _marks);
        _notes = new MarkdownNotes(preparation, _places, _marks, _inlines);
        _tables = new MarkdownTables(preparation, _places, _writer, _inlines);
    }

    /// <summary>Reads the tree; null when its places contradict each other, so that they cannot be trusted.</summary>
    public Document? Read(SourceText source, string id)
    {
        ReadBlocks();
        _notes.ReadFootnotes(_tree);
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
            Links = _inlines.Links.Of(text.Text),
            Categories = _inlines.Links.Categories,
            References = _notes.References,
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

    private void ReadBlocks()
    {
        var stack = new Stack<MarkdownFrame>();
        stack.Push(new MarkdownFrame(_tree, null));
        while (stack.TryPeek(out var frame))
        {
            if (frame.Next == frame.Container.Count)
            {
                stack.Pop();
                if (frame.Container is ListItemBlock item && !frame.Item!.HasText) MarkdownDrops.AddEmpty(_inlines.Reasons, _places.Of(item));
                continue;
            }

            var block = frame.Container[frame.Next++];
            if (block is ContainerBlock container and not (MarkdigTable or LinkReferenceDefinitionGroup or FootnoteGroup))
            {
                if (container == _marks.Notes) _notes.ReadList(_marks.Notes);
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
                foreach (var line in new HtmlText(_preparation.Source, _writer, _inlines.Reasons).Write(_places.Of(html)))
                    AddIn(frame, new Documents.Block(BlockKind.Paragraph, line));
                break;
            case Markdig.Extensions.Yaml.YamlFrontMatterBlock:
                _inlines.Reasons.Add(new Drop(DropReason.Markup, _places.Of(block)));
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
}
