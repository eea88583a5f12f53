using System.Buffers;
using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>
/// The lines of a notice with sentences whole: a line break in mid-sentence, as narrow columns and careless copies leave it, parts
/// nothing.
/// </summary>
internal static class NoticeLines
{
    /// <summary>A heading without a comma may be as long as this; a longer run of words that does not end is half a sentence.</summary>
    private const int LongestHeading = 40;

    /// <summary>So much of a sentence is looked at, and no more: a text may have no sentences at all.</summary>
    private const int LongestOpen = 400;

    private const int NarrowestColumn = 20;
    private const int FewestWrapped = 4;
    private const int LeastShare = 4;

    private static readonly SearchValues<char> Inner = SearchValues.Create("，、；,;");

    /// <summary>Where a wrapped text has one of these at the end of a line, or breaks in a word, the line may be longer or shorter than its column.</summary>
    private static readonly SearchValues<char> Pauses = SearchValues.Create("，、,");
    private static readonly SearchValues<char> Breaks = SearchValues.Create("，、；,;。！？：:");
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.,%");
    private static readonly SearchValues<char> Closers = SearchValues.Create("，。、；：》〉）〕】”’！？");
    private static readonly SearchValues<char> Stops = SearchValues.Create("。！？；：!?;:”’」』）)》〉】〕…—");

    /// <summary>The lines of a document without those of its page.</summary>
    public static List<TextSpan> Of(Document document)
    {
        var text = ScriptOfRules.Of(document.Text.Text);
        var lines = new List<TextSpan>(document.Blocks.Count);
        var widths = WidthsOf(text, document.Blocks);
        var isBrokenAnywhere = StrayBreaks.AreIn(text, document.Blocks, Stops);
        var joints = isBrokenAnywhere ? new KnownJoints(text, document.Blocks) : null;
        var (last, isBrokenInMarks) = (default(TextSpan), isBrokenAnywhere);
        foreach (var block in document.Blocks)
        {
            if (block.Span.IsEmpty) continue;
            var breaksMark = lines.Count > 0 && block.Kind == BlockKind.Paragraph && BrokenMarks.StandsBetween(text, last, block.Span);
            isBrokenInMarks |= breaksMark;
            var goesOn = lines.Count > 0 && block.Kind == BlockKind.Paragraph && !PageLines.EndsSummary(text, block.Span) && !PageLines.EndsSummary(text, last)
                && (breaksMark || OpenBrackets.StandBetween(text, last, block.Span, isBrokenAnywhere || widths.Count > 0) || BrokenNumbers.StandsBetween(text, last, block.Span) || (isBrokenInMarks && IsArticle(text, last, block.Span))
                    || (joints is not null && joints.Hold(last, block.Span) && MayGoOn(text, lines[^1], block.Span))
                    || (widths.Contains(last.Length) || (widths.Count > 0 && (Pauses.Contains(text[last.End - 1]) || (last.Length * 2 >= widths.Max() && StrayBreaks.StandsInWord(text, last, block.Span)))) ? IsWrapped(text, last, block.Span) : GoesOn(text, lines[^1], block.Span, isBrokenAnywhere)));
            if (goesOn) lines[^1] = new TextSpan(lines[^1].Start, block.Span.End);
            else lines.Add(block.Span);
            last = block.Span;
        }

        return lines;
    }

    /// <summary>
    /// The widths that a text is wrapped at: most of its long lines that do not end like a sentence are as long as one of them. Two copies of a page may
    /// have two.
    /// </summary>
    private static HashSet<int> WidthsOf(string text, IReadOnlyList<Block> blocks)
    {
        var lengths = new Dictionary<int, int>();
        var open = 0;
        foreach (var block in blocks)
        {
            if (block.Span.Length < NarrowestColumn || !char.IsLetterOrDigit(text[block.Span.End - 1]) || IsRow(text, block.Span)) continue;
            open++;
            lengths[block.Span.Length] = lengths.GetValueOrDefault(block.Span.Length) + 1;
        }

        var widths = lengths.Where(length => length.Value >= FewestWrapped && length.Value * LeastShare > open).ToList();
        return widths.Sum(width => width.Value) * 2 > open ? [.. widths.Select(width => width.Key)] : [];
    }

    /// <summary>True when a line that fills its column goes on in the next one.</summary>
    private static bool IsWrapped(string text, TextSpan line, TextSpan next) =>
        Closers.Contains(text[next.Start]) || (!Stops.Contains(text[line.End - 1]) && !BeginsPart(text, line, next) && !IsRow(text, line) && !IsRow(text, next));

    /// <summary>True for a row of a table, whose cells stand apart: joined, 50 and 2 would be 502.</summary>
    private static bool IsRow(string text, TextSpan line)
    {
        var characters = text.AsSpan(line.Start, line.Length);
        if (characters.ContainsAny('\t', '|') || characters.Contains("  ", StringComparison.Ordinal) || characters.Contains("　　", StringComparison.Ordinal)) return true;
        var blank = characters.LastIndexOfAny(' ', '　');
        return blank >= 0 && !characters[(blank + 1)..].ContainsAnyExcept(Figures);
    }

    /// <summary>
    /// True when a line ends with the beginning of an article that stands in it behind a sentence: where a text breaks in the middle of marks, that is no
    /// heading with a line to itself (…。第四条 本规定自⏎印发之日起施行。).
    /// </summary>
    private static bool IsArticle(string text, TextSpan line, TextSpan next)
    {
        var at = text.AsSpan(line.Start, line.Length).LastIndexOf('第');
        if (at < 1 || Stops.Contains(text[line.End - 1]) || LineBeginnings.BeginsPart(text, next)) return false;
        var open = text.AsSpan(line.Start + at, line.Length - at);
        return NumberingMarkReader.TryReadOrdinal(open, 0, out var mark) && mark.Kind == NumberingKind.Article && mark.Span.End < open.Length
            && Sentences.IsEnd(text[line.Start + at - 1]) && !open.ContainsAny(Stops);
    }

    /// <summary>
    /// True where a line that goes on elsewhere may go on here too: other copies may have lost the line break behind a title or a heading. 一、… is mostly a heading, and what
    /// goes on with it no sentence; （一）… mostly stands on one line with its sentence.
    /// </summary>
    private static bool MayGoOn(string text, TextSpan line, TextSpan next)
    {
        if (Sentences.IsEnd(text[line.End - 1]) || text[line.End - 1] is '：' or ':' or '；' or ';' || LineBeginnings.BeginsPart(text, next) || HasCells(text, line) || HasCells(text, next)) return false;
        var start = OpenStart(text, line);
        var open = text.AsSpan(start, line.End - start);
        if (start > line.Start || open.ContainsAny(Inner)) return true;
        var behind = text.AsSpan(next.Start, next.Length);
        if (OfficialDocumentGenres.Of(open) is not null || (Organs.EndsAsOrgan(open) && Organs.EndsAsOrgan(behind))) return false;
        var end = behind.IndexOfAny(Breaks);
        if (end >= 0 && open[0] is not ('（' or '(') && LineBeginnings.BehindMark(open).Length < open.Length) return false;
        return (end < 0 ? behind.Length : end) + open.Length <= LongestHeading && (end < 0 || !Inner.Contains(behind[end]));
    }

    /// <summary>Where the last sentence of a line begins, or near enough: what is longer than any heading is half a sentence wherever it begins.</summary>
    private static int OpenStart(string text, TextSpan line)
    {
        var start = line.End;
        while (start > line.Start && line.End - start < LongestOpen && !Sentences.IsEnd(text[start - 1])) start--;
        return start;
    }

    /// <summary>True when a line ends in mid-sentence and the next one is not the beginning of anything.</summary>
    private static bool GoesOn(string text, TextSpan line, TextSpan next, bool isBrokenAnywhere)
    {
        if (Closers.Contains(text[next.Start])) return true;
        var last = text[line.End - 1];
        if (Stops.Contains(last) || !(char.IsLetterOrDigit(last) || Inner.Contains(last))) return false;
        var start = OpenStart(text, line);
        var open = text.AsSpan(start, line.End - start);
        if (BeginsPart(text, line, next)) return false;
        if (isBrokenAnywhere && !HasCells(text, line) && !HasCells(text, next)) return StrayBreaks.StandsInWord(text, line, next) || IsHalf(open, true);
        return IsHalf(open, start > line.Start) && text.AsSpan(next.Start, next.Length).ContainsAny(Stops);
    }

    private static bool BeginsPart(string text, TextSpan line, TextSpan next) => LineBeginnings.BeginsPart(text, next) && !AreHalfAddressees(text, line, next);

    /// <summary>True where addressees break in a word or behind their beginning: 各市人⏎民政府，各部门：, 各市，省直⏎各单位：.</summary>
    private static bool AreHalfAddressees(string text, TextSpan line, TextSpan next)
    {
        if (OfficialDocumentHeadParts.ReadAddressees(text, next) is not (> 0 and var length)) return false;
        // 各区⏎县长：王五 names who was there.
        if (length < next.Length && !OfficialDocumentHeadParts.IsOpening(text.AsSpan(next.Start + length, next.Length - length).TrimStart())) return false;
        if (CharacterPairs.Instance.IsWord(text[line.End - 1], text[next.Start])) return true;
        var all = text.AsSpan(line.Start, line.Length).LastIndexOf('各');
        if (all < 0 || line.Length - all > LongestHeading) return false;
        var open = text.AsSpan(line.Start + all, line.Length - all);
        return !open.ContainsAny(Stops) && OfficialDocumentGenres.Of(open) is null;
    }

    /// <summary>True for a line with white space inside, as rows and lists of names have; of a long one, in its end.</summary>
    public static bool HasCells(string text, TextSpan line) => text.AsSpan(Math.Max(line.Start, line.End - LongestOpen), Math.Min(line.Length, LongestOpen)).ContainsAny(" \t\u3000|");

    /// <summary>Half a sentence has commas, or is too long for a heading, or follows a sentence and is no name, date or heading.</summary>
    private static bool IsHalf(ReadOnlySpan<char> open, bool followsSentence)
    {
        if (open.Length == 0) return false;
        if (Inner.Contains(open[^1])) return open[^1] is not ('；' or ';');
        if (EndsWithDivision(open)) return false;
        if ((open.Contains("关于", StringComparison.Ordinal) || OfficialDocumentAttachments.BeginAt(open)) && OfficialDocumentGenres.Of(open) is not null) return false;
        var behindMark = LineBeginnings.BehindMark(open);
        if (behindMark.ContainsAny('，', ',') || behindMark.Length > LongestHeading) return true;
        return followsSentence && behindMark.Length == open.Length && !Organs.EndsAsOrgan(open) && !char.IsDigit(open[^1]) && open[^1] is not ('日' or '年');
    }

    /// <summary>True for what ends with the heading of a chapter, whatever has run together with it: …暂行规定第一章　总则.</summary>
    private static bool EndsWithDivision(ReadOnlySpan<char> open)
    {
        var at = open.LastIndexOf('第');
        return at >= 0 && open.Length - at <= LongestHeading && NumberingMarkReader.TryReadOrdinal(open[at..], 0, out var mark)
            && NumberingKinds.IsContainer(mark.Kind) && open[(at + mark.Span.End)..] is var heading && !heading.IsWhiteSpace() && !OrdinalReferences.Follows(heading);
    }
}
