using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Markup;
using Zhujingban.Corpus.Reuse;
using Zhujingban.Corpus.Reuse.Cleaning;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus;

/// <summary>How one document is to be read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Format">Its markup, or null to tell it from name and text.</param>
/// <param name="Title">Its title, or null when the source is to give it.</param>
/// <param name="Variant">The Chinese variant to convert the text to, or null to keep its script.</param>
/// <param name="Clean">True to rebuild a notice from repeated, cut up, shuffled text.</param>
/// <param name="FileName">The name of its file, whose extension may tell the markup; null when there is none.</param>
public sealed record ReadOptions(
    string Id, SourceFormat? Format = null, string? Title = null, string? Variant = null, bool Clean = false, string? FileName = null);

/// <summary>The way of one document: markup, repeats, structure. A pure function of source, options and program version.</summary>
public static class DocumentReader
{
    /// <summary>Reads a source of any kind and condition.</summary>
    /// <returns>The document with everything that can be told of it; what went wrong is in its diagnostics.</returns>
    public static Document Read(SourceText source, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var document = options.Clean
            ? RebuiltDocument.Of(Clean(source, options))
            : RepeatedHeads.LeaveOut(ReadMarkup(source, options));
        document = DocumentStructure.Read(document);
        return document with
        {
            Diagnostics = [.. document.Source.Diagnostics, .. document.Diagnostics, .. VariantNotice(document, options.Variant)],
        };
    }

    /// <summary>Puts a notice together again, whatever <see cref="ReadOptions.Clean"/> says: markup, then <see cref="NoticeCleaner"/>.</summary>
    /// <returns>Its units, what is missing and what is undecided; spans are of <see cref="Document.Source"/> of its document.</returns>
    public static CleanedNotice Clean(SourceText source, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        return NoticeCleaner.Clean(ReadMarkup(source, options));
    }

    private static Document ReadMarkup(SourceText source, ReadOptions options)
    {
        var format = options.Format ?? FormatDetector.Detect(source, options.FileName);
        return MarkupFormats.For(format).Read(source, new MarkupOptions(options.Id, options.Title, options.Variant));
    }

    private static IEnumerable<Diagnostic> VariantNotice(Document document, string? variant) =>
        variant is null || document.Format == SourceFormat.MediaWiki
            ? []
            : [new Diagnostic("variant-not-converted", DiagnosticSeverity.Warning,
                $"Only MediaWiki pages are converted to a variant; this {SourceFormats.NameOf(document.Format)} text keeps its script.")];
}
