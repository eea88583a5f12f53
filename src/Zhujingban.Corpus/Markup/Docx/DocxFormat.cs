using System.Xml;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup.Renditions;

namespace Zhujingban.Corpus.Markup.Docx;

/// <summary>
/// Reads <c>.docx</c>: paragraphs, headings by style, numbers as the document counts them, tables. The document's source is the
/// rendition of its main text; notes, page heads and feet and comments stand behind it and are dropped, with their reasons. A package that is damaged, or unpacks to more than it should, is read as far as it goes.
/// </summary>
public sealed class DocxFormat : IMarkupFormat
{
    /// <summary>What the first bytes of an OLE file, D0 CF 11 E0 A1 B1 1A, are as damaged UTF-8.</summary>
    private const string OldWordStart = "\uFFFD\uFFFD\u0011\u0871\u001A";

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
        if (!package.Read(package.MainPart, Body))
        {
            page.Diagnostics.Add(new Diagnostic("no-document-part", DiagnosticSeverity.Error, $"The package holds no text document: {package.Describe()}."));
            return;
        }

        foreach (var (part, reason) in package.PartsBeside())
        {
            var first = page.Lines.Count;
            package.Read(part, Body);
            for (var line = first; line < page.Lines.Count; line++) page.Lines[line].Reason = reason;
        }

        void Body(XmlReader reader) => new DocxBodyReader(reader, page, new PageWriter(page), styles, numbering).Read();
    }

    /// <summary>What is no package is read as the text that it is.</summary>
    private static void ReadText(string text, RenderedPage page)
    {
        var kind = text.StartsWith(OldWordStart, StringComparison.Ordinal) ? "an older Office file (.doc)" : "none";
        page.Diagnostics.Add(new Diagnostic("not-a-package", DiagnosticSeverity.Error, $"A docx is a zip, and this is {kind}; it is read as plain text."));
        var writer = new PageWriter(page) { Place = RenderedPlace.Root with { Preformatted = true } };
        writer.WritePreformatted(text);
        writer.EndLine();
        foreach (var line in page.Lines) line.Kind = BlockKind.Paragraph;
    }
}

/// <summary>Reads a part of a package.</summary>
internal delegate void ReadPart(XmlReader reader);
