using System.Xml;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Docx;

/// <summary>Reads the main part of a package in one pass: paragraphs, their marks, tables.</summary>
internal sealed class DocxBodyReader(XmlReader reader, RenderedPage page, DocxStyles styles, DocxNumbering numbering)
{
    private const int Deepest = 500;
    private const int MostSpan = 1000;

    private readonly PageWriter _writer = new(page);
    private readonly Stack<(RenderedPlace Outside, RenderedCell? Cell, DocxTableGrid? Grid)> _frames = new();
    private (string Group, string Id, int First)? _note;
    private bool _hasDeletions;
    private string? _style;
    private DocxNumber? _number;
    private int _outline;
    private bool _isInProperties;
    private bool _hasText;

    /// <summary>Reads the part; what came before a fault stays.</summary>
    public void Read()
    {
        try
        {
            ReadAll();
        }
        finally
        {
            _writer.EndLine();
            while (_frames.Count > 0) Leave();
        }
    }

    private void ReadAll()
    {
        for (var more = reader.Read(); more;)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.Depth > Deepest || IsSkipped(reader.LocalName))
                {
                    if (reader.Depth > Deepest) SayDeep();
                    else if (reader.LocalName is "del" or "moveFrom") SayDeleted();
                    reader.Skip();
                    more = !reader.EOF;
                    continue;
                }

                Enter(reader.LocalName);
                if (reader.IsEmptyElement) Close(reader.LocalName);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                Close(reader.LocalName);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && _hasText)
            {
                Write(reader.Value);
            }

            more = reader.Read();
        }
    }

    /// <summary>Deleted text, field codes, older forms of what newer ones say, what else is no text of the document.</summary>
    private static bool IsSkipped(string name) =>
        name is "del" or "moveFrom" or "instrText" or "delText" or "Fallback" or "sectPr" or "rPr" or "tblPr" or "tblGrid" or "pPrChange";

    private void Enter(string name)
    {
        switch (name)
        {
            case "p":
                _writer.EndLine();
                (_style, _number, _outline) = (null, null, 0);
                _writer.Place = _writer.Place with { Kind = BlockKind.Paragraph, Level = 0, Item = null };
                break;
            case "pPr":
                _isInProperties = true;
                break;
            case "pStyle" when _isInProperties:
                _style = DocxXml.Value(reader);
                break;
            case "numId" when _isInProperties:
                _number = new DocxNumber(DocxXml.Value(reader), _number?.Level ?? 0);
                break;
            case "ilvl" when _isInProperties:
                _number = new DocxNumber(_number?.Id, int.TryParse(DocxXml.Value(reader), out var level) ? level : 0);
                break;
            case "outlineLvl" when _isInProperties && int.TryParse(DocxXml.Value(reader), out var outline) && outline is >= 0 and < 9:
                _outline = outline + 1;
                break;
            case "t":
                _hasText = true;
                break;
            case "tab" when !_isInProperties:
                Write("\u3000");
                break;
            case "noBreakHyphen":
                Write("-");
                break;
            case "br" or "cr":
                _writer.EndLine();
                break;
            case "tbl" or "tr" or "tc":
                EnterTable(name);
                break;
            case "gridSpan" or "vMerge" or "hMerge" or "gridBefore":
                SpanCell(name);
                break;
            case "footnoteReference" or "endnoteReference" when DocxXml.Attribute(reader, "id") is { } use:
                page.NoteUses.Add(new RenderedNoteUse(name[..^"Reference".Length], use, page.Lines.Count, _writer.Length));
                break;
            case "footnote" or "endnote" when DocxXml.Attribute(reader, "id") is { } id:
                _note = (name, id, page.Lines.Count);
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "p":
                _writer.EndLine();
                break;
            case "pPr":
                _isInProperties = false;
                BeginParagraph();
                break;
            case "t":
                _hasText = false;
                break;
            case "tbl" or "tr" or "tc" when _frames.Count > 0:
                Leave();
                break;
            case "footnote" or "endnote" when _note is { } note:
                _writer.EndLine();
                if (page.Lines.Count > note.First) page.Notes.Add(new RenderedNote(note.Group, note.Id, note.First, page.Lines.Count));
                _note = null;
                break;
        }
    }

    private void Write(string text) => _writer.WritePreformatted(text);

    /// <summary>A paragraph begins with the mark that the document counts for it.</summary>
    private void BeginParagraph()
    {
        var heading = _outline > 0 ? Math.Min(_outline, 6) : styles.HeadingOf(_style);
        if (heading > 0) _writer.Place = _writer.Place with { Kind = BlockKind.Heading, Level = heading };
        var styled = styles.NumberingOf(_style);
        var number = _number is { } own ? own with { Id = own.Id ?? styled?.Id } : styled;
        if (number is not { } counted || numbering.Next(counted) is not { } mark) return;
        if (mark.Length == 0)
            _writer.Place = _writer.Place with { Kind = BlockKind.ListItem, Level = Math.Clamp(counted.Level, 0, 8) + 1, Item = new RenderedItem(null) };
        else
            Write(char.IsPunctuation(mark[^1]) ? mark : mark + "\u3000");
    }

    private void EnterTable(string name)
    {
        _writer.EndLine();
        var place = _writer.Place;
        RenderedCell? cell = null;
        var grid = _frames.TryPeek(out var outer) ? outer.Grid : null;
        var inside = place;
        if (name == "tbl")
        {
            page.Tables.Add(new RenderedTable(place.Table));
            grid = new DocxTableGrid(page.Tables[^1]);
            inside = place with { Table = page.Tables.Count - 1, Row = -1, Cell = -1 };
        }
        else if (name == "tr" && place.Table >= 0)
        {
            page.Tables[place.Table].Rows.Add([]);
            grid?.BeginRow();
            inside = place with { Row = page.Tables[place.Table].Rows.Count - 1, Cell = -1 };
        }
        else if (name == "tc" && place.Row >= 0)
        {
            var row = page.Tables[place.Table].Rows[place.Row];
            row.Add(cell = new RenderedCell(false, 1, 1, page.Lines.Count));
            grid?.BeginCell();
            inside = place with { Cell = row.Count - 1 };
        }

        _frames.Push((place, cell, grid));
        _writer.Place = inside;
    }

    private void Leave()
    {
        _writer.EndLine();
        var (outside, cell, grid) = _frames.Pop();
        _writer.Place = outside;
        if (cell is null) return;
        cell.End = page.Lines.Count;
        grid?.EndCell(cell);
    }

    /// <summary>A cell over several columns or rows.</summary>
    private void SpanCell(string name)
    {
        if (!_frames.TryPeek(out var frame) || frame.Grid is not { } grid) return;
        var value = DocxXml.Value(reader);
        var columns = int.TryParse(value, out var number) ? Math.Clamp(number, 1, MostSpan) : 0;
        if (name == "gridBefore") grid.Skip(columns);
        else if (frame.Cell is not { } cell) return;
        else if (name == "gridSpan") cell.Colspan = Math.Max(1, columns);
        else if (name == "vMerge") grid.MergeDown(cell, begins: value == "restart");
        else grid.MergeAcross(cell, begins: value == "restart");
    }

    private void SayDeleted()
    {
        if (_hasDeletions) return;
        _hasDeletions = true;
        page.Diagnostics.Add(new Diagnostic("deletions", DiagnosticSeverity.Info, "The document marks text as deleted or moved away; it is read as if that were accepted."));
    }

    private void SayDeep()
    {
        if (page.Diagnostics.Exists(diagnostic => diagnostic.Code == "nesting-limit")) return;
        page.Diagnostics.Add(new Diagnostic("nesting-limit", DiagnosticSeverity.Warning, "The document nests deeper than any text does; what lies deeper is not read."));
    }
}
