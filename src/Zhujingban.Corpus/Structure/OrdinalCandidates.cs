using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Structure;

/// <summary>Finds every 第…条, 第…章 … of a text in one pass, each with what its surroundings say.</summary>
/// <param name="text">The text.</param>
internal sealed class OrdinalCandidates(string text)
{
    private const int LongestHeading = 50;
    private const int LongestTitle = 120;
    private const int LongestQuotation = 3000;

    private static readonly SearchValues<char> Stops = SearchValues.Create("。；：！？;!?\n，,|");
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？；：\n");
    private static readonly SearchValues<char> Quotes = SearchValues.Create("“”");
    private static readonly string[] Citing =
        ["依照", "按照", "根据", "违反", "本法", "本条例", "本办法", "本规定", "条例", "法", "》", "有", "和", "与", "、", "或", "及", "至", "在", "对", "将", "以", "适用"];

    private static readonly string[] BareHeadings = ["附则", "总则", "总纲", "正文"];

    private readonly List<OrdinalCandidate> _found = [];
    private int _quote = -1;
    private bool _sentenceSeen;

    /// <summary>The candidates in the lines, in order.</summary>
    public List<OrdinalCandidate> Find(IReadOnlyList<TextSpan> lines)
    {
        foreach (var line in lines)
        {
            if (_quote >= 0 && !text.AsSpan(line.Start, 1).ContainsAny(Quotes) && text[_quote] == '“' && !ClosesSoon(line)) _quote = -1;
            FindIn(line);
            _sentenceSeen |= lines.Count > 1;
        }

        return _found;
    }

    private void FindIn(TextSpan line)
    {
        var (at, passed) = (line.Start, line.Start);
        while (at < line.End)
        {
            var found = text.AsSpan(at, line.End - at).IndexOf('第');
            if (found < 0) break;
            var start = at + found;
            at = start + 1;
            if (!NumberingMarkReader.TryReadOrdinal(text.AsSpan(start, line.End - start), start, out var mark)) continue;
            Pass(passed, start);
            passed = start;
            at = mark.Span.End;
            Add(mark with { AtLineStart = start == line.Start }, line);
        }

        Pass(passed, line.End);
    }

    /// <summary>Keeps account of quotation marks and of the first full stop between two candidates.</summary>
    private void Pass(int from, int to)
    {
        var between = text.AsSpan(from, to - from);
        if (!_sentenceSeen) _sentenceSeen = between.ContainsAny(Ends);
        var quote = between.LastIndexOfAny(Quotes);
        if (quote >= 0) _quote = between[quote] == '“' ? from + quote : -1;
    }

    private bool ClosesSoon(TextSpan line) =>
        text.AsSpan(line.Start, Math.Min(line.Length, LongestQuotation)).IndexOfAny(Quotes) is var at and >= 0 && text[line.Start + at] == '”';

    private void Add(in NumberingMark mark, TextSpan line)
    {
        var headed = _found.Count > 0 && NumberingKinds.IsContainer(_found[^1].Mark.Kind) && IsHeading(_found[^1].Mark.Span.End, mark.Span.Start);
        // 第一章总则第一条 begins a regulation, whatever it has run together with.
        // So does 民事法典第七编侵权责任第一章 before any sentence: part of a law may stand alone.
        if (headed && _found[^1] is { Place: OrdinalPlace.Inside or OrdinalPlace.MaybeHeaded, IsReference: false } container
            && mark.Span.Start > container.Mark.Span.End && ((mark.Value == 1 && container.Mark.Value == 1) || (_found.Count == 1 && !_sentenceSeen)))
            _found[^1] = container with { Place = OrdinalPlace.Headed };
        var place = PlaceOf(mark, line, headed);
        if (headed && !mark.AtLineStart) _found[^1] = _found[^1] with { HeadingEnd = mark.Span.Start };
        var quoted = _quote >= 0 && mark.Span.Start - _quote < LongestQuotation;
        var behind = text.AsSpan(mark.Span.End, line.End - mark.Span.End);
        var reference = NumberingKinds.IsContainer(mark.Kind) ? OrdinalReferences.ClosesOrJoins(behind) : OrdinalReferences.Follows(behind);
        _found.Add(new OrdinalCandidate(mark, place, reference, quoted, mark.AtLineStart ? HeadingEnd(line) : -1));
    }

    /// <summary>A heading that has a line to itself ends with it.</summary>
    private static int HeadingEnd(TextSpan line) => line.Length <= LongestHeading + 10 ? line.End : -1;

    private bool IsHeading(int start, int end) =>
        end - start <= LongestHeading && !text.AsSpan(start, end - start).ContainsAny(Ends);

    private OrdinalPlace PlaceOf(in NumberingMark mark, TextSpan line, bool headed)
    {
        var start = mark.Span.Start;
        if (start == line.Start) return OrdinalPlace.LineStart;
        var before = start - 1;
        while (before > line.Start && char.IsWhiteSpace(text[before])) before--;
        if (Sentences.IsEnd(text[before]) || IsHalfWidthStop(before)) return OrdinalPlace.SentenceEnd;
        if (Sentences.IsClosing(text[before]) && before > line.Start && Sentences.IsEnd(text[before - 1])) return OrdinalPlace.SentenceEnd;
        if (headed && _found[^1] is { IsReference: false, Place: not OrdinalPlace.Inside } container)
            return container.Place is OrdinalPlace.MaybeHeaded or OrdinalPlace.ClauseEnd ? container.Place : OrdinalPlace.Headed;
        if (text[before] is '；' or '：' or ';' or ':') return OrdinalPlace.ClauseEnd;
        if (IsTitled(mark, line)) return OrdinalPlace.Headed;
        var run = RunBefore(line, start);
        if (mark.Value == 1 && IsAttached(line, start)) return OrdinalPlace.Headed;
        if (IsMarked(run)) return OrdinalPlace.Marked;
        if (text[before] is '）' or ')') return OrdinalPlace.ClauseEnd;
        return IsCiting(run) ? OrdinalPlace.Inside : OrdinalPlace.MaybeHeaded;
    }

    /// <summary>A stop of the keyboard behind a Chinese character: 不得公布.第四条.</summary>
    private bool IsHalfWidthStop(int at) => text[at] is '.' or '．' && at > 0 && char.IsBetween(text[at - 1], '\u4E00', '\u9FFF');

    /// <summary>The first unit of all may stand behind the title, and what the title says of the document in brackets.</summary>
    private bool IsTitled(in NumberingMark mark, TextSpan line) =>
        !_sentenceSeen && _found.Count == 0
        && (mark.Span.Start - line.Start <= LongestTitle || text[mark.Span.Start - 1] is '）' or ')')
        && !text.AsSpan(line.Start, mark.Span.Start - line.Start).ContainsAny(Ends)
        && (mark.Value == 1 || EndsBare(text.AsSpan(line.Start, mark.Span.Start - line.Start)) || OfficialDocumentGenres.IsComplete(text[line.Start..mark.Span.Start]));

    /// <summary>The first unit of an attachment stands behind its title: 附件：登记办法第一条.</summary>
    private bool IsAttached(TextSpan line, int end)
    {
        var window = text.AsSpan(Math.Max(line.Start, end - LongestTitle), Math.Min(LongestTitle, end - line.Start));
        return OfficialDocumentAttachments.BeginAt(window[(window.LastIndexOf('。') + 1)..]);
    }

    /// <summary>What stands between the last stop and a place, at most as much as a heading takes.</summary>
    private ReadOnlySpan<char> RunBefore(TextSpan line, int end)
    {
        var window = text.AsSpan(Math.Max(line.Start, end - LongestHeading), Math.Min(LongestHeading, end - line.Start));
        return window[(window.LastIndexOfAny(Stops) + 1)..];
    }

    private static bool IsMarked(ReadOnlySpan<char> run)
    {
        foreach (var heading in BareHeadings)
        {
            if (run.SequenceEqual(heading)) return true;
        }

        var at = run.IndexOfAny('、', '）', ')');
        if (at < 1 || at > 5 || run.Length == at + 1) return false;
        return run[at] == '、' ? NumberingMarkReader.TryReadClosed(run, at, 0, out var mark) && mark.Span.Start == 0
            : NumberingMarkReader.TryReadBracketed(run, 0, true, out _) && run[0] is '（' or '(';
    }

    /// <summary>…法典附则第一千二百五十九条: the heading of a part that stands alone.</summary>
    private static bool EndsBare(ReadOnlySpan<char> run)
    {
        foreach (var heading in BareHeadings)
        {
            if (run.EndsWith(heading)) return true;
        }

        return false;
    }

    private static bool IsCiting(ReadOnlySpan<char> run)
    {
        if (run.Length is 0 or > 30) return true;
        foreach (var words in Citing)
        {
            if (run.EndsWith(words)) return true;
        }

        return false;
    }
}
