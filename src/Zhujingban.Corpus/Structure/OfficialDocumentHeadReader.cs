using Zhujingban.Corpus.Documents;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Reads the head of an official document, part by part, in any order in which its parts come; it ends where the first line
/// that is none of them begins. Lines that run several parts together are taken apart.
/// </summary>
internal sealed class OfficialDocumentHeadReader
{
    private const int LongestHistory = 300;
    private const int MostAddresseeLines = 8;
    private const int FullLine = 18;
    private const int ShortestRepeated = 5;

    private readonly string _text;
    private readonly IReadOnlyList<TextSpan> _lines;
    private readonly RegulationMarks _ordinals;
    private readonly OfficialDocumentHeadCursor _cursor;
    private readonly OfficialDocumentHeadIssuer _issuer;
    private readonly Dictionary<string, string> _labels = [];
    private string? _title;
    private string? _passed;
    private IReadOnlyList<string> _addressees = [];

    /// <summary>Stands at the first line.</summary>
    /// <param name="text">The text, in the characters of the rules.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="ordinals">Its articles and containers, which are no part of the head.</param>
    public OfficialDocumentHeadReader(string text, IReadOnlyList<TextSpan> lines, RegulationMarks ordinals)
    {
        (_text, _lines, _ordinals) = (text, lines, ordinals);
        _cursor = new OfficialDocumentHeadCursor(text, lines);
        _issuer = new OfficialDocumentHeadIssuer(_cursor);
    }

    public OfficialDocumentHead Read()
    {
        while (!_cursor.AtEnd && _addressees.Count == 0 && !_ordinals.TryGet(_cursor.At, out _))
        {
            var rest = _cursor.Rest;
            if (!TakeRepeated(rest) && !TakeLabels(rest) && !TakeMasthead(rest) && !_issuer.TakeLetterhead(rest, _title is not null)
                && !_issuer.TakeNumber(rest, _title is not null) && !TakeHistory(rest) && !TakeTitle(rest) && !TakeAddressees(rest))
                break;
        }

        return new OfficialDocumentHead
        {
            Parts = _cursor.Parts,
            End = _cursor.At,
            Title = _title,
            DocumentNumber = _issuer.Number,
            Issuer = _issuer.Issuer,
            IsOrder = _issuer.IsOrder && _title is null,
            Genre = _issuer.Genre,
            PassedOn = _issuer.MetOn ?? _passed,
            Addressees = _addressees,
            Labels = _labels,
        };
    }

    /// <summary>Scraped pages have the title or the number twice, on two lines or run together. A title may begin with the office that stands above it.</summary>
    private bool TakeRepeated(TextSpan rest)
    {
        var length = _cursor.Parts.Count == 0 ? 0 : _cursor.Parts[^1].Span.Length;
        if (length < ShortestRepeated || length > rest.Length) return false;
        if (!_text.AsSpan(rest.Start, length).SequenceEqual(_text.AsSpan(_cursor.Parts[^1].Span.Start, length))) return false;
        if (OfficialDocumentTitles.StartsWithVerb(_text.AsSpan(rest.Start + length, rest.Length - length))) return false;
        _cursor.Take(HeadPartKind.Repeated, TextSpan.At(rest.Start, length));
        return true;
    }

    private bool TakeMasthead(TextSpan rest)
    {
        if (_title is not null || !_cursor.StartsLine || !OfficialDocumentHeadParts.IsMasthead(_text, rest)) return false;
        // 等级　特提·明电　　国汛电〔2010〕12号: a telegram's number closes the line.
        var blank = _text.AsSpan(rest.Start, rest.Length).LastIndexOfAny(' ', '\u3000');
        var last = new TextSpan(rest.Start + blank + 1, rest.End);
        var numbered = blank > 0 && _issuer.Number is null && OfficialDocumentNumbers.Read(_text.AsSpan(last.Start, last.Length)) == last.Length;
        _cursor.Take(HeadPartKind.Masthead, numbered ? new TextSpan(rest.Start, rest.Start + blank) : rest);
        return true;
    }

    /// <summary>A line of labels with their values, or a label with what follows it.</summary>
    private bool TakeLabels(TextSpan rest)
    {
        var length = OfficialDocumentHeadParts.ReadLabel(_text.AsSpan(rest.Start, rest.Length), out var label);
        if (length == 0) return false;
        var line = _text.AsSpan(rest.Start, rest.Length);
        var labels = PageMetadataLabels.Read(line, isCell: false);
        if (labels.Count > 1 && line.IndexOf('。') < 0)
        {
            foreach (var part in labels) _labels.TryAdd(part.Name, part.Value.IsEmpty ? "" : line[part.Value.Start..part.Value.End].ToString().Trim());
            _cursor.Take(HeadPartKind.Label, rest);
            return true;
        }

        // 【发布单位】商务部【发布文号】…
        var next = _text[rest.Start] is '【' ? line[length..].IndexOf('【') : -1;
        var value = new TextSpan(rest.Start + length, next < 0 ? rest.End : rest.Start + length + next);
        while (!value.IsEmpty && char.IsWhiteSpace(_text[value.Start])) value = value with { Start = value.Start + 1 };
        if (OfficialDocumentLabelValues.Length(label, _text.AsSpan(value.Start, value.Length), _issuer.Issuer) is not { } known) return false;
        value = TextSpan.At(value.Start, known);
        _labels.TryAdd(label, value.Of(_text).Trim());
        _cursor.Take(HeadPartKind.Label, new TextSpan(rest.Start, value.End));
        return true;
    }

    /// <summary>题注 below the title; the number of a judicial interpretation stands above or below it.</summary>
    private bool TakeHistory(TextSpan rest)
    {
        if (_title is null) return false;
        var close = _text.AsSpan(rest.Start, Math.Min(rest.Length, LongestHistory)).IndexOfAny('）', ')');
        if (close < 0) return false;
        rest = TextSpan.At(rest.Start, close + 1);
        var line = rest.Of(_text);
        if (!OfficialDocumentHeadParts.IsHistory(line)) return false;
        _passed ??= OfficialDocumentHeadParts.PassedOn(line);
        _cursor.Take(HeadPartKind.History, rest);
        return true;
    }

    private bool TakeTitle(TextSpan rest)
    {
        if (_title is not null || _issuer is { IsOrder: true, Genre: "令" }) return false;
        var end = OfficialDocumentTitles.FindEnd(_text, rest);
        var runsOn = end >= 0 && end < rest.End && (BeginsWithNumber(rest with { Start = end }) || (!OfficialDocumentTitles.EndsAsTitle(_text, rest) && FollowsTitle(rest with { Start = end })));
        if (end < 0 && _cursor.StartsLine && OfficialDocumentTitles.FindEndBelow(_text, _lines, _cursor.Line) is >= 0 and var below) return TakeTitleAs(rest with { End = below });
        var count = _cursor.StartsLine && !runsOn ? OfficialDocumentTitles.ReadLines(_text, _lines, _cursor.Line) : 0;
        var span = count > 0 ? new TextSpan(rest.Start, _lines[_cursor.Line + count - 1].End) : rest;
        if (count == 0)
        {
            if (end < 0) return false;
            span = new TextSpan(rest.Start, end);
            var half = TextSpan.At(span.Start, span.Length / 2);
            if (half.Length * 2 == span.Length && _text.AsSpan(half.Start, half.Length).SequenceEqual(_text.AsSpan(half.End, half.Length))) span = half;
        }

        return TakeTitleAs(span);
    }

    private bool TakeTitleAs(TextSpan span)
    {
        _title = LetterSpacing.Close(span.Of(_text));
        _cursor.Take(HeadPartKind.Title, span);
        return true;
    }

    private bool BeginsWithNumber(TextSpan rest) => OfficialDocumentNumbers.Read(_text.AsSpan(rest.Start, rest.Length)) > 0;

    /// <summary>True for what no title goes on with. A colon alone may be the title's: …的意见问答：十个问题.</summary>
    private bool FollowsTitle(TextSpan rest)
    {
        var line = _text.AsSpan(rest.Start, rest.Length);
        return OfficialDocumentHeadParts.FollowsTitle(line)
            || (OfficialDocumentHeadParts.ReadAddressees(_text, rest) is > 0 and var length && OfficialDocumentHeadParts.IsOpening(line[length..].TrimStart()));
    }

    private bool TakeAddressees(TextSpan rest)
    {
        // A colon behind a first line is nothing of an official document's by itself: 书单 / 一等奖：张三.
        if (_issuer.Number is null && _issuer.Issuer is null && (_title is null || OfficialDocumentGenres.Of(_title) is null)) return false;
        var length = OfficialDocumentHeadParts.ReadAddressees(_text, rest);
        var span = length > 0 ? TextSpan.At(rest.Start, length) : AddresseesOverLines(rest);
        if (span.IsEmpty) return false;
        _addressees = OfficialDocumentHeadParts.Groups(Unbroken(span));
        _cursor.Take(HeadPartKind.Addressees, span);
        return true;
    }

    /// <summary>主送机关 that go on over lines: each line is full, or ends between two names, and the last ends with the colon.</summary>
    private TextSpan AddresseesOverLines(TextSpan rest)
    {
        for (var i = _cursor.Line; i < _lines.Count && i - _cursor.Line < MostAddresseeLines; i++)
        {
            var last = _text[_lines[i].End - 1];
            if (last is '：' or ':')
            {
                var span = new TextSpan(rest.Start, _lines[i].End);
                var joined = Unbroken(span);
                return OfficialDocumentHeadParts.ReadAddressees(joined) == joined.Length ? span : default;
            }

            if (_lines[i].Length > LongestHistory || (last is not ('，' or '、' or ',') && _lines[i].Length < FullLine)) break;
        }

        return default;
    }

    private string Unbroken(TextSpan span) => OfficialDocumentHeadParts.Unbroken(_text.AsSpan(span.Start, span.Length));
}
