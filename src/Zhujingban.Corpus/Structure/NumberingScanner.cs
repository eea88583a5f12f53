using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>
/// Finds the marks of a document's units: at line starts, and in text that has lost its line breaks. A mark inside a line counts
/// where a sentence has just ended, or right behind a heading (<c>一、职责调整（一）强化…</c>). What speaks
/// of a unit (第（三）项, 上述（一）、（二）), counts (一、二等奖) or explains (（以下简称…）) is no mark.
/// </summary>
internal static class NumberingScanner
{
    private const int LongestHeading = 40;
    private const int LongestAside = 80;
    private const int LongestQuotation = 1000;

    private static readonly SearchValues<char> Signs = SearchValues.Create(
        "（(、.．①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
        + "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩");

    private static readonly SearchValues<char> NoHeading = SearchValues.Create("。；：！？，;:!?,“”《》\n");

    /// <summary>Adds the marks of one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line's range, without outer white space.</param>
    /// <param name="marks">Where they are added, in order.</param>
    /// <param name="ordinals">The document's articles and containers; null to tell them by the line alone.</param>
    /// <param name="awaited">The Arabic number that would go on from the line before: <c>3.10个城市</c> behind 2.; 0 for none.</param>
    public static void Scan(string text, TextSpan line, List<NumberingMark> marks, RegulationMarks? ordinals = null, int awaited = 0)
    {
        var characters = text.AsSpan(0, line.End);
        var (at, passed, quotedUntil) = (line.Start, line.Start, 0);
        // The end of the last accepted mark of this line; behind it may stand a heading.
        var headingStart = -1;
        if (ordinals is null ? ReadsOrdinal(characters, line, out var ordinal) : ordinals.TryGet(line.Start, out ordinal))
        {
            marks.Add(ordinal);
            (at, headingStart) = (ordinal.Span.End, ordinal.Span.End);
        }

        else if (NumberingMarkReader.TryReadHalfBracketed(characters, line.Start, out var half))
        {
            marks.Add(half);
            (at, headingStart) = (half.Span.End, half.Span.End);
        }

        while (at < line.End)
        {
            var found = characters[at..].IndexOfAny(Signs);
            if (found < 0) return;
            var sign = at + found;
            if (!TryRead(characters, sign, line.Start, awaited, out var mark))
            {
                at = sign + 1;
                continue;
            }

            quotedUntil = Math.Max(quotedUntil, EndOfQuotation(characters, passed, mark.Span.Start));
            passed = mark.Span.Start;

            var headed = headingStart >= 0 ? marks[^1].Kind : NumberingKind.Fifth;
            if (mark.Span.Start >= at && mark.Span.Start >= quotedUntil && IsAccepted(characters, mark, headingStart, headed))
            {
                marks.Add(mark);
                headingStart = mark.Span.End;
            }

            at = mark.Span.End;
        }
    }

    private static bool ReadsOrdinal(ReadOnlySpan<char> text, TextSpan line, out NumberingMark mark) =>
        NumberingMarkReader.TryReadOrdinal(text[line.Start..], line.Start, out mark) && !OrdinalReferences.Follows(text[mark.Span.End..]);

    /// <summary>Where the quotation ends that begins in a range and is open at its end; 0 when there is none, or no end of it near.</summary>
    private static int EndOfQuotation(ReadOnlySpan<char> text, int from, int to)
    {
        var quote = text[from..to].LastIndexOfAny('“', '”');
        if (quote < 0 || text[from + quote] == '”') return 0;
        var length = text.Slice(to, Math.Min(text.Length - to, LongestQuotation)).IndexOfAny('“', '”');
        return length >= 0 && text[to + length] == '”' ? to + length : 0;
    }

    private static bool TryRead(ReadOnlySpan<char> text, int at, int lineStart, int awaited, out NumberingMark mark) => text[at] switch
    {
        '（' or '(' => NumberingMarkReader.TryReadBracketed(text, at, at == lineStart, out mark),
        '、' or '.' or '．' => NumberingMarkReader.TryReadClosed(text, at, lineStart, out mark, awaited),
        _ => NumberingMarkReader.TryReadSingle(text[at], at, at == lineStart, out mark),
    };

    private static bool IsAccepted(ReadOnlySpan<char> text, in NumberingMark mark, int headingStart, NumberingKind headed)
    {
        if (IsCountOrReference(text, mark)) return false;
        if (mark.AtLineStart) return true;
        var before = text[mark.Span.Start - 1];
        if (IsSentenceEnd(text, mark)) return true;
        // 一、（一）甲 has no heading between.
        if (headingStart >= 0 && mark.Value == 1 && mark.Kind > headed && text[headingStart..mark.Span.Start].IsWhiteSpace()) return true;
        // Below a heading numbers begin at 1, or, below 一、, run through the document.
        var begins = mark.Value == 1 || (headed == NumberingKind.First && mark.Kind == NumberingKind.Second);
        return begins && mark.Kind != NumberingKind.First && !char.IsAsciiLetterOrDigit(before) && before is not ('、' or '图' or '表' or '注')
            && !IsFormula(text, mark) && IsHeading(text, headingStart, mark.Span.Start) && !CitedMarks.AreAnnounced(text[headingStart..mark.Span.Start]);
    }

    /// <summary>True for what goes on behind a number of years, months or days by which something is done.</summary>
    private static bool IsTime(ReadOnlySpan<char> behind) => behind is ['年', '内' or '底' or '末', ..] or ['个', '月', '内', ..] or ['日', '内', ..];

    /// <summary>式（1）, 公式1. and 方式（1） speak of one of several; 创新服务方式1. is a heading and a number.</summary>
    private static bool IsFormula(ReadOnlySpan<char> text, in NumberingMark mark) =>
        text[..mark.Span.Start] is [.., '式'] and var before && !(mark.Kind == NumberingKind.Third && before is [.., '方' or '形' or '模', '式']);

    /// <summary>A full stop, semicolon or colon, also one inside a closing quotation mark or bracket: …。”一、</summary>
    private static bool IsSentenceEnd(ReadOnlySpan<char> text, in NumberingMark mark)
    {
        var at = mark.Span.Start;
        var before = at - 1;
        // 8：30. is a time.
        if (mark.Kind == NumberingKind.Third && text[before] is '：' or ':' && before > 0 && ChineseNumerals.IsArabic(text[before - 1])) return false;
        while (before > 0 && at - before < 4 && char.IsWhiteSpace(text[before])) before--;
        if (before > 0 && Sentences.IsClosing(text[before]))
            return Sentences.IsEnd(text[before - 1]) || ClosesAside(text, before);
        return Sentences.IsEnd(text[before]) || text[before] is '；' or ';' or '：' or ':';
    }

    /// <summary>A sentence in brackets behind a sentence: …给予支持。（商务部负责）二、</summary>
    private static bool ClosesAside(ReadOnlySpan<char> text, int close)
    {
        if (text[close] is not ('）' or ')')) return false;
        var from = Math.Max(1, close - LongestAside);
        var open = text[from..close].LastIndexOfAny('（', '(');
        return open >= 0 && Sentences.IsEnd(text[from + open - 1]);
    }

    private static bool IsHeading(ReadOnlySpan<char> text, int start, int end) =>
        start >= 0 && end - start <= LongestHeading && text[start..end].ContainsAnyInRange('\u3400', '\u9FFF') && !text[start..end].ContainsAny(NoHeading);

    /// <summary>True for what has the shape of a mark and counts, or speaks of a unit.</summary>
    public static bool IsCountOrReference(ReadOnlySpan<char> text, in NumberingMark mark)
    {
        // 根据规定①，… is a note.
        if (!mark.AtLineStart && text[mark.Span.End..] is ['，' or '。' or '；' or '）' or ')' or '》' or '”' or ',' or ';', ..]) return true;
        if (mark.Kind == NumberingKind.First)
        {
            // 一、二、三级; in mid-sentence also 获一、二等奖 and 一、二产业. 一、2017年底前 and 一、三年内 begin with a time.
            var digits = ChineseNumerals.Read(text[mark.Span.End..], out _);
            if (digits > 0 && !mark.AtLineStart && !ChineseNumerals.IsArabic(text[mark.Span.End]) && !IsTime(text[(mark.Span.End + digits)..])) return true;
            return digits > 0 && mark.Span.End + digits < text.Length && text[mark.Span.End + digits] is '、' or '等' or '类' or '级';
        }

        if (!mark.AtLineStart && mark.Kind != NumberingKind.Third && IsKindOfThing(text[mark.Span.End..])) return true;
        return mark.Kind is (NumberingKind.Second or NumberingKind.Fourth) && IsBracketedReference(text, mark);
    }

    /// <summary>（1）式和（2）式, ①处为门, （一）型、（二）型; but （一）型号 and （一）类别 are units.</summary>
    private static bool IsKindOfThing(ReadOnlySpan<char> behind) => behind is
        ['式' or '处' or '型' or '类' or '级', '、' or '，' or '。' or '；' or '和' or '与' or '及' or '或' or '中' or '为' or '的' or '（' or '(', ..];

    /// <summary>第（三）项, （一）项规定, （一）、（二）; but （一）项目安排, （一）目标任务, （一）款项的收付 and （一）款物 are units.</summary>
    private static bool IsBracketedReference(ReadOnlySpan<char> text, in NumberingMark mark)
    {
        var behind = text[mark.Span.End..];
        if (behind is [var bracket, ..] && bracket is '（' or '(') return true;
        if (behind is ['、' or '至' or '和' or '，', '（' or '(', ..]) return true;
        if (mark.AtLineStart) return false;
        if (text[mark.Span.Start - 1] == '第' || behind is ['、' or '至' or '和' or '，', ..]) return true;
        return behind is ['项', not '目', ..] or ['款', not ('项' or '目' or '物' or '式' or '额' or '待'), ..] or ['项' or '款' or '目'] or ['目', not ('标' or '的' or '录' or '前'), ..];
    }
}
