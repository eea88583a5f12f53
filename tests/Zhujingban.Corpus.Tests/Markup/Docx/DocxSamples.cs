using System.IO.Compression;
using System.Text;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Tests.Markup.Html;

namespace Zhujingban.Corpus.Tests.Markup.Docx;

/// <summary>Packages that tests make, and what holds for every one that has been read.</summary>
internal static class DocxSamples
{
    public const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static Document Read(byte[] bytes)
    {
        var document = DocumentReader.Read(SourceText.FromBytes(bytes), new ReadOptions("d", SourceFormat.Docx));
        HtmlPages.AssertSound(document);
        return document;
    }

    public static string Lines(params string[] lines) => string.Concat(lines.Select(line => $"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));

    public static string Numbered(string text, int level) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static byte[] Package(string body, string? numbering = null)
    {
        var document = ("word/document.xml", $"<w:document {Word}><w:body>{body}</w:body></w:document>");
        return numbering is null ? Zip(document) : Zip(document, ("word/numbering.xml", numbering));
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
