using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Html;
using Zhujingban.Corpus.Markup.PlainText;

namespace Zhujingban.Corpus.Markup.Renditions;

/// <summary>
/// Makes a document of a page: its source is the rendition of the whole page, a line a block or a row, cells parted by tabs; its text
/// is what of it is kept.
/// </summary>
internal sealed class RenditionDocument
{
    private readonly RenderedPage _page;
    private readonly Rendition _rendition;

    private RenditionDocument(RenderedPage page) => (_page, _rendition) = (page, new Rendition(page));

    /// <summary>The document of a page whose lines have their reasons.</summary>
    public static Document Of(RenderedPage page, SourceText source, SourceFormat format, MarkupOptions options) =>
        new RenditionDocument(page).Build(source, format, options);

    private Document Build(SourceText source, SourceFormat format, MarkupOptions options)
    {
        var rendered = source.Rendered(_rendition.Text);
        var kept = Keep();
        var title = options.Title ?? _page.Title;
        var top = kept.Blocks.Count > 0 ? kept.Blocks[0].Span : (TextSpan?)null;
        return new Document(options.Id, rendered, format, kept.Text)
        {
            Title = title,
            TitleSpan = top is { } heading && title == heading.Of(kept.Text.Text) ? heading : null,
            Blocks = kept.Blocks,
            Tables = Tables(kept.Blocks),
            Links = Links(),
            Infoboxes = Fields(),
            References = References(),
            Dropped = kept.Dropped,
            Diagnostics = _page.Diagnostics,
        };
    }

    /// <summary>The lines that have no reason to be dropped and show something; behind the last of them no line break is text.</summary>
    private RenditionText Keep()
    {
        var (lines, kept) = (_rendition.Lines, new RenditionText(_rendition.Text));
        var last = lines.Count - 1;
        while (last >= 0 && !IsKept(lines[last])) last--;
        for (var i = 0; i < lines.Count; i++)
        {
            var (span, line, table) = lines[i];
            var end = i + 1 < lines.Count ? lines[i + 1].Span.Start : _rendition.Text.Length;
            if (IsKept(lines[i])) kept.Blocks.Add(BlockOf(line, table, kept.Add(span, new TextSpan(span.End, end), i < last)));
            else kept.Drop(line.Reason ?? DropReason.Whitespace, span with { End = end });
        }

        return kept;
    }

    private bool IsKept(in RenditionLine line)
    {
        if (line.Line.Reason is not null) return false;
        for (var i = line.Span.Start; i < line.Span.End; i++)
        {
            if (!InvisibleCharacters.IsBlank(_rendition.Text[i])) return true;
        }

        return false;
    }

    private static Block BlockOf(RenderedLine line, int table, TextSpan span) => table >= 0
        ? new Block(BlockKind.TableRow, span) { Table = table }
        : new Block(line.Kind, span)
        {
            Level = line.Place.Level,
            Num = line.Kind == BlockKind.ListItem ? line.Place.Item?.Num : null,
        };

    /// <summary>The tables that have rows in the text, and their numbers in the blocks.</summary>
    private List<Table> Tables(List<Block> blocks)
    {
        var numbers = new Dictionary<int, int>();
        var spans = new Dictionary<int, TextSpan>();
        foreach (var line in _rendition.Lines.Where(row => row.Table >= 0 && row.Line.Reason is null))
            spans[line.Table] = spans.TryGetValue(line.Table, out var span) ? span with { End = line.Span.End } : line.Span;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Table < 0) continue;
            if (!numbers.TryGetValue(block.Table, out var number)) numbers.Add(block.Table, number = numbers.Count);
            blocks[i] = block with { Table = number };
        }

        var captions = _page.Lines.Where(line => line is { Reason: null, Kind: BlockKind.Caption } && numbers.ContainsKey(line.Place.Table))
            .ToLookup(line => line.Place.Table, line => new string(_page.Of(line)).Trim());
        return [.. numbers.Keys.Select(table => new Table(captions.Contains(table) ? string.Join(' ', captions[table]) : null,
            [.. _page.Tables[table].Rows.Select(row => (IReadOnlyList<TableCell>)[.. row.Select(cell => CellOf(cell))])], [spans[table]]))];
    }

    private TableCell CellOf(RenderedCell cell) =>
        new TableCell(_rendition.TextOf(cell.First, cell.End), cell.Header, cell.Rowspan, cell.Colspan);

    private List<Link> Links() =>
    [
        .. _page.Links.Where(link => _page.Lines[link.Line].Reason is null or DropReason.File).Select(link =>
        {
            var span = _rendition.PlaceOf(link.Line, new TextSpan(link.Start, link.End));
            while (!span.IsEmpty && char.IsWhiteSpace(_rendition.Text[span.Start])) span = span with { Start = span.Start + 1 };
            return new Link(HtmlAttachments.IsFile(_page, link) ? HtmlAttachments.LinkKind : "external", link.Target, span.Of(_rendition.Text), [span]);
        }),
    ];

    private List<Infobox> Fields()
    {
        if (_page.Fields.Count == 0) return [];
        var fields = _page.Fields.Select(field =>
        {
            var spans = field.Parts.Select(part => _rendition.PlaceOf(part.Line, part.Range)).ToList();
            return new InfoboxField(field.Name, string.Join(' ', spans.Select(span => span.Of(_rendition.Text))), spans);
        }).ToList();
        var lines = _rendition.Lines.Where(line => line.Line.Reason == DropReason.Infobox).Select(line => line.Span);
        return [new Infobox(Infobox.PageMetadata, fields, TextSpans.Flatten(lines))];
    }

    /// <summary>The notes that the text uses, in the order of their first use, and those behind them that it does not use.</summary>
    private List<Reference> References()
    {
        if (_page.Notes.Count == 0) return [];
        var uses = _page.NoteUses.Where(use => use.Line < _page.Lines.Count).ToLookup(use => (use.Group, use.Id), UseOf);
        return [.. _page.Notes.DistinctBy(note => (note.Group, note.Id)).Select(note => (Note: note, Uses: uses[(note.Group, note.Id)].ToList()))
            .OrderBy(note => note.Uses.Count > 0 ? note.Uses[0].Start : int.MaxValue)
            .Select(note => new Reference(null, note.Note.Group, _rendition.TextOf(note.Note.First, note.Note.End), note.Uses, null))];
    }

    /// <summary>The mark itself is no text: its place is an empty span.</summary>
    private TextSpan UseOf(RenderedNoteUse use)
    {
        var line = _page.Lines[use.Line];
        var at = Math.Clamp(use.At, line.Start, line.End);
        return _rendition.PlaceOf(use.Line, new TextSpan(at, at));
    }
}
