using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>Puts the metadata of an official document together from its parts; what no part says stays null.</summary>
internal static class OfficialDocumentMetadata
{
    public static DocumentMetadata Of(
        string? title, OfficialDocumentHead head, OfficialDocumentFoot foot, OfficialDocumentImprint imprint,
        IReadOnlyList<OfficialDocumentAttachment> attachments)
    {
        var number = head.DocumentNumber ?? NumberOf(head) ?? attachments.Select(attachment => attachment.DocumentNumber).FirstOrDefault(of => head.IsOrder && of is not null);
        return new DocumentMetadata
        {
            DocumentNumber = number,
            Issuer = IssuerOf(title, head, foot, number),
            Addressees = head.Addressees.Count > 0 ? head.Addressees : imprint.Addressees,
            Date = (IsSigned(title, head, foot, number) ? foot.Date : null) ?? head.PassedOn ?? DateOf(head, "date"),
            PublishedDate = DateOf(head, "published"),
            Genre = (title is null ? null : OfficialDocumentGenres.Of(title)) ?? head.Genre,
            Signatory = LabelOf(head, "signatory") ?? foot.Signatory,
            AttachmentNote = foot.AttachmentNote,
            Attachments = [.. attachments.Select(attachment => attachment.Title).OfType<string>()],
            CopiedTo = imprint.CopiedTo,
            PrintingOffice = imprint.PrintingOffice,
            PrintedDate = imprint.PrintedDate,
            Note = foot.Note,
        };
    }

    /// <summary>A date that nobody signs is the document's when other parts say that it is an official one; any text may end with a date.</summary>
    private static bool IsSigned(string? title, OfficialDocumentHead head, OfficialDocumentFoot foot, string? number) =>
        foot.Signature.Count > 0 || foot.Signatory is not null || number is not null || head.Issuer is not null || head.Addressees.Count > 0
        || (title is not null && OfficialDocumentGenres.Of(title) is not null);

    private static string? IssuerOf(string? title, OfficialDocumentHead head, OfficialDocumentFoot foot, string? number)
    {
        if (head.Issuer is not null) return head.Issuer;
        if (title is not null && OfficialDocumentTitles.IssuerOf(title) is { } issuer)
        {
            // 教育局关于… signed by 莆田市教育局: the signature gives the whole name.
            return foot.Signature is [var whole] && whole.Length > issuer.Length && whole.EndsWith(issuer, StringComparison.Ordinal)
                && !whole.StartsWith("中华人民共和国", StringComparison.Ordinal) ? whole : issuer;
        }

        if (foot.Signature.Count > 0) return string.Join(' ', foot.Signature);
        if ((LabelOf(head, "issuer") ?? LabelOf(head, "publisher")) is { } label && Organs.Split(label) is { Count: > 0 } organs) return string.Join(' ', organs);
        return number is null ? null : OfficialDocumentNumbers.OrganOf(number);
    }

    private static string? NumberOf(OfficialDocumentHead head) =>
        LabelOf(head, "number") is { } value ? PageMetadata.NumberOf(value) : null;

    /// <summary>The value of the first label that tells a part (<see cref="PageMetadataLabels.PartOf"/>).</summary>
    private static string? LabelOf(OfficialDocumentHead head, string part) =>
        head.Labels.Where(label => label.Value.Length > 0 && PageMetadataLabels.PartOf(label.Key) == part).Select(label => label.Value).FirstOrDefault();

    private static string? DateOf(OfficialDocumentHead head, string part) =>
        LabelOf(head, part) is { } value && ChineseDates.Read(value, out var iso) > 0 ? iso : null;
}
