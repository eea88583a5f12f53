using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Reads an official document after GB/T 9704-2012: the head (title, number, addressees), the body's outline, the foot (signature, date,
/// notes), its attachments with numberings of their own, and the imprint.
/// </summary>
public static class OfficialDocumentStructure
{
    /// <summary>Fills title, metadata, sections and clauses of a plain text.</summary>
    /// <param name="document">A document whose blocks are its lines.</param>
    public static Document Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var written = new WrittenText(document.Text.Text);
        var text = written.Rules;
        var blocks = document.Blocks.Where(block => !block.Span.IsEmpty).Select(block => block.Span).ToList();
        var ordinals = RegulationMarks.Read(text, blocks);
        var lines = RegulationLines.Cut(text, blocks, ordinals);
        var known = document.Title is { } given ? ScriptOfRules.Of(given) : null;
        var head = new OfficialDocumentHeadReader(text, lines, ordinals).Read();
        var behind = OfficialDocumentLines.From(text, lines, head.End, head.Title ?? known, IssuersOf(head));
        var rest = behind.Lines;
        var imprint = OfficialDocumentImprint.Read(text, rest);
        var foot = new OfficialDocumentFootReader(text, rest.Take(imprint.First).ToList(), behind.IsCutFoot, line => behind.IssuedTitleLength(text, line) == line.Length).Read();
        // A bare regulation has no foot; its 附件 and 附表 stand behind its last article.
        var bodyEnd = foot.First < rest.Count ? foot.First : OfficialDocumentAttachments.BehindArticles(text, rest, ordinals, imprint.First);
        var attachments = OfficialDocumentAttachments.Read(text, rest, foot.First < rest.Count ? foot.End : bodyEnd, imprint.First);

        var parts = new OfficialDocumentParts(written, document.Title, head, rest, foot, imprint, attachments);
        var outline = new OutlineBuilder(text, written.Text, parts.Title);
        AddHead(outline, head);
        OutlinePieces.Add(text, rest.Take(Math.Min(bodyEnd, imprint.First)), ordinals, outline);
        outline.CloseAll();
        for (var i = foot.First; i < Math.Min(foot.End, imprint.First); i++) outline.AddParagraph(rest[i]);
        foreach (var attachment in attachments) AddAttachment(text, rest, attachment, parts.TitleSpan, ordinals, outline, foot.First >= rest.Count);
        outline.EndPart();
        for (var i = imprint.First; i < rest.Count; i++) outline.AddParagraph(rest[i]);

        return document with
        {
            Title = parts.WrittenTitle,
            TitleSpan = parts.TitleSpan,
            Metadata = parts.AsWritten(OfficialDocumentMetadata.Of(parts.Title, head, foot, imprint, attachments)),
            Sections = outline.Sections,
            Clauses = outline.Clauses,
            Diagnostics = [.. document.Diagnostics, .. SchemeOf(document.Text, ordinals, outline), .. outline.Checks.Diagnostics(document.Text)],
        };
    }

    /// <summary>Which of the two numbering schemes a document has, and why; nothing for one without numbers.</summary>
    private static IEnumerable<Diagnostic> SchemeOf(MappedText text, RegulationMarks ordinals, OutlineBuilder outline)
    {
        var articles = ordinals.Marks.Count(mark => mark.Kind == NumberingKind.Article);
        if (ordinals.Marks.Count > 0)
        {
            yield return new Diagnostic("numbering-regulation", DiagnosticSeverity.Info,
                $"Numbered as a regulation from here on: {articles} articles and {ordinals.Marks.Count - articles} headings of parts and chapters are found.",
                [.. text.SourceSpans(ordinals.Marks[0].Span)]);
        }
        else if (outline.Sections.Count > 0 || outline.Clauses.Any(clause => clause.Kind == ClauseKind.Clause))
        {
            yield return new Diagnostic("numbering-notice", DiagnosticSeverity.Info, "Numbered as a notice: no article and no heading of a chapter is found.");
        }
    }

    private static string? IssuersOf(OfficialDocumentHead head) =>
        head.Issuer ?? (head.Title is { } title ? OfficialDocumentTitles.IssuerOf(title) : null)
            ?? (head.DocumentNumber is { } number ? OfficialDocumentNumbers.OrganOf(number) : null);

    /// <summary>Title and number are found through the document; the other parts of the head are paragraphs.</summary>
    private static void AddHead(OutlineBuilder outline, OfficialDocumentHead head)
    {
        foreach (var part in head.Parts)
        {
            if (part.Kind is not (HeadPartKind.Title or HeadPartKind.DocumentNumber)) outline.AddParagraph(part.Span);
        }
    }

    private static void AddAttachment(
        string text, IReadOnlyList<TextSpan> lines, OfficialDocumentAttachment attachment, TextSpan? title,
        RegulationMarks ordinals, OutlineBuilder outline, bool citesHeadings)
    {
        outline.BeginPart($"att_{attachment.Number}", citesHeadings);
        for (var i = attachment.First; i < attachment.BodyStart; i++)
        {
            if (title is not { } span || !span.Contains(lines[i])) outline.AddParagraph(lines[i]);
        }

        OutlinePieces.Add(text, lines.Skip(attachment.BodyStart).Take(attachment.End - attachment.BodyStart), ordinals, outline);
    }
}
