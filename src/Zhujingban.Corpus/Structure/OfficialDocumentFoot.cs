namespace Zhujingban.Corpus.Structure;

/// <summary>The foot of an official document: 附件说明, signature, date, 附注; and where its lines lie among the document's lines.</summary>
internal sealed record OfficialDocumentFoot
{
    /// <summary>The first line of the foot; the number of lines when there is no foot.</summary>
    public required int First { get; init; }

    /// <summary>The first line behind the foot, where attachments begin.</summary>
    public required int End { get; init; }

    /// <summary>署名: the offices that sign.</summary>
    public IReadOnlyList<string> Signature { get; init; } = [];

    /// <summary>签发人签名章: the officers who sign a decree, joined by one space.</summary>
    public string? Signatory { get; init; }

    /// <summary>成文日期, ISO 8601.</summary>
    public string? Date { get; init; }

    /// <summary>附注 as written.</summary>
    public string? Note { get; init; }

    /// <summary>附件说明 as written.</summary>
    public string? AttachmentNote { get; init; }
}
