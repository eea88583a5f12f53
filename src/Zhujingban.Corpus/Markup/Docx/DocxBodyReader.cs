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
    private readonly Stack<(RenderedPlace Outside, RenderedCell? Cell)> _frames = new();
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
        name is "del" or "moveFrom" or "instrText" or "delText" or "Fallback" or "sectPr" or "rPr" or "tblPr" or "tblGrid" or "trPr" or "pPrChange";

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
            case "gridSpan" or "vMerge":
                SpanCell(name);
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
        var inside = place;
        if (name == "tbl")
        {
            page.Tables.Add(new RenderedTable(place.Table));
            inside = place with { Table = page.Tables.Count - 1, Row = -1, Cell = -1 };
        }
        else if (name == "tr" && place.Table >= 0)
        {
            page.Tables[place.Table].Rows.Add([]);
            inside = place with { Row = page.Tables[place.Table].Rows.Count - 1, Cell = -1 };
        }
        else if (name == "tc" && place.Row >= 0)
        {
            var row = page.Tables[place.Table].Rows[place.Row];
            row.Add(cell = new RenderedCell(false, 1, 1, page.Lines.Count));
            inside = place with { Cell = row.Count - 1 };
        }

        _frames.Push((place, cell));
        _writer.Place = inside;
    }

    private void Leave()
    {
        _writer.EndLine();
        var (outside, cell) = _frames.Pop();
        if (cell is not null) cell.End = page.Lines.Count;
        _writer.Place = outside;
    }

    /// <summary>A cell over several columns; cells that go on from the row above stay in their row, without text.</summary>
    private void SpanCell(string name)
    {
        if (!_frames.TryPeek(out var frame) || frame.Cell is not { } cell || name != "gridSpan") return;
        if (int.TryParse(DocxXml.Value(reader), out var columns)) cell.Colspan = Math.Clamp(columns, 1, MostSpan);
    }

    private void SayDeep()
    {
        if (page.Diagnostics.Exists(diagnostic => diagnostic.Code == "nesting-limit")) return;
        page.Diagnostics.Add(new Diagnostic("nesting-limit", DiagnosticSeverity.Warning, "The document nests deeper than any text does; what lies deeper is not read."));
    }
}
