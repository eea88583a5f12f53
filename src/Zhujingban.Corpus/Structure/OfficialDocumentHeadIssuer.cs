using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>Takes from a head who issues the document and under which number: letterhead, number, 纪要标志.</summary>
/// <param name="cursor">Where the reading of the head stands.</param>
internal sealed class OfficialDocumentHeadIssuer(OfficialDocumentHeadCursor cursor)
{
    /// <summary>The number as written.</summary>
    public string? Number { get; private set; }

    /// <summary>The issuer that a letterhead names.</summary>
    public string? Issuer { get; private set; }

    /// <summary>文种 as the letterhead says it.</summary>
    public string? Genre { get; private set; }

    /// <summary>The day of the meeting that minutes are of, ISO 8601.</summary>
    public string? MetOn { get; private set; }

    /// <summary>True for a letterhead of 令 or 公告.</summary>
    public bool IsOrder { get; private set; }

    /// <summary>发文字号, at any place of the head.</summary>
    /// <param name="rest">What is left of the line.</param>
    /// <param name="titled">True behind the title.</param>
    public bool TakeNumber(TextSpan rest, bool titled)
    {
        var characters = cursor.Text.AsSpan(rest.Start, rest.Length);
        var length = OfficialDocumentNumbers.Read(characters);
        if (Number is not null) return false;
        if (length == 0) return TakeAnnouncementNumber(rest, titled);
        // A sentence can begin with a number that it speaks of; a head's number stands alone, or run together with other parts.
        var alone = characters[length..].Trim() is { IsEmpty: true } or ['签', '发', '人', ..];
        if (!alone && cursor.StartsLine && !GoesOn(new TextSpan(rest.Start + length, rest.End), titled)) return false;
        if (!alone && (characters[length] is '，' or '、' or '）' or '》' or '的' || characters[length..].StartsWith("文件"))) return false;
        Number = characters[..length].ToString();
        cursor.Take(HeadPartKind.DocumentNumber, TextSpan.At(rest.Start, length));
        return true;
    }

    /// <summary>财政部 税务总局公告2019年第39号 on a line below the title.</summary>
    private bool TakeAnnouncementNumber(TextSpan rest, bool titled)
    {
        if (!titled || !cursor.StartsLine) return false;
        if (OfficialDocumentLetterhead.Read(cursor.Text, cursor.Lines, cursor.Line) is not { Kind: "公告", Number: { } number } head || head.End != rest.End) return false;
        Number = number;
        cursor.Take(HeadPartKind.DocumentNumber, rest);
        return true;
    }

    /// <summary>True when the next part of the head stands behind a number: the title, or what follows one.</summary>
    private bool GoesOn(TextSpan behind, bool titled)
    {
        while (char.IsWhiteSpace(cursor.Text[behind.Start])) behind = behind with { Start = behind.Start + 1 };
        if (!titled) return OfficialDocumentTitles.FindEnd(cursor.Text, behind) >= 0;
        return OfficialDocumentHeadParts.StartsAt(cursor.Text, behind) || ChineseDates.Read(cursor.Text.AsSpan(behind.Start, behind.Length), out _) > 0;
    }

    /// <summary>发文机关标志 above the title, or 纪要标志.</summary>
    public bool TakeLetterhead(TextSpan rest, bool titled)
    {
        if (titled || Issuer is not null || !cursor.StartsLine) return false;
        if (TakeMinutes(rest)) return true;
        var head = OfficialDocumentLetterhead.Read(cursor.Text, cursor.Lines, cursor.Line) ?? OfficialDocumentLetterhead.ReadRunTogether(cursor.Text, rest);
        if (head is null) return false;
        Issuer = head.Issuer;
        Number ??= head.Number;
        Genre = head.Kind == "文件" ? null : head.Kind;
        IsOrder = Genre is not null;
        cursor.Take(HeadPartKind.Letterhead, new TextSpan(rest.Start, head.OrdinalSpan.IsEmpty ? head.End : cursor.Lines[cursor.Line + LinesUpTo(head.OrdinalSpan.Start)].End));
        if (!head.OrdinalSpan.IsEmpty) cursor.Take(HeadPartKind.DocumentNumber, head.OrdinalSpan);
        return true;
    }

    private int LinesUpTo(int start)
    {
        var count = 0;
        while (cursor.Lines[cursor.Line + count + 1].Start < start) count++;
        return count;
    }

    /// <summary>专题会议纪要, 〔2014〕23号, then the office and the day: 纪要标志 (GB/T 9704-2012 10.3).</summary>
    private bool TakeMinutes(TextSpan rest)
    {
        if (Number is not null || cursor.Line + 1 >= cursor.Lines.Count || rest.Length > 30 || !rest.Of(cursor.Text).EndsWith("纪要", StringComparison.Ordinal)) return false;
        var number = cursor.Lines[cursor.Line + 1];
        if (!OfficialDocumentNumbers.IsBare(cursor.Text.AsSpan(number.Start, number.Length))) return false;
        cursor.Take(HeadPartKind.Letterhead, rest);
        Number = number.Of(cursor.Text);
        Genre = "纪要";
        cursor.Take(HeadPartKind.DocumentNumber, number);
        if (cursor.AtEnd || cursor.Lines[cursor.Line].Length > 60) return true;
        var line = cursor.Lines[cursor.Line].Of(cursor.Text);
        var office = Math.Max(line.IndexOf(' '), line.IndexOf('\u3000'));
        if (office < 2 || ChineseDates.Parse(line.AsSpan(office)) is not { } date || !Organs.IsOrgan(line.AsSpan(0, office))) return true;
        (Issuer, MetOn) = (line[..office].Trim(), date);
        cursor.Take(HeadPartKind.Letterhead, cursor.Lines[cursor.Line]);
        return true;
    }
}
