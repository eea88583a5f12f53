namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>The kinds of contradictions that cleaning finds.</summary>
internal static class CleanConflictKinds
{
    /// <summary>发布日期 is before 成文日期.</summary>
    public const string PublishedBeforeDate = "published-before-date";

    /// <summary>Two different texts have one number.</summary>
    public const string NumberRepeated = "number-repeated";

    /// <summary>Two copies have different titles.</summary>
    public const string TitlesDiffer = "titles-differ";

    /// <summary>Two copies have different 发文字号.</summary>
    public const string DocumentNumbersDiffer = "document-numbers-differ";

    /// <summary>Two copies have different 主送机关.</summary>
    public const string AddresseesDiffer = "addressees-differ";

    /// <summary>Two copies have different 成文日期.</summary>
    public const string DatesDiffer = "dates-differ";

    /// <summary>Two copies have different 署名.</summary>
    public const string SignaturesDiffer = "signatures-differ";

    /// <summary>Two copies of 会议纪要 say differently who was there.</summary>
    public const string AttendanceDiffers = "attendance-differs";

    /// <summary>Two copies have different versions of a sentence without a number.</summary>
    public const string SentencesDiffer = "sentences-differ";
}
