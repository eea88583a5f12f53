using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Finds marks in mid-sentence that numbering asks for: behind a text that breaks off no full stop shows that a unit begins, but where 第六条 and
/// 第八条 stand, and 第七条 stands nowhere but in the middle of a sentence, it begins there. What goes on as a reference does is none.
/// </summary>
internal sealed class MissedMarks
{
    private const int LongestHole = 20;
    private const int LongestFormula = 16;

    private readonly string _text;
    private readonly Placement _placement;
    private readonly Dictionary<(NumberingKind Kind, int Value), List<int>> _missing = [];
    private readonly bool _spacesArticles;

    private MissedMarks(string text, Placement placement)
    {
        (_text, _placement) = (text, placement);
        foreach (var ((parent, kind), values) in Lists(placement))
        {
            for (var (i, last) = (0, 0); i < values.Count; last = values.GetKeyAtIndex(i++))
            {
                var value = values.GetKeyAtIndex(i);
                if (value - last - 1 > LongestHole) continue;
                for (var hole = last + 1; hole < value; hole++)
                {
                    if (!_missing.TryGetValue((kind, hole), out var parents)) _missing[(kind, hole)] = parents = [];
                    parents.Add(parent);
                }
            }
        }

        _spacesArticles = SpacesArticles();
    }

    /// <summary>The placement; where marks are found that it lacks, the one with pieces cut before them, when that is the likelier reading.</summary>
    public static Placement Settle(string text, Placement placement)
    {
        if (placement.IsUndamaged) return placement;
        var marks = new MissedMarks(text, placement);
        if (marks._missing.Count == 0 || marks.Cut() is not { } pieces) return placement;
        var again = Placement.Of(text, [.. pieces]);
        return !again.IsUndamaged && again.Cost < placement.Cost && !MergesFormulas(placement, again) ? again : placement;
    }

    /// <summary>
    /// True when a short unit that stood by itself is now a copy of another: with all that stands around it moved, that is chance. Two sections may well
    /// have one heading.
    /// </summary>
    private static bool MergesFormulas(Placement before, Placement behind)
    {
        var standing = new HashSet<TextSpan>();
        for (var i = 0; i < before.Choices.Length; i++)
        {
            if (before.Choices[i].Of < 0 && before.Families.Traits.Weights[i] <= LongestFormula) standing.Add(before.Pieces[i].Span);
        }

        for (var i = 0; i < behind.Choices.Length; i++)
        {
            if (behind.Choices[i].Of >= 0 && standing.Contains(behind.Pieces[i].Span)) return true;
        }

        return false;
    }

    /// <summary>The numbers that stand under each unit.</summary>
    private static Dictionary<(int Parent, NumberingKind Kind), SortedList<int, int>> Lists(Placement placement)
    {
        var lists = new Dictionary<(int, NumberingKind), SortedList<int, int>>();
        for (var i = 0; i < placement.Choices.Length; i++)
        {
            if (placement.Choices[i].Of >= 0 || !placement.Pieces[i].IsMarked) continue;
            var place = placement.Nodes[placement.Choices[i].Node];
            if (place.IsRoot || place.IsEnd || NumberingKinds.IsContainer(place.Kind)) continue;
            if (!lists.TryGetValue((place.Parent, place.Kind), out var values)) lists[(place.Parent, place.Kind)] = values = [];
            values.TryAdd(place.Value, i);
        }

        return lists;
    }

    /// <summary>The pieces, cut before the marks; null where there are none.</summary>
    private List<NoticePiece>? Cut()
    {
        List<NoticePiece>? cut = null;
        for (var i = 0; i < _placement.Pieces.Length; i++)
        {
            var piece = _placement.Pieces[i];
            var rest = piece;
            if (piece.Kind is PieceKind.Marked or PieceKind.Sentence)
            {
                var from = piece.IsMarked ? piece.Mark.Span.End : piece.Span.Start + 1;
                foreach (var mark in MarksIn(new TextSpan(from, piece.Span.End), i))
                {
                    cut ??= [.. _placement.Pieces.Take(i)];
                    var end = mark.Span.Start;
                    while (end > rest.Span.Start && char.IsWhiteSpace(_text[end - 1])) end--;
                    cut.Add(rest with { Span = rest.Span with { End = end } });
                    rest = new NoticePiece(PieceKind.Marked, rest.Span with { Start = mark.Span.Start }, mark, false);
                }
            }

            cut?.Add(rest);
        }

        return cut;
    }

    private IEnumerable<NumberingMark> MarksIn(TextSpan range, int piece)
    {
        for (var at = range.Start; at < range.End; at++)
        {
            if (!TryRead(at, range, out var mark) || mark.Span.Start <= range.Start || mark.Span.End >= range.End) continue;
            if (!_missing.TryGetValue((mark.Kind, mark.Value), out var parents) || !parents.Exists(parent => IsIn(_placement.Choices[piece].Node, parent))) continue;
            if (!Begins(mark, range)) continue;
            yield return mark;
            at = mark.Span.End - 1;
        }
    }

    private bool TryRead(int at, TextSpan range, out NumberingMark mark)
    {
        var text = _text.AsSpan(0, range.End);
        return text[at] switch
        {
            '第' => NumberingMarkReader.TryReadOrdinal(text[at..], at, out mark),
            '（' or '(' => NumberingMarkReader.TryReadBracketed(text, at, false, out mark),
            '、' or '.' or '．' => NumberingMarkReader.TryReadClosed(text, at, range.Start, out mark),
            _ => NumberingMarkReader.TryReadSingle(text[at], at, false, out mark),
        };
    }

    private bool Begins(NumberingMark mark, TextSpan range)
    {
        var before = _text[mark.Span.Start - 1];
        var behind = _text.AsSpan(mark.Span.End, range.End - mark.Span.End);
        if (mark.Kind == NumberingKind.Article)
            return !OrdinalReferences.Follows(behind.TrimStart()) && (_spacesArticles ? char.IsWhiteSpace(behind[0]) : before is '：' or ':');
        mark = mark with { AtLineStart = false };
        if (NumberingScanner.IsCountOrReference(_text.AsSpan(0, range.End), mark) || char.IsAsciiLetterOrDigit(before)) return false;
        if (CitedMarks.AreAnnounced(_text.AsSpan(range.Start, mark.Span.Start - range.Start))) return false;
        if (before is '、' or '至' or '和' or '或' or '第' or '款' or '条' or '图' or '表' or '注' or '式' or '.' or '．') return false;
        return mark.Kind != NumberingKind.First || !CharacterPairs.Instance.IsWord(before, _text[mark.Span.Start]);
    }

    /// <summary>True when a blank stands behind the marks of articles: a reference has none.</summary>
    private bool SpacesArticles()
    {
        var (all, spaced) = (0, 0);
        foreach (var piece in _placement.Pieces)
        {
            if (!piece.IsMarked || piece.Mark.Kind != NumberingKind.Article || piece.Mark.Span.End >= piece.Span.End) continue;
            all++;
            if (char.IsWhiteSpace(_text[piece.Mark.Span.End])) spaced++;
        }

        return spaced * 2 > all;
    }

    private bool IsIn(int node, int holder)
    {
        while (node != holder && !_placement.Nodes[node].IsRoot) node = _placement.Nodes[node].Parent;
        return node == holder;
    }
}
