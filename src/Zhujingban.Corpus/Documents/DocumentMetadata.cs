namespace Zhujingban.Corpus.Documents;

/// <summary>The parts of an official document after GB/T 9704-2012. What the source does not say is null or empty, never guessed.</summary>
public sealed record DocumentMetadata
{
    /// <summary>No value at all.</summary>
    public static DocumentMetadata None { get; } = new();

    /// <summary>发文字号 as written: <c>国办发〔2010〕8号</c>.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>发文机关 (标志 or 署名); several are separated by one space.</summary>
    public string? Issuer { get; init; }

    /// <summary>主送机关: its groups, each as written (<c>国务院各部委、各直属机构</c>).</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>成文日期, ISO 8601.</summary>
    public string? Date { get; init; }

    /// <summary>发布日期, ISO 8601.</summary>
    public string? PublishedDate { get; init; }

    /// <summary>文种: 通知, 意见, 办法 …</summary>
    public string? Genre { get; init; }

    /// <summary>签发人.</summary>
    public string? Signatory { get; init; }

    /// <summary>附件说明 as written.</summary>
    public string? AttachmentNote { get; init; }

    /// <summary>The titles of the 附件.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>抄送机关 as written.</summary>
    public IReadOnlyList<string> CopiedTo { get; init; } = [];

    /// <summary>印发机关.</summary>
    public string? PrintingOffice { get; init; }

    /// <summary>印发日期, ISO 8601.</summary>
    public string? PrintedDate { get; init; }

    /// <summary>附注.</summary>
    public string? Note { get; init; }
}
