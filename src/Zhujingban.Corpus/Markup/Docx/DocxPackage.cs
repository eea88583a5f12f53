using System.IO.Compression;
using System.Xml;
using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Markup.Docx;

/// <summary>The zip that a docx is. No part is unpacked beyond a fixed size and ratio, however large it says that it is.</summary>
internal sealed class DocxPackage : IDisposable
{
    private const int MostEntries = 10_000;

    /// <summary>What may be unpacked in all.</summary>
    private const long MostUnpacked = 256L << 20;
    private const long HighestRatio = 200;

    /// <summary>Small parts may be packed tighter: an empty document of repeated styles is.</summary>
    private const long AlwaysAllowed = 1 << 20;

    /// <summary>Parts that only one format has, and what it is called.</summary>
    private static readonly (string Part, string? Name)[] Formats =
    [
        ("xl/workbook.xml", "it is a workbook (.xlsx)"), ("xl/workbook.bin", "it is a workbook (.xlsb)"), ("ppt/presentation.xml", "it is a presentation (.pptx)"),
        ("OFD.xml", "it is an OFD document (.ofd)"), ("META-INF/container.xml", "it is a book (.epub)"), ("content.xml", "it is an OpenDocument file (.odt or the like)"),
    ];

    private readonly ZipArchive _zip;
    private long _unpacked;
    private readonly List<Diagnostic> _diagnostics;

    private DocxPackage(ZipArchive zip, List<Diagnostic> diagnostics)
    {
        _zip = zip;
        _diagnostics = diagnostics;
        MainPart = "word/document.xml";
        Read("_rels/.rels", FindMainPart);
    }

    /// <summary>The name of the part that is the document.</summary>
    public string MainPart { get; private set; }

    /// <summary>Opens a package; null, with a diagnostic, when it is none.</summary>
    public static DocxPackage? Open(ReadOnlyMemory<byte> bytes, List<Diagnostic> diagnostics)
    {
        try
        {
            var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count <= MostEntries) return new DocxPackage(zip, diagnostics);
            diagnostics.Add(new Diagnostic("zip-limit", DiagnosticSeverity.Error, $"The package has {zip.Entries.Count} parts, more than {MostEntries}; it is not read."));
            zip.Dispose();
        }
        catch (Exception wrong) when (IsDamage(wrong))
        {
            diagnostics.Add(new Diagnostic("bad-package", DiagnosticSeverity.Error, "The zip is damaged; nothing of it can be read."));
        }

        return null;
    }

    /// <summary>The parts whose text is none of the document's own, and why, in the order of their names.</summary>
    public IEnumerable<(string Name, DropReason Reason)> PartsBeside() => _zip.Entries.Select(entry => entry.FullName)
        .Where(name => name.StartsWith("word/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal) && name.LastIndexOf('/') == 4)
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Select(name => (name, ReasonOf(name["word/".Length..]))).Where(part => part.Item2 is not null).Select(part => (part.name, part.Item2!.Value));

    /// <summary>What the zip is when it is no docx.</summary>
    public string Describe()
    {
        var found = Formats.FirstOrDefault(format => _zip.GetEntry(format.Part) is not null);
        return found.Name ?? $"a zip of {_zip.Entries.Count} files";
    }

    private static DropReason? ReasonOf(string part) => part switch
    {
        "footnotes.xml" or "endnotes.xml" => DropReason.ReferenceList,
        "comments.xml" => DropReason.Comment,
        _ when part.StartsWith("header", StringComparison.Ordinal) || part.StartsWith("footer", StringComparison.Ordinal) => DropReason.Boilerplate,
        _ => null,
    };

    /// <summary>Reads a part as far as it goes; false when the package has none of this name.</summary>
    public bool Read(string name, ReadPart read)
    {
        if (_zip.GetEntry(name) is not { } entry) return false;
        var limit = Math.Min(MostUnpacked - _unpacked, Math.Max(AlwaysAllowed, entry.CompressedLength * HighestRatio));
        try
        {
            using var stream = new LimitedStream(this, entry.Open(), limit);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true,
            });
            read(reader);
            if (stream.IsCut) Say("zip-limit", $"The part {name} unpacks to more than it should; it is read up to {limit} bytes.");
        }
        catch (XmlException wrong)
        {
            Say("bad-xml", $"The part {name} is no well-formed XML from line {wrong.LineNumber} on; it is read up to there.");
        }
        catch (LimitException)
        {
            Say("zip-limit", $"The part {name} unpacks to more than it should; it is read up to {limit} bytes.");
        }
        catch (Exception wrong) when (IsDamage(wrong))
        {
            Say("bad-package", $"The part {name} is damaged; it is read as far as it goes.");
        }

        return true;
    }

    public void Dispose() => _zip.Dispose();

    private void FindMainPart(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.LocalName != "Relationship" || reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) != true) continue;
            if (reader.GetAttribute("Target") is { Length: > 0 } target) MainPart = target.TrimStart('/');
        }
    }

    private void Say(string code, string message) => _diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Error, message));

    private static bool IsDamage(Exception wrong) =>
        wrong is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException or InvalidOperationException;

    private sealed class LimitException : Exception;

    /// <summary>A stream that breaks off behind a limit.</summary>
    private sealed class LimitedStream(DocxPackage package, Stream inner, long limit) : Stream
    {
        private long _read;

        public bool IsCut { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            _read += read;
            if (_read <= limit) return read;
            IsCut = true;
            throw new LimitException();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                package._unpacked += _read;
            }

            base.Dispose(disposing);
        }
    }
}
