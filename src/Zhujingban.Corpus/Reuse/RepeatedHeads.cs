using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;
using Zhujingban.Corpus.Text;

namespace Zhujingban.Corpus.Reuse;

/// <summary>
/// Leaves out what scraped pages say twice around a notice: the title above itself, with or without its issuer, and the whole head
/// (title, date, addressees, preamble) once more.
/// </summary>
public static class RepeatedHeads
{
    private const int MostHeadLines = 12;
    private const int LongestTitleLine = 200;
    private const int MostTitleLines = 4;
    private const int ShortestTitle = 8;
    private const int LongestHead = 4000;

    /// <summary>Marks repeated titles and heads as duplicates and takes them out of the text.</summary>
    public static Document LeaveOut(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!IsOfficial(document) || document.Blocks.Count == 0) return document;
        document = RepeatedRanges.LeaveOut(document, TitleLines(document));
        return RepeatedRanges.LeaveOut(document, Heads(document));
    }

    private static bool IsOfficial(Document document) => document.Format == SourceFormat.Notice
        || (document.Format is SourceFormat.Html or SourceFormat.Docx && OfficialDocumentEvidence.Of(document) is not null);

    /// <summary>Titles among the first lines that say another of them again; the fuller one is kept.</summary>
    private static List<RepeatedRange> TitleLines(Document document)
    {
        var titles = TitleCandidates(document);
        var repeats = new List<RepeatedRange>();
        foreach (var title in titles)
        {
            foreach (var other in titles)
            {
                if (title.Span.Overlaps(other.Span)) continue;
                if (repeats.Exists(repeat => repeat.Range.Overlaps(title.Span) || repeat.Range.Overlaps(other.Span))) continue;
                var equal = title.Text == other.Text && title.Span.Start > other.Span.Start;
                if (!equal && !(other.Text.EndsWith(title.Text, StringComparison.Ordinal)
                    && OfficialDocumentTitles.IsWithoutIssuer(ScriptOfRules.Of(title.Text), ScriptOfRules.Of(other.Text)))) continue;
                var similarity = 2.0 * title.Text.Length / (title.Text.Length + other.Text.Length);
                repeats.Add(new RepeatedRange(title.Span, other.Span, similarity, equal ? "title-repeated" : "title-without-issuer"));
            }
        }

        repeats.Sort((a, b) => a.Range.CompareTo(b.Range));
        return repeats;
    }

    /// <summary>Every run of up to four short lines at the top that can be a whole title.</summary>
    private static List<(TextSpan Span, string Text)> TitleCandidates(Document document)
    {
        var text = document.Text.Text;
        var titles = new List<(TextSpan, string)>();
        var lines = document.Blocks.Take(MostHeadLines).Select(block => block.Span)
            .TakeWhile(line => line.Length <= LongestTitleLine && !line.IsEmpty && !Sentences.IsEnd(text[line.End - 1])).ToList();
        for (var first = 0; first < lines.Count; first++)
        {
            for (var last = first; last < lines.Count && last < first + MostTitleLines; last++)
            {
                var span = new TextSpan(lines[first].Start, lines[last].End);
                var title = LetterSpacing.Close(span.Of(text));
                if (title.Length >= ShortestTitle && OfficialDocumentGenres.IsComplete(ScriptOfRules.Of(title))) titles.Add((span, title));
            }
        }

        return titles;
    }

    /// <summary>Places behind the head where it begins again: as far as the two are equal, up to the end of a sentence or part.</summary>
    private static List<RepeatedRange> Heads(Document document)
    {
        var text = document.Text.Text;
        var lines = document.Blocks.Where(block => !block.Span.IsEmpty).Select(block => block.Span).ToList();
        var rules = ScriptOfRules.Of(text);
        var head = new OfficialDocumentHeadReader(rules, lines, RegulationMarks.Read(rules, Beginning(lines))).Read();
        var repeats = new List<RepeatedRange>();
        if (head.TitleSpan is not { Length: >= ShortestTitle } title) return repeats;
        var limit = Math.Min(HeadLimit(rules, lines, head.End), title.Start + LongestHead);
        var words = title.Of(text);
        for (var from = title.End; from < text.Length;)
        {
            var at = text.IndexOf(words, from, StringComparison.Ordinal);
            if (at < 0) break;
            from = at + words.Length;
            if (!StartsUnit(text, at)) continue;
            var room = Math.Min(limit, repeats.Count > 0 ? limit : at) - title.Start;
            var common = text.AsSpan(title.Start, Math.Max(room, 0)).CommonPrefixLength(text.AsSpan(at));
            var length = Snap(text, title.Start, common, head);
            if (length < words.Length || (length == words.Length && !EndsLine(text, at + length))) continue;
            repeats.Add(new RepeatedRange(TextSpan.At(at, length), TextSpan.At(title.Start, length), 1, "head-repeated"));
            from = at + length;
        }

        return repeats;
    }

    /// <summary>As much of the lines as a head can take.</summary>
    private static List<TextSpan> Beginning(List<TextSpan> lines) =>
        [.. lines.TakeWhile(line => line.Start < LongestHead).Select(line => line with { End = Math.Min(line.End, line.Start + LongestHead) })];

    /// <summary>Where the preamble ends: at the first mark behind the head.</summary>
    private static int HeadLimit(string text, List<TextSpan> lines, int headEnd)
    {
        var marks = new List<NumberingMark>();
        foreach (var line in lines.SkipWhile(line => line.End <= headEnd))
        {
            NumberingScanner.Scan(text, line, marks);
            var first = marks.FindIndex(mark => mark.Span.Start >= headEnd);
            if (first >= 0) return marks[first].Span.Start;
            if (line.End > headEnd + LongestHead) return line.End;
        }

        return text.Length;
    }

    /// <summary>The longest length up to <paramref name="common"/> at which a part of the head, a line or a sentence ends.</summary>
    private static int Snap(string text, int start, int common, OfficialDocumentHead head)
    {
        for (var length = common; length > 0; length--)
        {
            var end = start + length;
            if (Sentences.IsEnd(text[end - 1]) || end == text.Length || text[end] == '\n') return length;
            if (head.Parts.Any(part => part.Span.End == end)) return length;
        }

        return 0;
    }

    private static bool StartsUnit(string text, int at) =>
        at == 0 || text[at - 1] == '\n' || Sentences.IsEnd(text[at - 1]) || Sentences.IsClosing(text[at - 1]);

    private static bool EndsLine(string text, int at) => at == text.Length || text[at] == '\n';
}
