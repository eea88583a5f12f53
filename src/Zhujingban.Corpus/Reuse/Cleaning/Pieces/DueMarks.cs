using System.Buffers;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// Parts pieces before a mark in mid-sentence that is due there: the unit before it breaks off, and no full stop shows that another one begins, but （一） is open,
/// （三） comes next and （二） stands nowhere else between; or what stands before it is a heading. What speaks of a unit is no mark, due or not.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="pieces">Its pieces, in order.</param>
internal sealed class DueMarks(string text, List<NoticePiece> pieces)
{
    /// <summary>So many numbers in a row may be missing where one of them is found.</summary>
    private const int LongestHole = 2;

    private const int ShortestText = 6;
    private const int LongestAside = 200;

    /// <summary>What is counted with a number in brackets: 建设（二）期工程.</summary>
    private static readonly SearchValues<char> Counted = SearchValues.Create("期级类档号届批");

    private static readonly SearchValues<char> Signs = SearchValues.Create("第（(、.．");

    /// <summary>For each numbered piece the number of the next unit beside it, 0 for none; and of the first （一） inside it.</summary>
    private readonly int[] _next = new int[pieces.Count];
    private readonly int[] _inside = new int[pieces.Count];

    /// <summary>For each kind the open unit, and the number that comes next beside it.</summary>
    private readonly (NumberingMark Mark, int Next)[] _open = new (NumberingMark, int)[OpenUnits.MostKinds];

    /// <summary>The last 一、 and （一） before the open 一、.</summary>
    private (int First, int Second) _before;
    private int _lastSecond;

    /// <summary>The pieces, parted.</summary>
    public static List<NoticePiece> Part(string text, List<NoticePiece> pieces)
    {
        var marks = new DueMarks(text, pieces);
        marks.FindNext();
        return marks.Part();
    }

    private void FindNext()
    {
        var next = new int[OpenUnits.MostKinds];
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            var piece = pieces[i];
            if (piece.IsFrame) Array.Clear(next);
            if (!piece.IsMarked || NumberingKinds.IsContainer(piece.Mark.Kind)) continue;
            var kind = (int)piece.Mark.Kind;
            (_next[i], _inside[i]) = (next[kind], piece.Mark.Kind == NumberingKind.First ? next[(int)NumberingKind.Second] : 0);
            Array.Clear(next, kind, next.Length - kind);
            next[kind] = piece.Mark.Value;
        }
    }

    private List<NoticePiece> Part()
    {
        var parted = new List<NoticePiece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            var rest = pieces[i];
            if (rest.IsFrame) Clear();
            if (rest.IsMarked) Open(rest.Mark, _next[i]);
            if (rest.Kind is PieceKind.Marked or PieceKind.Sentence)
            {
                foreach (var mark in MarksIn(rest, _inside[i]))
                {
                    var end = mark.Span.Start;
                    while (end > rest.Span.Start && char.IsWhiteSpace(text[end - 1])) end--;
                    parted.Add(rest with { Span = rest.Span with { End = end } });
                    rest = new NoticePiece(PieceKind.Marked, rest.Span with { Start = mark.Span.Start }, mark, false);
                }
            }

            parted.Add(rest);
        }

        return parted;
    }

    private void Clear()
    {
        Array.Clear(_open);
        (_before, _lastSecond) = (default, 0);
    }

    private void Open(in NumberingMark mark, int next)
    {
        if (NumberingKinds.IsContainer(mark.Kind)) return;
        var kind = (int)mark.Kind;
        if (mark.Kind == NumberingKind.First) _before = (_open[kind].Mark.Value, _lastSecond);
        if (mark.Kind == NumberingKind.Second) _lastSecond = mark.Value;
        _open[kind] = (mark, next);
        Array.Clear(_open, kind + 1, _open.Length - kind - 1);
    }

    /// <summary>The marks inside a piece, in order; each is open when the next is looked for.</summary>
    private IEnumerable<NumberingMark> MarksIn(NoticePiece piece, int firstInside)
    {
        var from = piece.IsMarked ? piece.Mark.Span.End : piece.Span.Start + 1;
        var start = from;
        for (var at = Sign(from, piece.Span.End); at >= 0; at = Sign(at + 1, piece.Span.End))
        {
            if (!TryRead(at, from, piece.Span.End, out var mark) || mark.Span.Start <= start || mark.Branch > 0) continue;
            var heads = piece.IsMarked && start == piece.Mark.Span.End && IsHeaded(piece.Mark, mark, firstInside);
            if ((!heads && !IsDue(mark)) || !Begins(mark, start, piece.Span.End)) continue;
            Open(mark, heads ? firstInside : _open[(int)mark.Kind].Next);
            yield return mark;
            start = mark.Span.End;
        }
    }

    private int Sign(int from, int end) => from < end && text.AsSpan(from, end - from).IndexOfAny(Signs) is >= 0 and var found ? from + found : -1;

    private bool TryRead(int at, int from, int end, out NumberingMark mark)
    {
        var read = text.AsSpan(0, end);
        var isMark = text[at] switch
        {
            '第' => NumberingMarkReader.TryReadOrdinal(read[at..], at, out mark) && mark.Kind == NumberingKind.Article,
            '（' or '(' => NumberingMarkReader.TryReadBracketed(read, at, false, out mark),
            _ => NumberingMarkReader.TryReadClosed(read, at, from, out mark),
        };
        mark = mark with { AtLineStart = false };
        return isMark;
    }

    /// <summary>True for the number behind the open one, where a later one comes next.</summary>
    private bool IsDue(in NumberingMark mark)
    {
        var (open, next) = _open[(int)mark.Kind];
        return open.Value > 0 && open.Value + 1 == mark.Value && mark.Value < next && next <= mark.Value + LongestHole;
    }

    /// <summary>
    /// True for the first （一） behind a heading with a comma or a quotation (二、严格采购管理，规范加工操作（三）学校…): it goes on from the one before the heading, or （二） follows.
    /// </summary>
    private bool IsHeaded(in NumberingMark heading, in NumberingMark mark, int firstInside)
    {
        if (heading.Kind != NumberingKind.First || mark.Kind != NumberingKind.Second) return false;
        var isNext = mark.Value == 1 ? firstInside == 2 : mark.Value == _before.Second + 1 && heading.Value == _before.First + 1;
        return isNext && RunTogetherHeadings.IsHeading(text.AsSpan(heading.Span.End, mark.Span.Start - heading.Span.End));
    }

    /// <summary>True where what stands around a mark does not speak of a unit, and what follows can be one.</summary>
    private bool Begins(in NumberingMark mark, int start, int end)
    {
        var behind = text.AsSpan(mark.Span.End, end - mark.Span.End);
        var isSpaced = behind.Length > 0 && char.IsWhiteSpace(behind[0]);
        var rest = behind.TrimStart();
        if (rest.Length < ShortestText || !(char.IsLetter(rest[0]) || rest[0] is '“' or '《') || Counted.Contains(rest[0]) || OrdinalReferences.Follows(rest)) return false;
        var before = text[mark.Span.Start - 1];
        if (!(char.IsLetter(before) && !char.IsAscii(before)) && before is not ('，' or '”' or '》' or '）' or ' ' or '\u3000')) return false;
        var aside = text.AsSpan(Math.Max(start, mark.Span.Start - LongestAside), mark.Span.Start - Math.Max(start, mark.Span.Start - LongestAside));
        if (IsInside(aside, '“', '”') || IsInside(aside, '《', '》') || IsInside(aside, '（', '）')) return false;
        // A reference has no blank behind it, and what it belongs to is often named: 依照《…》第三条.
        if (mark.Kind == NumberingKind.Article) return isSpaced && before != '》' && IsSpaced(_open[(int)NumberingKind.Article].Mark);
        if (before is '第' or '款' or '条' or '图' or '表' or '注' or '式' or '和' or '或' or '至' || CitedMarks.AreAnnounced(aside)) return false;
        if (NumberingScanner.IsCountOrReference(text.AsSpan(0, end), mark)) return false;
        return mark.Kind != NumberingKind.First || !(CharacterPairs.Instance.IsWord(before, text[mark.Span.Start]) || IsCounted(aside));
    }

    /// <summary>True for 初一、初二、, where what stands before the number has stood before another one.</summary>
    private static bool IsCounted(ReadOnlySpan<char> aside)
    {
        for (var at = 0; at + 1 < aside.Length; at++)
        {
            if (aside[at] == aside[^1] && ChineseNumerals.IsNumeral(aside[at + 1])) return true;
        }

        return false;
    }

    private bool IsSpaced(in NumberingMark mark) => mark.Span.End < text.Length && char.IsWhiteSpace(text[mark.Span.End]);

    private static bool IsInside(ReadOnlySpan<char> before, char opening, char closing) => before.LastIndexOfAny(opening, closing) is >= 0 and var at && before[at] == opening;
}
