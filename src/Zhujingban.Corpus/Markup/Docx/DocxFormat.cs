using System.Xml;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Docx;

/// <summary>
/// Reads <c>.docx</c>: paragraphs, headings by style, numbers as the document counts them, tables. The document's source is the
/// rendition of its main text. A package that is damaged, or unpacks to more than it should, is read as far as it goes.
/// </summary>
public sealed class DocxFormat : IMarkupFormat
{
    /// <inheritdoc/>
    public SourceFormat Format => SourceFormat.Docx;

    /// <inheritdoc/>
    public Document Read(SourceText source, MarkupOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var page = new RenderedPage();
        if (source.Binary.IsEmpty) ReadText(source.Text, page);
        else ReadPackage(source.Binary, page);
        page.Complete();
        LayoutTables.Mark(page);
        return RenditionDocument.Of(page, source, Format, options);
    }

    private static void ReadPackage(ReadOnlyMemory<byte> bytes, RenderedPage page)
    {
        using var package = DocxPackage.Open(bytes, page.Diagnostics);
        if (package is null) return;
        var styles = new DocxStyles();
        package.Read("word/styles.xml", styles.Read);
        var numbering = new DocxNumbering();
        package.Read("word/numbering.xml", numbering.Read);
        if (!package.Read(package.MainPart, reader => new DocxBodyReader(reader, page, styles, numbering).Read()))
            page.Diagnostics.Add(new Diagnostic("no-document-part", DiagnosticSeverity.Error, "The package holds no text document."));
    }

    /// <summary>What is no package is read as the text that it is.</summary>
    private static void ReadText(string text, RenderedPage page)
    {
        page.Diagnostics.Add(new Diagnostic("not-a-package", DiagnosticSeverity.Error, "A docx is a zip, and this is none; it is read as plain text."));
        var writer = new PageWriter(page) { Place = RenderedPlace.Root with { Preformatted = true } };
        writer.WritePreformatted(text);
        writer.EndLine();
        foreach (var line in page.Lines) line.Kind = BlockKind.Paragraph;
    }
}

/// <summary>Reads a part of a package.</summary>
internal delegate void ReadPart(XmlReader reader);
