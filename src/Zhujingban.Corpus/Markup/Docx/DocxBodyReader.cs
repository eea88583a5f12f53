using System.Xml;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Docx;

/// <summary>Reads the main part of a package in one pass: paragraphs, their marks, tables.</summary>
/// <param name="reader">The part.</param>
/// <param name="page">The page that it becomes.</param>
/// <param name="writer">What writes that page.</param>
/// <param name="styles">The styles of the package.</param>
/// <param name="numbering">The numbers that it has counted so far.</param>
internal sealed class DocxBodyReader(XmlReader reader, RenderedPage page, PageWriter writer, DocxStyles styles, DocxNumbering numbering)
{
    private const int Deepest = 500;

    private readonly DocxTables _tables = new(page, writer);
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
            writer.EndLine();
            while (_tables.AreOpen) _tables.Leave();
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
                writer.EndLine();
                (_style, _number, _outline) = (null, null, 0);
                writer.Place = writer.Place with { Kind = BlockKind.Paragraph, Level = 0, Item = null };
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
                writer.EndLine();
                break;
            case "tbl" or "tr" or "tc":
                _tables.Enter(name);
                break;
            case "gridSpan" or "vMerge" or "hMerge" or "gridBefore":
                _tables.SpanCell(name, DocxXml.Value(reader));
                break;
            case "footnoteReference" or "endnoteReference" when DocxXml.Attribute(reader, "id") is { } use:
                page.NoteUses.Add(new RenderedNoteUse(name[..^"Reference".Length], use, page.Lines.Count, writer.Length));
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
                writer.EndLine();
                break;
            case "pPr":
                _isInProperties = false;
                BeginParagraph();
                break;
            case "t":
                _hasText = false;
                break;
            case "tbl" or "tr" or "tc" when _tables.AreOpen:
                _tables.Leave();
                break;
            case "footnote" or "endnote" when _note is { } note:
                writer.EndLine();
                if (page.Lines.Count > note.First) page.Notes.Add(new RenderedNote(note.Group, note.Id, note.First, page.Lines.Count));
                _note = null;
                break;
        }
    }

    private void Write(string text) => writer.WritePreformatted(text);

    /// <summary>A paragraph begins with the mark that the document counts for it.</summary>
    private void BeginParagraph()
    {
        var heading = _outline > 0 ? Math.Min(_outline, 6) : styles.HeadingOf(_style);
        if (heading > 0) writer.Place = writer.Place with { Kind = BlockKind.Heading, Level = heading };
        var styled = styles.NumberingOf(_style);
        var number = _number is { } own ? own with { Id = own.Id ?? styled?.Id } : styled;
        if (number is not { } counted || numbering.Next(counted) is not { } mark) return;
        if (mark.Length == 0)
            writer.Place = writer.Place with { Kind = BlockKind.ListItem, Level = Math.Clamp(counted.Level, 0, 8) + 1, Item = new RenderedItem(null) };
        else
            Write(char.IsPunctuation(mark[^1]) ? mark : mark + "\u3000");
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
