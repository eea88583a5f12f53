using System.Text;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Html;
using Zhujingban.Corpus.Markup.PlainText;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Markup.Renditions;

/// <summary>
/// Makes a document of a page: its source is the rendition of the whole page, a line a block or a row, cells parted by tabs; its text
/// is what of it is kept.
/// </summary>
internal sealed class RenditionDocument
{
    private readonly RenderedPage _page;
    private readonly StringBuilder _rendition;
    private readonly int[] _shifts;
    private readonly List<OutputLine> _output = [];

    private RenditionDocument(RenderedPage page)
    {
        _page = page;
        _rendition = new StringBuilder(page.Text.Length + page.Lines.Count);
        _shifts = new int[page.Lines.Count];
    }

    /// <summary>The document of a page whose lines have their reasons.</summary>
    public static Document Of(RenderedPage page, SourceText source, SourceFormat format, MarkupOptions options)
    {
        var rendition = new RenditionDocument(page);
        rendition.Render();
        return rendition.Build(source, format, options);
    }

    /// <summary>A line of the rendition.</summary>
    /// <param name="Span">Its range of the rendition.</param>
    /// <param name="Line">Its first line of the page.</param>
    /// <param name="Table">The table it is a row of, or -1.</param>
    private readonly record struct OutputLine(TextSpan Span, RenderedLine Line, int Table);

    private void Render()
    {
        for (var i = 0; i < _page.Lines.Count;)
        {
            var line = _page.Lines[i];
            if (_rendition.Length > 0) _rendition.Append('\n');
            var start = _rendition.Length;
            var table = line.Place.Table;
            if (table >= 0 && !_page.Tables[table].IsLayout && line.Place.Row >= 0)
            {
                i = RenderRow(i, _page.Tables[table].Rows[line.Place.Row]);
                _output.Add(new OutputLine(new TextSpan(start, _rendition.Length), line, table));
            }
            else
            {
                RenderLine(i++);
                _output.Add(new OutputLine(new TextSpan(start, _rendition.Length), line, -1));
            }
        }
    }

    /// <summary>Writes a row: its cells parted by tabs, the lines of a cell by spaces.</summary>
    private int RenderRow(int first, List<RenderedCell> row)
    {
        var next = first;
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0) _rendition.Append('\t');
            for (var line = Math.Max(row[i].First, next); line < row[i].End; line++)
            {
                if (line > Math.Max(row[i].First, first)) _rendition.Append(' ');
                RenderLine(line);
                next = line + 1;
            }
        }

        return Math.Max(next, first + 1);
    }

    private void RenderLine(int index)
    {
        var line = _page.Lines[index];
        _shifts[index] = _rendition.Length - line.Start;
        _rendition.Append(_page.Text, line.Start, line.Length);
    }

    private Document Build(SourceText source, SourceFormat format, MarkupOptions options)
    {
        var rendition = _rendition.ToString();
        var rendered = source.Rendered(rendition);
        var assembly = new Assembly(rendition);
        var last = _output.FindLastIndex(line => line.Line.Reason is null && IsVisible(rendition, line.Span));
        for (var i = 0; i < _output.Count; i++)
        {
            var (span, line, table) = _output[i];
            var end = i + 1 < _output.Count ? _output[i + 1].Span.Start : rendition.Length;
            if (line.Reason is { } reason || !IsVisible(rendition, span)) assembly.Drop(line.Reason ?? DropReason.Whitespace, span with { End = end });
            else assembly.Blocks.Add(BlockOf(line, table, assembly.Add(span, new TextSpan(span.End, end), i < last)));
        }

        var title = options.Title ?? _page.Title;
        var top = assembly.Blocks.Count > 0 ? assembly.Blocks[0].Span : (TextSpan?)null;
        return new Document(options.Id, rendered, format, assembly.Text)
        {
            Title = title,
            TitleSpan = top is { } heading && title == heading.Of(assembly.Text.Text) ? heading : null,
            Blocks = assembly.Blocks,
            Tables = Tables(assembly, rendition),
            Links = Links(rendition),
            Infoboxes = Fields(rendition),
            References = References(rendition),
            Dropped = assembly.Dropped,
            Diagnostics = _page.Diagnostics,
        };
    }

    private static bool IsVisible(string rendition, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (!InvisibleCharacters.IsBlank(rendition[i])) return true;
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
    private List<Table> Tables(Assembly assembly, string rendition)
    {
        var numbers = new Dictionary<int, int>();
        var spans = new Dictionary<int, TextSpan>();
        foreach (var output in _output.Where(output => output.Table >= 0 && output.Line.Reason is null))
            spans[output.Table] = spans.TryGetValue(output.Table, out var span) ? span with { End = output.Span.End } : output.Span;
        for (var i = 0; i < assembly.Blocks.Count; i++)
        {
            var block = assembly.Blocks[i];
            if (block.Table < 0) continue;
            if (!numbers.TryGetValue(block.Table, out var number)) numbers.Add(block.Table, number = numbers.Count);
            assembly.Blocks[i] = block with { Table = number };
        }

        var captions = _page.Lines.Where(line => line is { Reason: null, Kind: BlockKind.Caption } && numbers.ContainsKey(line.Place.Table))
            .ToLookup(line => line.Place.Table, line => new string(_page.Of(line)).Trim());
        return [.. numbers.Keys.Select(table => new Table(captions.Contains(table) ? string.Join(' ', captions[table]) : null,
            [.. _page.Tables[table].Rows.Select(row => (IReadOnlyList<TableCell>)[.. row.Select(cell => CellOf(cell, rendition))])], [spans[table]]))];
    }

    private TableCell CellOf(RenderedCell cell, string rendition) =>
        new TableCell(TextOf(cell.First, cell.End, rendition), cell.Header, cell.Rowspan, cell.Colspan);

    private List<Link> Links(string rendition) =>
    [
        .. _page.Links.Where(link => _page.Lines[link.Line].Reason is null or DropReason.File).Select(link =>
        {
            var span = PlaceOf(link.Line, new TextSpan(link.Start, link.End));
            while (!span.IsEmpty && char.IsWhiteSpace(rendition[span.Start])) span = span with { Start = span.Start + 1 };
            return new Link(HtmlAttachments.IsFile(_page, link) ? HtmlAttachments.LinkKind : "external", link.Target, span.Of(rendition), [span]);
        }),
    ];

    private List<Infobox> Fields(string rendition)
    {
        if (_page.Fields.Count == 0) return [];
        var fields = _page.Fields.Select(field =>
        {
            var spans = field.Parts.Select(part => PlaceOf(part.Line, part.Range)).ToList();
            return new InfoboxField(field.Name, string.Join(' ', spans.Select(span => span.Of(rendition))), spans);
        }).ToList();
        var lines = _output.Where(output => output.Line.Reason == DropReason.Infobox).Select(output => output.Span);
        return [new Infobox(Infobox.PageMetadata, fields, TextSpans.Flatten(lines))];
    }

    /// <summary>The notes that the text uses, in the order of their first use, and those behind them that it does not use.</summary>
    private List<Reference> References(string rendition)
    {
        if (_page.Notes.Count == 0) return [];
        var uses = _page.NoteUses.Where(use => use.Line < _page.Lines.Count).ToLookup(use => (use.Group, use.Id), UseOf);
        return [.. _page.Notes.DistinctBy(note => (note.Group, note.Id)).Select(note => (Note: note, Uses: uses[(note.Group, note.Id)].ToList()))
            .OrderBy(note => note.Uses.Count > 0 ? note.Uses[0].Start : int.MaxValue)
            .Select(note => new Reference(null, note.Note.Group, TextOf(note.Note.First, note.Note.End, rendition), note.Uses, null))];
    }

    /// <summary>The mark itself is no text: its place is an empty span.</summary>
    private TextSpan UseOf(RenderedNoteUse use)
    {
        var line = _page.Lines[use.Line];
        var at = Math.Clamp(use.At, line.Start, line.End);
        return PlaceOf(use.Line, new TextSpan(at, at));
    }

    private string TextOf(int first, int end, string rendition) => end == first + 1
        ? TextOf(first, rendition) : string.Join(' ', Enumerable.Range(first, end - first).Select(line => TextOf(line, rendition)));

    private string TextOf(int line, string rendition) =>
        rendition.AsSpan(_page.Lines[line].Start + _shifts[line], _page.Lines[line].Length).Trim().ToString();

    private TextSpan PlaceOf(int line, TextSpan range) => new(range.Start + _shifts[line], range.End + _shifts[line]);

    /// <summary>The text, its blocks and what is dropped, in the order of the rendition.</summary>
    private sealed class Assembly(string rendition)
    {
        private readonly MappedTextBuilder _text = new(rendition.Length);

        public List<Block> Blocks { get; } = [];

        public List<Drop> Dropped { get; } = [];

        public MappedText Text => _text.Build();

        /// <summary>Adds a line, and gives its range of the text.</summary>
        public TextSpan Add(TextSpan span, TextSpan lineBreak, bool isFollowed)
        {
            var content = span;
            while (InvisibleCharacters.IsBlank(rendition[content.Start])) content = content with { Start = content.Start + 1 };
            while (InvisibleCharacters.IsBlank(rendition[content.End - 1])) content = content with { End = content.End - 1 };
            Drop(DropReason.Whitespace, span with { End = content.Start });
            var start = _text.Length;
            for (var at = content.Start; at < content.End;)
            {
                var found = rendition.AsSpan(at, content.End - at).IndexOfAny(InvisibleCharacters.Always);
                var end = found < 0 ? content.End : at + found;
                _text.Copy(rendition, new TextSpan(at, end));
                if (end < content.End) Drop(DropReason.Whitespace, TextSpan.At(end, 1));
                at = end + 1;
            }

            var added = new TextSpan(start, _text.Length);
            Drop(DropReason.Whitespace, span with { Start = content.End });
            if (isFollowed) _text.Copy(rendition, lineBreak);
            else Drop(DropReason.Whitespace, lineBreak);
            return added;
        }

        public void Drop(DropReason reason, TextSpan span)
        {
            if (span.IsEmpty) return;
            if (Dropped.Count > 0 && Dropped[^1] is var last && last.Reason == reason && last.Span.End == span.Start)
                Dropped[^1] = last with { Span = new TextSpan(last.Span.Start, span.End) };
            else
                Dropped.Add(new Drop(reason, span));
        }
    }
}
