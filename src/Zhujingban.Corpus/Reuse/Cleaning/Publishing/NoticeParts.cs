namespace Zhujingban.Corpus.Reuse.Cleaning.Publishing;

/// <summary>Where on the page a unit of a notice stands.</summary>
internal enum NoticePart
{
    /// <summary>Title, number, 发布日期.</summary>
    Head,

    /// <summary>主送机关.</summary>
    Addressees,

    /// <summary>正文.</summary>
    Body,

    /// <summary>附件说明.</summary>
    AttachmentNote,

    /// <summary>Signature and date.</summary>
    Foot,

    /// <summary>The line that begins an attachment.</summary>
    AttachmentStart,
}

/// <summary>The parts of the page that a notice's units are.</summary>
internal sealed class NoticeParts
{
    private readonly CleanedNotice _notice;
    private readonly NoticePart[] _parts;

    public NoticeParts(CleanedNotice notice)
    {
        _notice = notice;
        _parts = new NoticePart[notice.Units.Count];
        // A line 附件 with a foot still to come, in the same document, is 附件说明; behind the foot it begins an attachment.
        var footFollows = false;
        for (var i = _parts.Length - 1; i >= 0; i--)
        {
            var kind = notice.Units[i].Kind;
            _parts[i] = PartOf(kind, footFollows);
            footFollows = kind is CleanUnitKind.Signature or CleanUnitKind.Date || (footFollows && kind != CleanUnitKind.Title);
        }
    }

    /// <summary>The part that a unit is.</summary>
    public NoticePart this[int unit] => _parts[unit];

    /// <summary>True when a blank line stands between a unit and the one before it.</summary>
    public bool IsApart(int unit)
    {
        var (before, here) = (_parts[unit - 1], _parts[unit]);
        if (before == NoticePart.Head && here == NoticePart.Head)
            return _notice.Units[unit - 1].Kind == CleanUnitKind.DocumentNumber && _notice.Units[unit].Kind == CleanUnitKind.Title;
        if (here == NoticePart.AttachmentStart) return true;
        return before != here && (before, here) != (NoticePart.Addressees, NoticePart.Body);
    }

    private static NoticePart PartOf(CleanUnitKind kind, bool footFollows) => kind switch
    {
        CleanUnitKind.Title or CleanUnitKind.DocumentNumber or CleanUnitKind.PublishedDate => NoticePart.Head,
        CleanUnitKind.Addressees => NoticePart.Addressees,
        CleanUnitKind.Signature or CleanUnitKind.Date => NoticePart.Foot,
        CleanUnitKind.Attachment => footFollows ? NoticePart.AttachmentNote : NoticePart.AttachmentStart,
        _ => NoticePart.Body,
    };
}
