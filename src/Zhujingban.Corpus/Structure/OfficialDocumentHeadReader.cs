using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Reads the head of an official document, part by part, in any order in which its parts come; it ends where the first line
/// that is none of them begins. Lines that run several parts together are taken apart.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="lines">Its lines.</param>
/// <param name="ordinals">Its articles and containers, which are no part of the head.</param>
internal sealed class OfficialDocumentHeadReader(string text, IReadOnlyList<TextSpan> lines, RegulationMarks ordinals)
{
    private const int LongestHistory = 300;
    private const int MostAddresseeLines = 8;
    private const int FullLine = 18;
    private const int ShortestRepeated = 5;

    private readonly List<HeadPart> _parts = [];
    private readonly Dictionary<string, string> _labels = [];
    private string? _title;
    private string? _number;
    private string? _issuer;
    private string? _genre;
    private string? _passed;
    private bool _order;
    private IReadOnlyList<string> _addressees = [];
    private int _line;
    private int _at;

    public OfficialDocumentHead Read()
    {
        _at = lines.Count > 0 ? lines[0].Start : 0;
        while (_line < lines.Count && _addressees.Count == 0 && !ordinals.TryGet(_at, out _))
        {
            var rest = new TextSpan(_at, lines[_line].End);
            if (!TakeRepeated(rest) && !TakeLabels(rest) && !TakeMasthead(rest) && !TakeLetterhead(rest) && !TakeNumber(rest)
                && !TakeHistory(rest) && !TakeTitle(rest) && !TakeAddressees(rest))
                break;
        }

        return new OfficialDocumentHead
        {
            Parts = _parts,
            End = _at,
            Title = _title,
            DocumentNumber = _number,
            Issuer = _issuer,
            IsOrder = _order && _title is null,
            Genre = _genre,
            PassedOn = _passed,
            Addressees = _addressees,
            Labels = _labels,
        };
    }

    private bool StartsLine(TextSpan rest) => rest.Start == lines[_line].Start;

    /// <summary>Scraped pages have the title or the number twice, on two lines or run together.</summary>
    private bool TakeRepeated(TextSpan rest)
    {
        var length = _parts.Count == 0 ? 0 : _parts[^1].Span.Length;
        if (length < ShortestRepeated || length > rest.Length) return false;
        if (!text.AsSpan(rest.Start, length).SequenceEqual(text.AsSpan(_parts[^1].Span.Start, length))) return false;
        Take(HeadPartKind.Repeated, TextSpan.At(rest.Start, length));
        return true;
    }

    private bool TakeMasthead(TextSpan rest)
    {
        if (_title is not null || !StartsLine(rest) || !OfficialDocumentHeadParts.IsMasthead(rest.Of(text))) return false;
        // 等级　特提·明电　　国汛电〔2010〕12号: a telegram's number closes the line.
        var blank = text.AsSpan(rest.Start, rest.Length).LastIndexOfAny(' ', '\u3000');
        var last = new TextSpan(rest.Start + blank + 1, rest.End);
        var numbered = blank > 0 && _number is null && OfficialDocumentNumbers.Read(text.AsSpan(last.Start, last.Length)) == last.Length;
        Take(HeadPartKind.Masthead, numbered ? new TextSpan(rest.Start, rest.Start + blank) : rest);
        return true;
    }

    /// <summary>A line of labels with their values, or a label with what follows it.</summary>
    private bool TakeLabels(TextSpan rest)
    {
        var length = OfficialDocumentHeadParts.ReadLabel(text.AsSpan(rest.Start, rest.Length), out var label);
        if (length == 0) return false;
        var line = text.AsSpan(rest.Start, rest.Length);
        var labels = PageMetadataLabels.Read(line, isCell: false);
        if (labels.Count > 1 && line.IndexOf('。') < 0)
        {
            foreach (var part in labels) _labels.TryAdd(part.Name, part.Value.IsEmpty ? "" : line[part.Value.Start..part.Value.End].ToString().Trim());
            Take(HeadPartKind.Label, rest);
            return true;
        }

        // 【发布单位】商务部【发布文号】…
        var next = text[rest.Start] is '【' ? line[length..].IndexOf('【') : -1;
        var value = new TextSpan(rest.Start + length, next < 0 ? rest.End : rest.Start + length + next);
        while (!value.IsEmpty && char.IsWhiteSpace(text[value.Start])) value = value with { Start = value.Start + 1 };
        if (OfficialDocumentLabelValues.Length(label, text.AsSpan(value.Start, value.Length), _issuer) is not { } known) return false;
        value = TextSpan.At(value.Start, known);
        _labels.TryAdd(label, value.Of(text).Trim());
        Take(HeadPartKind.Label, new TextSpan(rest.Start, value.End));
        return true;
    }

    private bool TakeNumber(TextSpan rest)
    {
        var characters = text.AsSpan(rest.Start, rest.Length);
        var length = OfficialDocumentNumbers.Read(characters);
        if (_number is not null) return false;
        if (length == 0) return TakeAnnouncementNumber(rest);
        // A sentence can begin with a number that it speaks of; a head's number stands alone, or run together with other parts.
        var alone = characters[length..].Trim() is { IsEmpty: true } or ['签', '发', '人', ..];
        if (!alone && StartsLine(rest) && !GoesOn(new TextSpan(rest.Start + length, rest.End))) return false;
        if (!alone && (characters[length] is '，' or '、' or '）' or '》' or '的' || characters[length..].StartsWith("文件"))) return false;
        _number = characters[..length].ToString();
        Take(HeadPartKind.DocumentNumber, TextSpan.At(rest.Start, length));
        return true;
    }

    /// <summary>财政部 税务总局公告2019年第39号 on a line below the title.</summary>
    private bool TakeAnnouncementNumber(TextSpan rest)
    {
        if (_title is null || !StartsLine(rest)) return false;
        if (OfficialDocumentLetterhead.Read(text, lines, _line) is not { Kind: "公告", Number: { } number } head || head.End != rest.End) return false;
        _number = number;
        Take(HeadPartKind.DocumentNumber, rest);
        return true;
    }

    /// <summary>True when the next part of the head stands behind a number: the title, or what follows one.</summary>
    private bool GoesOn(TextSpan behind)
    {
        while (char.IsWhiteSpace(text[behind.Start])) behind = behind with { Start = behind.Start + 1 };
        if (_title is null) return OfficialDocumentTitles.FindEnd(text, behind) >= 0;
        return OfficialDocumentHeadParts.StartsAt(text, behind) || ChineseDates.Read(text.AsSpan(behind.Start, behind.Length), out _) > 0;
    }

    private bool TakeLetterhead(TextSpan rest)
    {
        if (_title is not null || _issuer is not null || !StartsLine(rest)) return false;
        if (TakeMinutes(rest)) return true;
        var head = OfficialDocumentLetterhead.Read(text, lines, _line) ?? OfficialDocumentLetterhead.ReadRunTogether(text, rest);
        if (head is null) return false;
        _issuer = head.Issuer;
        _number ??= head.Number;
        _genre = head.Kind == "文件" ? null : head.Kind;
        _order = _genre is not null;
        Take(HeadPartKind.Letterhead, new TextSpan(rest.Start, head.OrdinalSpan.IsEmpty ? head.End : lines[_line + LinesUpTo(head.OrdinalSpan.Start)].End));
        if (!head.OrdinalSpan.IsEmpty) Take(HeadPartKind.DocumentNumber, head.OrdinalSpan);
        return true;
    }

    private int LinesUpTo(int start)
    {
        var count = 0;
        while (lines[_line + count + 1].Start < start) count++;
        return count;
    }

    /// <summary>专题会议纪要, 〔2014〕23号, then the office and the day: 纪要标志 (GB/T 9704-2012 10.3).</summary>
    private bool TakeMinutes(TextSpan rest)
    {
        if (_number is not null || _line + 1 >= lines.Count || rest.Length > 30 || !rest.Of(text).EndsWith("纪要", StringComparison.Ordinal)) return false;
        var number = lines[_line + 1];
        if (!OfficialDocumentNumbers.IsBare(text.AsSpan(number.Start, number.Length))) return false;
        Take(HeadPartKind.Letterhead, rest);
        _number = number.Of(text);
        _genre = "纪要";
        Take(HeadPartKind.DocumentNumber, number);
        if (_line >= lines.Count || lines[_line].Length > 60) return true;
        var line = lines[_line].Of(text);
        var office = Math.Max(line.IndexOf(' '), line.IndexOf('\u3000'));
        if (office < 2 || ChineseDates.Parse(line.AsSpan(office)) is not { } date || !Organs.IsOrgan(line.AsSpan(0, office))) return true;
        (_issuer, _passed) = (line[..office].Trim(), date);
        Take(HeadPartKind.Letterhead, lines[_line]);
        return true;
    }

    /// <summary>题注 below the title; the number of a judicial interpretation stands above or below it.</summary>
    private bool TakeHistory(TextSpan rest)
    {
        if (_title is null) return false;
        var close = text.AsSpan(rest.Start, Math.Min(rest.Length, LongestHistory)).IndexOfAny('）', ')');
        if (close < 0) return false;
        rest = TextSpan.At(rest.Start, close + 1);
        var line = rest.Of(text);
        if (!OfficialDocumentHeadParts.IsHistory(line)) return false;
        _passed ??= OfficialDocumentHeadParts.PassedOn(line);
        Take(HeadPartKind.History, rest);
        return true;
    }

    private bool TakeTitle(TextSpan rest)
    {
        if (_title is not null || (_order && _genre == "令")) return false;
        var count = rest.Start == lines[_line].Start ? OfficialDocumentTitles.ReadLines(text, lines, _line) : 0;
        var span = count > 0 ? new TextSpan(rest.Start, lines[_line + count - 1].End) : rest;
        if (count == 0)
        {
            var end = OfficialDocumentTitles.FindEnd(text, rest);
            if (end < 0) return false;
            span = new TextSpan(rest.Start, end);
            var half = TextSpan.At(span.Start, span.Length / 2);
            if (half.Length * 2 == span.Length && text.AsSpan(half.Start, half.Length).SequenceEqual(text.AsSpan(half.End, half.Length))) span = half;
        }

        _title = LetterSpacing.Close(span.Of(text));
        Take(HeadPartKind.Title, span);
        return true;
    }

    private bool TakeAddressees(TextSpan rest)
    {
        // A colon behind a first line is nothing of an official document's by itself: 书单 / 一等奖：张三.
        if (_number is null && _issuer is null && (_title is null || OfficialDocumentGenres.Of(_title) is null)) return false;
        var length = OfficialDocumentHeadParts.ReadAddressees(text, rest);
        var span = length > 0 ? TextSpan.At(rest.Start, length) : AddresseesOverLines(rest);
        if (span.IsEmpty) return false;
        _addressees = OfficialDocumentHeadParts.Groups(Unbroken(span));
        Take(HeadPartKind.Addressees, span);
        return true;
    }

    /// <summary>主送机关 that go on over lines: each line is full, or ends between two names, and the last ends with the colon.</summary>
    private TextSpan AddresseesOverLines(TextSpan rest)
    {
        for (var i = _line; i < lines.Count && i - _line < MostAddresseeLines; i++)
        {
            var last = text[lines[i].End - 1];
            if (last is '：' or ':')
            {
                var span = new TextSpan(rest.Start, lines[i].End);
                var joined = Unbroken(span);
                return OfficialDocumentHeadParts.ReadAddressees(joined) == joined.Length ? span : default;
            }

            if (lines[i].Length > LongestHistory || (last is not ('，' or '、' or ',') && lines[i].Length < FullLine)) break;
        }

        return default;
    }

    private string Unbroken(TextSpan span) => string.Concat(span.Of(text).Split('\n', StringSplitOptions.TrimEntries));

    private void Take(HeadPartKind kind, TextSpan span)
    {
        // A head has one number; another line of that shape stays a paragraph.
        if (kind == HeadPartKind.DocumentNumber && _parts.Any(part => part.Kind == kind)) kind = HeadPartKind.Letterhead;
        _parts.Add(new HeadPart(kind, span));
        _at = span.End;
        while (_line < lines.Count && _at >= lines[_line].End) _line++;
        if (_line >= lines.Count) return;
        _at = Math.Max(_at, lines[_line].Start);
        while (_at < lines[_line].End && char.IsWhiteSpace(text[_at])) _at++;
    }
}
