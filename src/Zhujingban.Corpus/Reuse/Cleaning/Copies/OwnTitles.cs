using System.Text.RegularExpressions;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Gives titles their own place that were taken for copies of what only names the document: the note 附件： says what is attached, and the attachment
/// says it again over its text (GB/T 9704-2012, 7.3.4 and 7.4.2); a notice's title names what it issues (关于印发《…》的通知).
/// </summary>
internal sealed partial class OwnTitles
{
    private readonly string _text;
    private readonly Placement _placement;
    private readonly PieceChoice[] _choices;
    private readonly Lazy<HashSet<string>> _names;
    private readonly Dictionary<(int Of, bool IsNamed, bool IsCutOff), int> _own = [];

    private OwnTitles(string text, Placement placement)
    {
        (_text, _placement, _choices) = (text, placement, [.. placement.Choices]);
        _names = new(() => [.. Names().Matches(text).Select(name => name.Value[1..^1])]);
    }

    /// <summary>The placement with such titles where they stand.</summary>
    public static Placement Settle(string text, Placement placement)
    {
        if (placement.AsItStands) return placement;
        var titles = new OwnTitles(text, placement);
        for (var i = 0; i < placement.Choices.Length; i++) titles.Settle(i);
        return titles._own.Count == 0 ? placement : placement with { Choices = titles._choices };
    }

    private void Settle(int piece)
    {
        var of = _placement.Choices[piece].Of;
        if (of < 0 || _placement.Pieces[piece].Kind is not (PieceKind.Title or PieceKind.Sentence) || !IsOwn(piece, of)) return;
        var key = (of, IsNamed(piece), _placement.Families.IsCutOff(piece));
        var isFirst = _own.TryAdd(key, piece);
        // What names the document stands where it is named, and the title where both were thought to be.
        if (isFirst && of > 0 && IsNamed(of)) _choices[of] = _choices[of - 1] with { Of = -1 };
        _choices[piece] = isFirst ? _choices[piece] with { Of = -1, Node = NodeOf(piece) } : _choices[piece] with { Of = _own[key], Node = _choices[_own[key]].Node };
    }

    private bool IsOwn(int piece, int of)
    {
        var (one, other) = (_placement.Pieces[piece], _placement.Pieces[of]);
        if (other.IsMarked) return IsBehindMarker(piece);
        if (one.Kind != PieceKind.Title) return other.Kind == PieceKind.Title && IsNamed(of) && IsBehindMarker(piece);
        if (IsNamed(piece) != IsNamed(of)) return true;
        return other.Kind == PieceKind.Title && _placement.Families.IsCutOff(piece) && !_placement.Families.IsCutOff(of)
            && _names.Value.Contains(one.Span.Of(_text));
    }

    /// <summary>True in 《》, behind 关于印发, and behind 附件：, which says what is attached.</summary>
    private bool IsNamed(int piece)
    {
        if (_text[_placement.Pieces[piece].Span.Start] == '《') return true;
        if (piece == 0) return false;
        var before = _placement.Pieces[piece - 1];
        return Introduction().IsMatch(_text.AsSpan(before.Span.Start, before.Span.Length)) || (IsMarker(before) && _text[before.Span.End - 1] is '：' or ':');
    }

    /// <summary>True behind 附件1, which stands over what is attached.</summary>
    private bool IsBehindMarker(int piece) => piece > 0 && _placement.Pieces[piece - 1] is var before && IsMarker(before) && _text[before.Span.End - 1] is not ('：' or ':');

    private bool IsMarker(in NoticePiece piece) => piece.Kind is PieceKind.Attachment or PieceKind.Sentence && Marker().IsMatch(_text.AsSpan(piece.Span.Start, piece.Span.Length));

    /// <summary>Over the text behind it, where a number begins one.</summary>
    private int NodeOf(int piece)
    {
        var nodes = _placement.Nodes;
        var next = piece + 1 < _choices.Length && _placement.Pieces[piece + 1] is { IsMarked: true, Mark.Value: 1 } ? _choices[piece + 1].Node : _choices[piece].Node;
        return piece > 0 && IsNamed(piece) ? _choices[piece - 1].Node : nodes.Root(nodes[next].Run);
    }

    [GeneratedRegex("《[^《》]{2,80}》", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex("(?:《|[印转]发|[公发]布)$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^附(?:件|表)?\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[：:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
