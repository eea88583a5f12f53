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
        var number = head.DocumentNumber ?? LabelOf(head, "发文字号", "文号");
        return new DocumentMetadata
        {
            DocumentNumber = number,
            Issuer = IssuerOf(title, head, foot, number),
            Addressees = head.Addressees,
            Date = foot.Date ?? DateOf(head, "成文日期", "发文日期"),
            PublishedDate = DateOf(head, "发布日期", "发布时间", "公开日期"),
            Genre = title is null ? null : OfficialDocumentGenres.Of(title),
            Signatory = LabelOf(head, "签发人"),
            AttachmentNote = foot.AttachmentNote,
            Attachments = [.. attachments.Select(attachment => attachment.Title).OfType<string>()],
            CopiedTo = imprint.CopiedTo,
            PrintingOffice = imprint.PrintingOffice,
            PrintedDate = imprint.PrintedDate,
            Note = foot.Note,
        };
    }

    private static string? IssuerOf(string? title, OfficialDocumentHead head, OfficialDocumentFoot foot, string? number)
    {
        if (head.Issuer is not null) return head.Issuer;
        if (title is not null && OfficialDocumentTitles.IssuerOf(title) is { } issuer) return issuer;
        if (foot.Signature.Count > 0) return string.Join(' ', foot.Signature);
        if (LabelOf(head, "发文机关", "发布机构") is { } label && Organs.Split(label) is { Count: > 0 } organs) return string.Join(' ', organs);
        return number is null ? null : OfficialDocumentNumbers.OrganOf(number);
    }

    private static string? LabelOf(OfficialDocumentHead head, params ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
        {
            if (head.Labels.TryGetValue(label, out var value) && value.Length > 0) return value;
        }

        return null;
    }

    private static string? DateOf(OfficialDocumentHead head, params ReadOnlySpan<string> labels) =>
        LabelOf(head, labels) is { } value && ChineseDates.Read(value, out var iso) > 0 ? iso : null;
}
