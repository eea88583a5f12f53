using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>The parts of an official document that have been read, with the document's own characters for what was read in them.</summary>
/// <param name="written">The text.</param>
/// <param name="given">The title that the document had before it was read, or null.</param>
/// <param name="head">The head.</param>
/// <param name="lines">The lines behind the head.</param>
/// <param name="foot">The foot among these lines.</param>
/// <param name="imprint">The imprint among these lines.</param>
/// <param name="attachments">The attachments.</param>
internal sealed class OfficialDocumentParts(
    WrittenText written, string? given, OfficialDocumentHead head, IReadOnlyList<TextSpan> lines, OfficialDocumentFoot foot,
    OfficialDocumentImprint imprint, IReadOnlyList<OfficialDocumentAttachment> attachments)
{
    private readonly TextSpan _head = new(0, head.End);

    /// <summary>What a decree makes known, when it has no title of its own.</summary>
    private readonly OfficialDocumentAttachment? _issued = head.Title is null && head.IsOrder && attachments.Count > 0 ? attachments[0] : null;

    /// <summary>The title in the characters of the rules: that of the head, of what is issued, of a label, or the given one; null when there is none.</summary>
    public string? Title => head.Title ?? _issued?.Title ?? Label ?? (given is null ? null : ScriptOfRules.Of(given));

    /// <summary>The range of the title; null when it stands in a label or was given.</summary>
    public TextSpan? TitleSpan => head.TitleSpan ?? _issued?.TitleSpan;

    /// <summary>The title as written.</summary>
    public string? WrittenTitle => head.Title is not null ? Close(head.TitleSpan!.Value) : _issued?.Title is not null ? Close(_issued.TitleSpan!.Value)
        : written.AsWritten(Label, _head) ?? given;

    private string? Label => head.Labels.GetValueOrDefault("标题") is { Length: > 1 } labelled ? labelled : null;

    private TextSpan Foot => Range(foot.First, Math.Min(foot.End, lines.Count));

    private TextSpan Imprint => Range(imprint.First, lines.Count);

    /// <summary>The metadata in the document's own characters.</summary>
    /// <param name="read">The metadata in the characters of the rules.</param>
    public DocumentMetadata AsWritten(DocumentMetadata read)
    {
        if (ReferenceEquals(written.Text, written.Rules)) return read;
        return read with
        {
            DocumentNumber = written.AsWritten(read.DocumentNumber, _head, written.Whole),
            Issuer = written.AsWritten(read.Issuer, _head, Foot, written.Whole),
            Addressees = AsWritten(read.Addressees, head.Addressees.Count > 0 ? _head : Imprint),
            Genre = GenreAsWritten(read.Genre),
            Signatory = written.AsWritten(read.Signatory, _head, Foot),
            AttachmentNote = written.AsWritten(read.AttachmentNote, Foot),
            Attachments = [.. attachments.Where(attachment => attachment.Title is not null).Select(attachment => Close(attachment.TitleSpan!.Value))],
            CopiedTo = AsWritten(read.CopiedTo, Imprint),
            PrintingOffice = written.AsWritten(read.PrintingOffice, Imprint),
            Note = written.AsWritten(read.Note, Foot),
        };
    }

    /// <summary>文种 is the title's word, or the letterhead's.</summary>
    private string? GenreAsWritten(string? genre)
    {
        var title = new WrittenText(WrittenTitle ?? "");
        return genre is not null && title.Rules.Contains(genre, StringComparison.Ordinal) ? title.AsWritten(genre, title.Whole) : written.AsWritten(genre, _head);
    }

    private List<string> AsWritten(IReadOnlyList<string> values, TextSpan place) => [.. values.Select(value => written.AsWritten(value, place)!)];

    private string Close(TextSpan span) => LetterSpacing.Close(span.Of(written.Text)).Trim();

    private TextSpan Range(int first, int end) => first < end ? new TextSpan(lines[first].Start, lines[end - 1].End) : default;
}
