using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Reads the marks that stand in the middle of a line because the text before them breaks off there, or is a heading that has run together with them.</summary>
/// <param name="text">The text.</param>
internal sealed class MarksBehindBreaks(string text)
{
    private const int LongestMark = 5;
    private const int ShortestHeading = 3;
    private const int LongestHeading = 24;

    /// <summary>The mark that stands at a place where the text before it goes on otherwise elsewhere, and that is no reference.</summary>
    public NumberingMark? At(int at, int end)
    {
        var untilEnd = text.AsSpan(0, end);
        if (!TryReadMark(untilEnd, at, out var mark) || mark.Span.Start != at || mark.Span.End >= end) return null;
        var before = untilEnd[at - 1];
        if (before is '、' or '至' or '和' or '或' or '及' or '第' or '款' or '条' or '.' or '．' || char.IsAsciiLetterOrDigit(before)) return null;
        if (mark.Kind == NumberingKind.Article) return char.IsWhiteSpace(untilEnd[mark.Span.End]) && !OrdinalReferences.Follows(untilEnd[mark.Span.End..]) ? mark : null;
        if (NumberingKinds.IsContainer(mark.Kind) || NumberingScanner.IsCountOrReference(untilEnd, mark with { AtLineStart = false })) return null;
        return mark.Kind == NumberingKind.First && CharacterPairs.Instance.IsWord(before, untilEnd[at]) ? null : mark;
    }

    /// <summary>一、重点任务二、配套政策: the mark that would stand behind a heading, had it not run together with the next one.</summary>
    public NumberingMark? BehindHeading(in NoticePiece piece)
    {
        if (!piece.IsMarked || !(piece.Mark.Kind is NumberingKind.First or NumberingKind.Second || NumberingKinds.IsContainer(piece.Mark.Kind))) return null;
        var end = Math.Min(piece.Span.End, piece.Mark.Span.End + LongestHeading);
        for (var at = piece.Mark.Span.End; at < end && (char.IsLetterOrDigit(text[at]) || text[at] is ' ' or '\u3000' || at < piece.Mark.Span.End + ShortestHeading || text[at] is '（' or '('); at++)
        {
            if (at < piece.Mark.Span.End + ShortestHeading || At(at, piece.Span.End) is not { } mark) continue;
            if (IsNext(piece.Mark, mark)) return mark;
        }

        return null;
    }

    private static bool IsNext(in NumberingMark mark, in NumberingMark next) => (mark.Kind, next.Kind) switch
    {
        (NumberingKind.First, NumberingKind.First) or (NumberingKind.Second, NumberingKind.Second) => next.Value == mark.Value + 1,
        (NumberingKind.First, NumberingKind.Second) => next.Value == 1,
        // 知行合一、工学结合.
        (NumberingKind.Second, NumberingKind.First) => next.Value > 1,
        // 第一章　总则一、…: chapters may hold 一、.
        (NumberingKind.Chapter, NumberingKind.First) => true,
        _ => false,
    };

    private static bool TryReadMark(ReadOnlySpan<char> text, int at, out NumberingMark mark)
    {
        if (text[at] == '第') return NumberingMarkReader.TryReadOrdinal(text[at..], at, out mark);
        if (text[at] is '（' or '(') return NumberingMarkReader.TryReadBracketed(text, at, false, out mark);
        if (NumberingMarkReader.TryReadSingle(text[at], at, false, out mark)) return true;
        var close = text[at..Math.Min(at + LongestMark, text.Length)].IndexOfAny('、', '.', '．');
        return close > 0 && NumberingMarkReader.TryReadClosed(text, at + close, at, out mark);
    }
}
