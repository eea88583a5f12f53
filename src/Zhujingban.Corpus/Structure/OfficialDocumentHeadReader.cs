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
    private const int LongestLetterhead = 30;

    private readonly List<HeadPart> _parts = [];
    private readonly Dictionary<string, string> _labels = [];
    private string? _title;
    private string? _number;
    private string? _issuer;
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
            if (!TakeLabel(rest) && !TakeNumber(rest) && !TakeLetterhead(rest) && !TakeTitle(rest) && !TakeAddressees(rest)) break;
        }

        return new OfficialDocumentHead
        {
            Parts = _parts,
            End = _at,
            Title = _title,
            DocumentNumber = _number,
            Issuer = _issuer,
            IsOrder = _order,
            Addressees = _addressees,
            Labels = _labels,
        };
    }

    private bool TakeLabel(TextSpan rest)
    {
        var length = OfficialDocumentHeadParts.ReadLabel(text.AsSpan(rest.Start, rest.Length), out var label);
        if (length == 0) return false;
        var value = new TextSpan(rest.Start + length, rest.End);
        while (!value.IsEmpty && char.IsWhiteSpace(text[value.Start])) value = value with { Start = value.Start + 1 };
        // Run together, only a date or a number says where a value ends.
        var characters = text.AsSpan(value.Start, value.Length);
        var known = ChineseDates.Read(characters, out _) is var date && date > 0 ? date : OfficialDocumentNumbers.Read(characters);
        if (known > 0) value = TextSpan.At(value.Start, known);
        else if (value.Length > 200) return false;
        _labels.TryAdd(label, value.Of(text).Trim());
        Take(HeadPartKind.Label, new TextSpan(rest.Start, value.End));
        return true;
    }

    private bool TakeNumber(TextSpan rest)
    {
        var characters = text.AsSpan(rest.Start, rest.Length);
        var length = OfficialDocumentNumbers.Read(characters);
        if (_number is not null || length == 0) return false;
        // A sentence can begin with a number that it speaks of; a head's number stands alone, or run together with other parts.
        var alone = characters[length..].Trim() is { IsEmpty: true } or ['签', '发', '人', ..];
        if (!alone && rest.Start == lines[_line].Start && _title is null && !FollowsTitle(rest.Start + length)) return false;
        if (!alone && characters[length] is '，' or '、' or '）' or '》') return false;
        _number = characters[..length].ToString();
        Take(HeadPartKind.DocumentNumber, TextSpan.At(rest.Start, length));
        return true;
    }

    private bool FollowsTitle(int at) => OfficialDocumentTitles.FindEnd(text, new TextSpan(at, lines[_line].End)) >= 0;

    /// <summary>国务院办公厅文件; 中华人民共和国国务院令 with 第706号 below or behind it.</summary>
    private bool TakeLetterhead(TextSpan rest)
    {
        if (_title is not null || _issuer is not null || rest.Length > LongestLetterhead || rest.Start != lines[_line].Start) return false;
        var name = LetterSpacing.Close(rest.Of(text));
        if (name.EndsWith("文件", StringComparison.Ordinal) && Organs.IsOrgan(name.AsSpan(0, name.Length - 2)))
        {
            _issuer = name[..^2];
            Take(HeadPartKind.Letterhead, rest);
            return true;
        }

        var order = name.IndexOf('令');
        if (order < 2 || !Organs.IsOrgan(name.AsSpan(0, order))) return false;
        var ordinal = name[(order + 1)..].Trim(' ', '（', '）', '(', ')');
        if (ordinal.Length == 0 && _line + 1 < lines.Count) ordinal = lines[_line + 1].Of(text).Trim(' ', '（', '）', '(', ')');
        if (ordinal.Length == 0 || OfficialDocumentNumbers.ReadOrdinal(ordinal) != ordinal.Length) return false;
        TakeOrder(name[..order], ordinal, rest, ownLine: name.Length == order + 1);
        return true;
    }

    private void TakeOrder(string organ, string ordinal, TextSpan rest, bool ownLine)
    {
        const string Republic = "中华人民共和国";
        var ofRepublic = organ.StartsWith(Republic, StringComparison.Ordinal) && organ.Length > Republic.Length + 2;
        _issuer = ofRepublic ? organ[Republic.Length..] : organ;
        _number = (_issuer == "国务院" ? "国" : _issuer) + "令" + ordinal;
        _order = true;
        Take(HeadPartKind.Letterhead, rest);
        if (ownLine) Take(HeadPartKind.DocumentNumber, lines[_line]);
    }

    private bool TakeTitle(TextSpan rest)
    {
        if (_title is not null || _order) return false;
        var count = rest.Start == lines[_line].Start ? OfficialDocumentTitles.ReadLines(text, lines, _line) : 0;
        var span = count > 0 ? new TextSpan(rest.Start, lines[_line + count - 1].End) : rest;
        if (count == 0)
        {
            var end = OfficialDocumentTitles.FindEnd(text, rest);
            if (end < 0) return false;
            span = new TextSpan(rest.Start, end);
        }

        _title = LetterSpacing.Close(span.Of(text));
        Take(HeadPartKind.Title, span);
        return true;
    }

    private bool TakeAddressees(TextSpan rest)
    {
        if (_title is null && _number is null) return false;
        var length = OfficialDocumentHeadParts.ReadAddressees(text, rest);
        if (length == 0) return false;
        var span = TextSpan.At(rest.Start, length);
        _addressees = OfficialDocumentHeadParts.Groups(span.Of(text));
        Take(HeadPartKind.Addressees, span);
        return true;
    }

    private void Take(HeadPartKind kind, TextSpan span)
    {
        _parts.Add(new HeadPart(kind, span));
        _at = span.End;
        while (_line < lines.Count && _at >= lines[_line].End) _line++;
        if (_line >= lines.Count) return;
        _at = Math.Max(_at, lines[_line].Start);
        while (_at < lines[_line].End && char.IsWhiteSpace(text[_at])) _at++;
    }
}
