using Zhujingban.Corpus.Documents;
using Zhujingban.Corpus.Structure;

namespace Zhujingban.Corpus.Reuse.Cleaning;

/// <summary>Leaves out the table of contents before a notice: its entries all stand again behind it as headings, and would open sections of their own.</summary>
internal static class TablesOfContents
{
    private const int LongestEntry = 80;
    private const int FewestEntries = 2;

    /// <summary>The document without its table of contents, which its source still has.</summary>
    public static Document LeaveOut(Document document)
    {
        var text = ScriptOfRules.Of(document.Text.Text);
        if (Find(text, [.. document.Blocks.Where(block => block.Kind == BlockKind.Paragraph && !block.Span.IsEmpty).Select(block => block.Span)]) is not { } contents) return document;
        bool[] areContents = [.. document.Blocks.Select(block => block.Span.Start >= contents.Start && block.Span.Start < contents.End)];
        return DocumentCuts.Without(document, areContents, [contents]);
    }

    /// <summary>From 目录 up to the last entry that stands again behind them all; null for none.</summary>
    private static TextSpan? Find(string text, List<TextSpan> lines)
    {
        var first = lines.FindIndex(line => line.Length <= LongestEntry && IsHeading(text, line));
        if (first < 0) return null;
        var headings = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = first + 1; i < lines.Count; i++)
        {
            if (lines[i].Length <= LongestEntry) headings[Squashed(text, lines[i])] = i;
        }

        var end = first + 1;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (end < lines.Count && lines[end].Length <= LongestEntry && EntryOf(text, lines[end]) is var entry
            && headings.TryGetValue(entry, out var heading) && heading > end && seen.Add(entry)) end++;
        return end - first > FewestEntries ? new TextSpan(lines[first].Start, lines[end - 1].End) : null;
    }

    /// <summary>Most lines begin otherwise, and need not be squashed to know.</summary>
    private static bool IsHeading(string text, TextSpan line) =>
        text.AsSpan(line.Start, line.Length).TrimStart().StartsWith('目') && Squashed(text, line) is "目录" or "目次";

    /// <summary>What an entry says: without dots and the number of a page.</summary>
    private static string EntryOf(string text, TextSpan line) => Squashed(text, line).TrimEnd([.. "0123456789"]).TrimEnd([.. ".…·。-—"]);

    private static string Squashed(string text, TextSpan line) => string.Concat(line.Of(text).Where(c => !char.IsWhiteSpace(c)));
}
